"""The same document twice counts once and is told; what differs in anything is two documents."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import factcheck
from factcheck.cli import main

BODY = (
    "At least {} people were killed when the ferry Marisol sank off Port Tarn on Monday, the coast guard said.\n\n"
    "The ferry carried 212 passengers and a crew of 11, according to the harbour master, who had counted them.\n"
)
HEAD = "---\ntitle: {title}\noutlet: {outlet}\ndate: {date}\nurl: {url}\n---\n"
KNOWN = {"title": "Ferry sinks", "outlet": "Tarn Herald", "date": "2031-03-04", "url": "https://herald.example/a/1"}


def kept(folder: Path, *texts: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """The documents of a scan of some texts (a.md, b.md, …), each with its copies."""
    for name, text in zip("abcdef", texts, strict=False):
        (folder / f"{name}.md").write_text(text)
    found = factcheck.scan(folder)
    return [(Path(each.path).stem, [(Path(c.path).stem, c.why) for c in each.copies]) for each in found.documents]


SAME = [
    (BODY.format(14), BODY.format(14), "text"),
    (BODY.format(14), HEAD.format(**KNOWN) + BODY.format(14), "text"),
    (f"Ferry sinks\n\n{BODY.format(14)}", f"FERRY SINKS\n2031-03-04\n\n{BODY.format(14)}", "text"),
    (BODY.format(14), BODY.format(14).replace("\n\n", "\n").replace(", the coast", ",\nthe coast"), "text"),
    (
        HEAD.format(**KNOWN) + BODY.format(14),
        HEAD.format(**{**KNOWN, "url": "http://www.herald.example/a/1/?utm_source=x#top"})
        + BODY.format(14)
        + "\nThe search for the cargo went on through the night, the ministry of transport told reporters in Tarn.\n",
        "address",
    ),
]
OTHER = [
    (BODY.format(14), BODY.format(15)),
    # the same wire copy, but of two outlets, on two days, under two headlines
    *(
        (HEAD.format(**KNOWN) + BODY.format(14), HEAD.format(**KNOWN | change) + BODY.format(14))
        for change in ({"outlet": "Coast Wire"}, {"date": "2031-03-05"}, {"title": "Wreck kills 14"})
    ),
    (f"Ferry sinks, 14 dead\n\n{BODY.format(14)}", f"Wreck kills 15 off Tarn\n\n{BODY.format(14)}"),
    # one address, two states of the text
    (HEAD.format(**KNOWN) + BODY.format(14), HEAD.format(**KNOWN) + BODY.format(15)),
    # an address of a whole site, and one that two articles share
    *(
        (HEAD.format(**KNOWN | {"url": url}) + BODY.format(14), HEAD.format(**KNOWN | {"url": url}) + other)
        for url in ("https://herald.example/", "https://herald.example/a/1")
        for other in ("The mayor of Tarn opened a school with 14 rooms, and 212 pupils sang in front of it.\n",)
    ),
]


@pytest.mark.parametrize(("one", "other", "why"), SAME)
@pytest.mark.parametrize("turned", [False, True])
def test_one_document(tmp_path: Path, one: str, other: str, why: str, turned: bool) -> None:
    ((name, copies),) = kept(tmp_path, *((other, one) if turned else (one, other)))
    assert [(copy[1], {name, copy[0]}) for copy in copies] == [(why, {"a", "b"})]


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_two_documents(tmp_path: Path, one: str, other: str) -> None:
    assert kept(tmp_path, one, other) == [("a", []), ("b", [])]


def test_the_one_of_which_more_is_known_is_kept(tmp_path: Path) -> None:
    texts = (BODY.format(14), f"Ferry sinks\n2031-03-04\n\n{BODY.format(14)}", HEAD.format(**KNOWN) + BODY.format(14))
    assert kept(tmp_path, *texts) == [("c", [("a", "text"), ("b", "text")])]


def test_a_day_that_is_only_an_option_keeps_nothing_apart(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY.format(14))
    (tmp_path / "b.md").write_text(HEAD.format(**KNOWN) + BODY.format(14))
    found = factcheck.scan(tmp_path, published=dt.date(2031, 5, 1))
    assert len(found.documents) == 1


def test_it_is_told(tmp_path: Path) -> None:
    kept(tmp_path, *[BODY.format(14)] * 6)
    result = CliRunner().invoke(main, ["scan", str(tmp_path), "-f", "json"])
    assert result.stderr.count("\n") == 1
    assert "a.md counts once, with its copies " in result.stderr
    assert result.stderr.endswith("e.md (same text) and 1 more\n")
    documents = json.loads(result.stdout)["documents"]
    assert [copy["why"] for copy in documents[0]["copies"]] == ["text"] * 5
    assert [document["copy_of"] for document in documents] == [None, *["d1"] * 5]


def test_a_copy_has_its_figures_in_json_and_counts_nowhere(tmp_path: Path) -> None:
    for name, text in (
        ("a", BODY.format(14)),
        ("b", BODY.format(14)),
        ("c", BODY.format(9).replace("At least 9", "Only 9")),
    ):
        (tmp_path / f"{name}.txt").write_text(text)
    result = CliRunner().invoke(main, ["scan", str(tmp_path), "-f", "json"])
    found = json.loads(result.stdout)
    assert [(each["id"], each["copy_of"]) for each in found["documents"]] == [("d1", None), ("d2", None), ("d3", "d1")]
    assert [Path(each["path"]).stem for each in found["documents"]] == ["a", "c", "b"]
    copied = {figure["id"]: figure for figure in found["figures"] if figure["copy_of"]}
    assert [figure["text"] for figure in copied.values()] == ["At least 14", "212", "11"]
    originals = {figure["id"]: figure for figure in found["figures"]}
    assert all(originals[figure["copy_of"]]["claim"] == figure["claim"] for figure in copied.values())
    group = next(group for group in found["groups"] if group["relation"] in ("conflict", "disputed", "check"))
    assert group["documents"] == 2
    assert [originals[each]["document"] for each in group["figures"]] == ["d1", "d2", "d3"]
    assert {(pair["a"], pair["b"]) for pair in group["pairs"]} == {
        (a, group["figures"][1]) for a in group["figures"][::2]
    }
    table = CliRunner().invoke(main, ["scan", str(tmp_path)]).stdout
    assert table.startswith("2 documents · 6 figures")
