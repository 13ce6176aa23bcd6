# The first Python that is new enough; set PYTHON=… to choose another.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
  command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

# `make` alone: every target with the words behind its ##, in the order of this file.
.PHONY: help
help:
	@echo 'make TARGET, where TARGET is one of:'
	@sed -n 's/^\([a-z][a-z-]*\):[^#]*## \(.*\)/  \1|\2/p' $(MAKEFILE_LIST) | while IFS='|' read -r name what; do printf '%-16s%s\n' "$$name" "$$what"; done

.PHONY: bench-reading scan test fuzz lint wheel readme architecture browser screenshots weights weights-loco lexicon setup setup-dev bench hooks clean

scan: setup ## factcheck scan seeds/, in an environment of its own (.venv)
	$(BIN)/factcheck scan seeds/ --exit-zero

test: setup-dev lint architecture browser ## every check: lint, types, layers, the rules' own examples, tests
	$(BIN)/pytest -n auto

lint: setup-dev ## format, style, types, import layers, the rules' own examples
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/factcheck rules test

wheel: setup-dev ## build dist/*.whl, which pip installs anywhere
	$(BIN)/python -m build --wheel

setup: $(VENV)/.installed ## the command in .venv/bin/factcheck
setup-dev: $(VENV)/.installed-dev ## the same with what the checks need

readme: setup-dev ## write the transcripts anew: that of README.md, from seeds/, and that of the tests' whole loop
	$(BIN)/python -m tests.test_readme
	$(BIN)/python -m tests.test_mission

architecture: setup-dev ## draw the picture of docs/architecture.md anew, from the import layers
	$(BIN)/python -m tests.architecture

# Chromium for the tests of the html report: installed where that may be done, else those tests skip (never in CI).
browser: setup-dev ## Chromium for the tests of pages
	$(BIN)/python -m tests.browser

screenshots: setup-dev browser ## make the pictures of docs/ anew, from seeds/
	$(BIN)/python tests/bench/screenshots.py

# From the labelled clusters here and in ../shared; see docs/linking.md.
weights: setup-dev ## estimate the weights of the linking model anew (a training run)
	$(BIN)/python -m tests.bench.estimate_weights

lexicon: setup-dev ## the word list rules/en/lexicon.toml, from two free ones that nothing needs at run time
	$(PIP) install --editable '.[lexicon]'
	$(BIN)/python tests/bench/make_lexicon.py

weights-loco: setup-dev ## the scores of clusters that the weights were estimated without: the honest figures
	$(BIN)/python -m tests.bench.estimate_weights --loco

# FUZZ_SECONDS and FUZZ_SEED say how long, and which sentences.
fuzz: setup-dev ## odd sentences and broken files, for much longer than in the suite
	$(BIN)/python -m tests.odd_sentences $(or $(FUZZ_SECONDS),600) $(or $(FUZZ_SEED),1)
	FUZZ_EXAMPLES=2000 $(BIN)/pytest -n auto tests/test_fuzz.py

bench: setup-dev ## how long a start takes, how fast articles are read beside quantulum3, and what linking costs
	$(BIN)/python tests/bench/startup.py
	$(BIN)/python -m tests.bench.against_quantulum
	$(BIN)/python -m tests.bench.linking_speed

bench-reading: setup-dev ## other projects' number tests, fetched and not kept; and how fast numbers are read
	$(BIN)/python -m tests.bench.reading_suites
	$(BIN)/python -m tests.bench.reading_speed seeds/*.txt

hooks: setup-dev ## check what you commit before it is committed (pre-commit)
	$(BIN)/pre-commit install

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "factcheck needs Python 3.11 or newer; none was found: set PYTHON=/path/to/python3.12"; exit 1; }
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "factcheck needs Python 3.11 or newer; set PYTHON=python3.12 or the like")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(PIP) install --editable '.[serve]'
	$(BIN)/python -m compileall -q factcheck
	touch $@

$(VENV)/.installed-dev: pyproject.toml | $(BIN)/python
	$(PIP) install --editable '.[dev,serve]'
	touch $@ $(VENV)/.installed

clean: ## remove .venv and what the tools leave behind
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
