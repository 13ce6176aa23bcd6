"""The pipeline: the same result whatever the order and number of paths and workers; one bad document costs no other."""

from __future__ import annotations

import io
import random
import subprocess
import sys
from pathlib import Path

import pytest

import factcheck
from factcheck import figures
from factcheck.documents import Document
from factcheck.reports import Options, render
from factcheck.ruleset import loading
from factcheck.scan import PARALLEL_BYTES, Scan
from factcheck.scan import scan as run
from factcheck.vocabulary import Problem
from factcheck.vocabulary.source import TomlFile, read_toml

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
BULK = ROOT.parent / "shared" / "gold" / "dev"
EVERYTHING = Options(seen=True, with_text=True, everything=True)

ARTICLES = {
    "herald.txt": "Ferry sinks off Port Tarn\n2031-03-04\nAt least 14 people were killed, the coast guard said.\n",
    "wire.txt": "Ferry sinks\n2031-03-04\nOfficials said 9 people were killed when the ferry sank off Port Tarn.\n",
    "radio.txt": "The ferry Marisol carried 212 passengers and 30 cars, the company said on Tuesday.\n",
}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.fixture(scope="module")
def seeds() -> Scan:
    return factcheck.scan(SEEDS)


def bytes_of(found: Scan) -> tuple[str, str]:
    return render(found, "json", EVERYTHING), render(found, "table", EVERYTHING)


def test_seeds_scan(seeds: Scan) -> None:
    assert len(seeds.documents) == 5
    assert len(seeds.figures) > 40
    assert seeds.unread == ()
    assert repr(seeds).startswith("<Scan: 5 documents, ")


def test_numbers_run_through_the_documents(seeds: Scan) -> None:
    assert [document.id for document in seeds.documents] == ["d1", "d2", "d3", "d4", "d5"]
    assert [figure.id for figure in seeds.figures] == [f"f{n}" for n in range(1, len(seeds.figures) + 1)]
    places = [(int(figure.document.id[1:]), figure.quantity.span.start) for figure in seeds.figures]
    assert places == sorted(places)
    assert [conflict.group.id for conflict in seeds.questions] == [f"g{n}" for n in range(1, len(seeds.questions) + 1)]


def test_every_part_names_the_same_figures(seeds: Scan) -> None:
    ids = {figure.id for figure in seeds.figures}
    documents = {document.id: document for document in seeds.documents}
    assert {claim.figure.id for claim in seeds.claims} == ids
    assert {claim.figure.id for conflict in seeds.questions for claim in conflict.group.claims} <= ids
    assert all(figure.whole in ids for figure in seeds.figures if figure.whole)
    assert all(figure.document is documents[figure.document.id] for figure in seeds.figures)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_paths_changes_nothing(seeds: Scan, seed: int) -> None:
    paths = [str(path) for path in sorted(SEEDS.iterdir())]
    random.Random(seed).shuffle(paths)
    assert bytes_of(factcheck.scan(paths)) == bytes_of(seeds)


def test_the_number_of_workers_changes_nothing(seeds: Scan) -> None:
    assert bytes_of(run([SEEDS], jobs=2)) == bytes_of(run([SEEDS], jobs=1)) == bytes_of(seeds)


def test_workers_on_articles_of_all_kinds() -> None:
    if not BULK.is_dir():
        pytest.skip(f"{BULK} is not here")
    folders = sorted(BULK.iterdir())[:3]
    assert bytes_of(run(folders, jobs=2)) == bytes_of(run(folders, jobs=1))


def test_small_scans_start_no_workers() -> None:
    assert sum(path.stat().st_size for path in SEEDS.iterdir()) < PARALLEL_BYTES
    code = f"import sys, factcheck; factcheck.scan({str(SEEDS)!r}); print('multiprocessing' in sys.modules)"
    assert output(code) == "False"


@pytest.mark.parametrize("module", ["quantulum3", "inflect", "jinja2", "multiprocessing", "dateutil.parser"])
def test_a_scan_of_the_seeds_imports_nothing_heavy(module: str) -> None:
    code = (
        "import sys\nfrom factcheck.cli import main\n"
        f"main(['scan', {str(SEEDS)!r}, '--exit-zero', '--format', 'json', '-o', '/dev/null'], standalone_mode=False)\n"
        f"print({module!r} in sys.modules)"
    )
    assert output(code).splitlines()[-1] == "False"


def test_importing_the_package_is_cheap() -> None:
    code = "import sys, factcheck; print([m for m in sys.modules if m.startswith('factcheck.')])"
    assert output(code) == "['factcheck._version', 'factcheck.errors', 'factcheck.scan']"


def test_the_bundled_rules_are_read_once_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path] = []

    def counted(path: Path, **how: bool) -> TomlFile | Problem:
        read.append(path)
        return read_toml(path, **how)

    monkeypatch.setattr(loading, "read_toml", counted)
    loading.bundled_ruleset.cache_clear()
    for text in ("9 people were killed.", "The ferry carried 212 passengers."):
        factcheck.compare(factcheck.group([factcheck.extract(text)]))
    factcheck.scan(SEEDS)
    assert len(read) > 10
    assert len(read) == len(set(read))


def output(code: str) -> str:
    run_ = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)
    assert run_.returncode in (0, 1), run_.stderr
    return run_.stdout.strip()


def test_the_function_and_its_module_share_a_name() -> None:
    code = "import factcheck.scan, factcheck; from factcheck.scan import Scan; print(callable(factcheck.scan))"
    assert output(code) == "True"


def test_standard_input(articles: Path) -> None:
    piped = io.BytesIO(ARTICLES["wire.txt"].encode())
    found = run(["-", articles / "herald.txt"], stdin=piped)
    assert [document.path for document in found.documents] == ["-", str(articles / "herald.txt")]


def test_one_odd_document_costs_no_other(articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = figures.extract_figures

    def extract(document: Document, vocabulary: object) -> figures.Extraction:
        if document.path.endswith("wire.txt"):
            raise ZeroDivisionError("odd")
        return honest(document, vocabulary)  # type: ignore[arg-type]

    monkeypatch.setattr(figures, "extract_figures", extract)
    found = run([articles])
    assert len(found.documents) == 2
    assert [problem.why for problem in found.unread] == [
        "internal error (ZeroDivisionError: odd); please report it with this file"
    ]


def test_progress_counts_every_document(articles: Path) -> None:
    calls: list[tuple[int, int]] = []
    run([articles], progress=lambda done, total: calls.append((done, total)))
    assert calls == [(1, 3), (2, 3), (3, 3)]


def test_verbs_do_what_scan_does(seeds: Scan) -> None:
    documents, unread = factcheck.read(SEEDS)
    extractions = [factcheck.extract(document) for document in documents]
    conflicts = factcheck.compare(factcheck.group(extractions))
    assert unread == ()
    assert sum(len(extraction.figures) for extraction in extractions) == len(seeds.figures)
    assert conflicts == seeds.questions


def test_compare_checks_across_claims_as_a_scan_does(tmp_path: Path) -> None:
    text = "The blast in the bakery killed 12 people, including 15 children, the mayor of Arlen said.\n"
    (tmp_path / "herald.txt").write_text(text, encoding="utf-8")
    documents, _ = factcheck.read(tmp_path)
    groups = factcheck.group([factcheck.extract(document) for document in documents])
    assert list(groups) == []
    (conflict,) = factcheck.compare(groups)
    assert conflict.comparisons[0].reason == "“15” is given as a part of “12”, but is more than it."
    assert (conflict,) == run([tmp_path]).questions
    assert factcheck.compare(list(groups)) == ()  # a mere list brings along no claims but those of its groups


def test_extract_takes_a_text() -> None:
    extraction = factcheck.extract("At least 12 people were killed near Lviv.")
    assert [figure.text for figure in extraction.figures] == ["At least 12"]


def test_every_public_name_is_there_and_documented() -> None:
    for name in factcheck.__all__:
        assert name == "__version__" or getattr(factcheck, name).__doc__
    assert dir(factcheck) == sorted(factcheck.__all__)
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = factcheck.nothing_of_the_kind
