"""A folder of more than a hundred hostile files: the good ones give their result, each bad one its line, in bounds."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import factcheck
from factcheck.comparing.model import FLAGGED
from factcheck.documents import Unread, printable_path
from factcheck.reports import FORMATS, Options, report
from factcheck.reports.table import summary
from factcheck.scan import Scan
from tests.hostile_inputs import write

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes, pipes and devices"),
    pytest.mark.timeout(600),
]

SECONDS, KILOBYTES = 120, 1_500_000  # of the processor, so that a busy machine fails nothing
ORDERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]")  # no report gives any
QUESTION = "How many people were killed?"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile") / "in"


@pytest.fixture(scope="module")
def made(folder: Path) -> Iterator[dict[str, list[bytes]]]:
    folder.mkdir()
    before = Path.cwd()
    made = write(folder)
    os.chdir(folder)
    yield made
    os.chdir(before)


@pytest.fixture(scope="module")
def found(made: dict[str, list[bytes]]) -> Scan:
    start = time.process_time()
    found = factcheck.scan(".", jobs=1)
    assert time.process_time() - start < SECONDS
    return found


def file_of(path: str) -> str:
    """The file in the folder that a path lies in: in an archive, in a table."""
    return re.sub(r"#\d+$", "", path.partition("/")[0])


def test_there_are_enough(made: dict[str, list[bytes]]) -> None:
    assert sum(map(len, made.values())) >= 120
    assert len({name for names in made.values() for name in names}) == sum(map(len, made.values()))


def test_nothing_is_lost(found: Scan, made: dict[str, list[bytes]]) -> None:
    """Every file is a document, a copy of one, or told in one line."""
    read = {file_of(document.path) for document in found.documents}
    read |= {file_of(copy.path) for document in found.documents for copy in document.copies}
    told = Counter(problem.path for problem in found.unread)
    assert max(told.values()) == 1
    names = {kind: {printable_path(os.fsdecode(name)) for name in raw} for kind, raw in made.items()}
    unread = {file_of(path) for path in told}
    assert names["bad"] <= unread
    assert not names["bad"] & read
    assert names["any"] <= read | unread
    assert {"good1.txt", "good2.txt"} <= read - unread


def test_each_line_is_one_and_says_what_to_do(found: Scan) -> None:
    for problem in found.unread:
        assert problem.why
        assert "\n" not in problem.why
        assert ";" in problem.why
        assert "internal error" not in problem.why
        assert len(problem.why) < 400
        assert "4711" not in problem.why


def test_no_sentence_broke(found: Scan) -> None:
    assert [problem for problem in found.unread if "could not be read" in problem.why] == []


def test_the_good_ones_are_compared(found: Scan) -> None:
    (conflict,) = (
        each for each in found.questions
        if {claim.figure.document.path for claim in each.group.claims} >= {"good1.txt", "good2.txt"}
    )  # fmt: skip
    assert conflict.relation in FLAGGED


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_holds_the_result_and_no_orders(found: Scan, name: str) -> None:
    start = time.process_time()
    made = report(found, name, Options(everything=True))
    assert time.process_time() - start < SECONDS
    made.encode("utf-8")
    assert not ORDERS.search(made)
    plainly = made.replace("<!-- -->", "").replace("\\", "")
    assert ("good1" if name == "table" else "good1.txt") in plainly  # a table wraps its paths
    assert "At least 14" in plainly
    if name not in ("csv", "table"):
        for problem in found.unread[:: max(1, len(found.unread) // 20)]:
            assert shown_in(made, problem), problem
    if name == "table":
        assert f"{len(found.unread)} not read" in summary(found)


def shown_in(made: str, problem: Unread) -> bool:
    """Whether a report tells of a file, however it writes it."""
    words = re.findall(r"[a-z]{4,}", problem.why)[:3]
    return all(word in made for word in words)


def test_the_command_itself_stays_in_bounds(made: dict[str, list[bytes]]) -> None:
    code = (
        "import resource, subprocess, sys\n"
        "done = subprocess.run([sys.executable, '-m', 'factcheck', 'scan', '.', '-f', 'json', '--jobs', '1'],"
        " stdout=subprocess.PIPE, stderr=subprocess.PIPE)\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "sys.stdout.buffer.write(done.stdout); sys.stderr.buffer.write(done.stderr)\n"
        "print(done.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss, file=sys.stderr)\n"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=500, check=True)
    *lines, last = result.stderr.decode().splitlines()
    code_, seconds, kilobytes = last.split()
    assert code_ == "3"
    assert float(seconds) < SECONDS
    assert int(kilobytes) < KILOBYTES
    found = json.loads(result.stdout)
    told = {f"{each['path']}" for each in found["unread"]}
    assert all(line.startswith("factcheck: ") for line in lines)
    assert not ORDERS.search("".join(lines))
    assert sum(": not read: " in line for line in lines) == sum("line" not in each for each in found["unread"])
    assert len(told) == len(found["unread"])
