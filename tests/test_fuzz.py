"""Every reader on broken files: documents or one line each, never more. ``make fuzz`` does it for longer."""

from __future__ import annotations

import functools
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.documents import Document, Unread
from factcheck.documents.entries import Source
from factcheck.documents.readers import READERS
from factcheck.documents.reading import read_source
from factcheck.vocabulary import default_vocabulary
from tests.article_files import HERALD, MANY, ONE

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "5"))
ENDS = [*ONE, *MANY]


@functools.cache
def sample(end: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{end}"
        if end in ONE:
            ONE[end][0](path, HERALD)
        else:
            MANY[end][0](path)
        return path.read_bytes()


def test_every_reader_has_a_sample() -> None:
    known = {suffix for reader in READERS.values() for suffix in reader.suffixes if suffix}
    same = {".htm", ".xhtml", ".mht", ".markdown", ".ndjson", ".tab", ".rdf", ".xml", ".tbz2", ".txz", ".bz2", ".xz"}
    ends = {Path(f"a{end}").suffix for end in ENDS}
    assert known - same == ends


Change = tuple[float, int, bytes]
changes = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=12)), min_size=1, max_size=6
)  # where, as a part of the file; how many bytes go; what comes in their place


def changed(data: bytes, edits: list[Change]) -> bytes:
    for where, gone, new in edits:
        at = int(where * len(data))
        data = data[:at] + new + data[at + gone :]
    return data


def check(data: bytes, path: str) -> None:
    for found in read_source(Source(path, data, default_vocabulary())):
        if isinstance(found, Unread):
            assert found.why
            assert "\n" not in found.why
            continue
        assert isinstance(found, Document)
        stop = 0
        for block in found.blocks:
            assert stop <= block.span.start <= block.span.stop <= len(found.text)
            stop = block.span.stop
            assert found.where(block.span.start)


@pytest.mark.parametrize("end", ENDS)
def test_changed_files(end: str) -> None:
    data = sample(end)

    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(changes)
    def run(edits: list[Change]) -> None:
        check(changed(data, edits), f"a{end}")

    run()


@pytest.mark.parametrize("end", [".html", ".eml", ".rss", ".srt", ".vtt", ".json", ".jsonl", ".csv", ".md", ".mbox"])
def test_any_text(end: str) -> None:
    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.text(st.characters(codec="utf-8"), max_size=200))
    def run(text: str) -> None:
        check(text.encode(), f"a{end}")

    run()


@pytest.mark.parametrize("name", READERS)
def test_any_bytes(name: str) -> None:
    suffix = READERS[name].suffixes[0] or ".txt"

    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.binary(max_size=200))
    def run(data: bytes) -> None:
        check(data, f"a{suffix}")

    run()
