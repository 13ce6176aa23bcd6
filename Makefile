# The first Python that is new enough; set PYTHON=… to choose another.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
  command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

# The weights of the linking model, from the labelled clusters here and in ../shared; see docs/linking.md.
weights: setup-dev
	$(BIN)/python -m tests.bench.estimate_weights

# The word list rules/en/lexicon.toml, from two free ones that nothing needs at run time.
lexicon: setup-dev
	$(PIP) install --editable '.[lexicon]'
	$(BIN)/python tests/bench/make_lexicon.py

.PHONY: lexicon weights scan test lint readme browser screenshots setup setup-dev bench clean

scan: setup
	$(BIN)/factcheck scan seeds/ --exit-zero

test: setup-dev lint browser
	$(BIN)/pytest -n auto

# Chromium for the tests of the html report: installed where that may be done, else those tests skip (never in CI).
browser: setup-dev
	$(BIN)/python -m tests.browser

# The pictures of docs/, from seeds/.
screenshots: setup-dev browser
	$(BIN)/python tests/bench/screenshots.py

# The README's transcript, from seeds/.
readme: setup-dev
	$(BIN)/python -m tests.test_readme

lint: setup-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/factcheck rules test

bench: setup-dev
	$(BIN)/python tests/bench/startup.py

setup: $(VENV)/.installed
setup-dev: $(VENV)/.installed-dev

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "factcheck needs Python 3.11 or newer; none was found: set PYTHON=/path/to/python3.12"; exit 1; }
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "factcheck needs Python 3.11 or newer; set PYTHON=python3.12 or the like")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(PIP) install --editable '.[html,serve]'
	touch $@

$(VENV)/.installed-dev: pyproject.toml | $(BIN)/python
	$(PIP) install --editable '.[dev,html,serve]'
	touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
