"""Under load: what would take hours is bounded, and the bound is told with the line from which it holds."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

import factcheck
from factcheck import figures
from factcheck.cli import main
from factcheck.grouping import bounds
from factcheck.pairs import segments

KILLED = "In the town of Sorn {} people were killed in the attack, police said."
COMPARED = r"{}: {} figures of one kind: from here on only some are compared; split the text into articles"


def write(folder: Path, name: str, *sentences: str) -> str:
    path = folder / name
    path.write_text("Attack\n2031-03-04\n\n" + "\n".join(sentences) + "\n")
    return str(path)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_equal_figures_of_one_document_collapse(here: Path) -> None:
    """What took 17 seconds and 375 MB: the same sentence eight hundred times."""
    write(here, "a.txt", *[KILLED.format(12)] * 800)
    write(here, "b.txt", KILLED.format(15))
    start = time.process_time()
    result = CliRunner().invoke(main, ["scan", "a.txt", "b.txt", "-f", "csv"])
    assert time.process_time() - start < 40
    assert re.fullmatch("factcheck: " + COMPARED.format("a.txt:5", 800) + "\n", result.stderr)
    assert result.exit_code == 3
    rows = [line for line in result.stdout.splitlines() if line.startswith("g1,")]
    assert len(rows) == 2
    assert result.stdout.count("\n") == 802  # each figure is in the report still


def test_a_cap_is_told_and_the_first_ones_are_compared(here: Path) -> None:
    write(here, "a.txt", *(KILLED.format(n) for n in range(100, 400)))
    found = factcheck.scan("a.txt")
    (problem,) = found.unread
    told = f"{problem.path}:{problem.line}: {problem.why}"
    assert re.fullmatch(COMPARED.format(f"a.txt:{4 + bounds.MOST_OF_A_KIND}", 300), told)
    assert found.statistics["pairs compared"] <= bounds.MOST_OF_A_KIND**2 / 2
    assert len(found.figures) == 300
    compared = {claim.figure.text for conflict in found.questions for claim in conflict.group.claims}
    assert "100" in compared
    assert "399" not in compared


def test_all_pairs_of_a_text_have_a_bound(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_PAIRS", 400)
    nouns = ("gulls", "terns", "boats", "cars", "trees", "huts")
    write(here, "a.txt", *(f"The warden counted {n} {noun} in Sorn." for n in range(30, 60) for noun in nouns))
    found = factcheck.scan("a.txt")
    (problem,) = found.unread
    assert "only some are compared" in problem.why
    assert found.statistics["pairs compared"] <= 800  # a number that is near another's is weighed too


def test_all_figures_of_a_text_have_a_bound(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_OF_A_TEXT", 40)
    nouns = ("gulls", "terns", "boats", "cars", "trees", "huts")
    write(here, "a.txt", *(f"The warden counted {n} {noun} in Sorn." for n in range(30, 40) for noun in nouns))
    (problem,) = factcheck.scan("a.txt").unread
    assert (problem.line, problem.why) == (
        44, "60 figures: from here on only some are compared; split the text into articles",
    )  # fmt: skip


def test_an_article_of_many_figures_is_compared_whole(here: Path) -> None:
    write(
        here, "a.txt", *(f"The warden counted {n} {noun} in Sorn." for n in range(30, 60) for noun in ("gulls", "huts"))
    )
    assert factcheck.scan("a.txt").unread == ()


@pytest.mark.parametrize("number", ["12", "twelve", "1,200", "a dozen"])
def test_a_text_of_too_many_numbers_is_read_up_to_a_limit(
    here: Path, monkeypatch: pytest.MonkeyPatch, number: str
) -> None:
    monkeypatch.setattr(figures, "MOST_NUMBERS", 50)
    write(here, "a.txt", *[f"It counted {number} gulls in the rain of Tarn."] * 80)
    found = factcheck.scan("a.txt")
    (problem,) = (each for each in found.unread if "compared" not in each.why)
    assert problem.why == "more than 50 numbers: nothing from here on is read; split the text into articles"
    assert problem.line == 54
    assert len(found.figures) == 50


def test_a_long_text_of_few_numbers_is_read_whole(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "MOST_NUMBERS", 50)
    write(here, "a.txt", *["The gulls stood in the rain of Tarn and looked at the sea."] * 300, "It counted 12 gulls.")
    found = factcheck.scan("a.txt")
    assert found.unread == ()
    assert len(found.figures) == 1


def test_the_year_of_an_undated_text_is_looked_for_once(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Counting:
        def __init__(self) -> None:
            self.times = 0

        def findall(self, text: str) -> list[str]:
            self.times += 1
            return real.findall(text)

        def __getattr__(self, name: str) -> object:
            return getattr(real, name)

    real, counting = segments._YEAR, Counting()
    monkeypatch.setattr(segments, "_YEAR", counting)
    Path("a.txt").write_text("".join(f"It counted {n} gulls in the storm of 2014.\n" for n in range(20, 80)))
    factcheck.scan("a.txt")
    assert counting.times <= 1


LONG = [
    # (what ten megabytes are made of, what is said of it)
    ("The council met on Tuesday and talked about the harbour for a long time. ", None),
    ("x", None),
    ("\n", "empty"),
    ("1", None),
    ("a.", None),
]


@pytest.mark.timeout(1200)
@pytest.mark.parametrize(("piece", "told"), LONG, ids=[repr(piece[:10]) for piece, _ in LONG])
def test_ten_megabytes_take_no_more_than_a_minute_and_a_gigabyte(here: Path, piece: str, told: str | None) -> None:
    Path("a.txt").write_text((piece * (10_000_000 // len(piece)))[:10_000_000])
    Path("good.txt").write_text(f"Attack\n2031-03-04\n\n{KILLED.format(12)}\n")
    code = (
        "import resource, subprocess, sys\n"
        "done = subprocess.run([sys.executable, '-m', 'factcheck', 'scan', '.', '--jobs', '1'],"
        " stdout=subprocess.PIPE, stderr=subprocess.PIPE)\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "sys.stdout.buffer.write(done.stdout); sys.stderr.buffer.write(done.stderr)\n"
        "print(done.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss, file=sys.stderr)\n"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=1100, check=True)
    *lines, last = result.stderr.decode().splitlines()
    code_, seconds, kilobytes = last.split()
    assert code_ in ("0", "3")
    assert float(seconds) < 60
    assert int(kilobytes) < 1_000_000
    assert bool(lines) == bool(told)
    assert "1 figure" in result.stdout.decode()
