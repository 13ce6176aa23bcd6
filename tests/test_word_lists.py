"""A word stands once for one reason: twice in no list, in none that takes it in from another, in no copy of one."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from factcheck.vocabulary import read_vocabulary, shipped_rules
from factcheck.vocabulary.source import TomlSource
from factcheck.vocabulary.taken import taken_in

CONTEXT = sorted(path.stem for path in (shipped_rules() / "context").glob("*.toml"))
# What is no list of words: numbers, lines of names, the past and the participle of a verb, which are often one form.
NO_LISTS = {"context/idf": "", "context/weights": "", "context/where_gazetteer": "", "context/irregular": "verbs."}
# A part of a list that is none of it for its own sake: a noun and a verb of one form.
HOMOGRAPHS = {("changes", "change.nouns", "change.verbs")}


def read(name: str) -> dict[str, Any]:
    return tomllib.loads((shipped_rules() / f"{name}.toml").read_text(encoding="utf-8"))


CLASSES: dict[str, str] = read("en/classes")["classes"]


def lists(table: dict[str, Any], path: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every list of words in a file, with the keys that lead to it."""
    for key, value in table.items():
        where = f"{path}.{key}".lstrip(".")
        if isinstance(value, dict):
            yield from lists(value, where)
        elif isinstance(value, str):
            words = value.replace("\n", "").split("|") if "|" in value else value.split()
            yield where, [word.strip() for word in words]
        elif isinstance(value, list):
            yield where, [word for word in value if isinstance(word, str)]


@pytest.mark.parametrize("name", ["en/grammar", "en/classes", *(f"context/{name}" for name in CONTEXT)])
def test_no_list_holds_a_word_twice(name: str) -> None:
    table = read(name)
    if name.startswith("context"):
        table = dict(taken_in(table, TomlSource(name, ""))[0])
    found = [(where, words) for where, words in lists(table) if not is_no_list(name, where)]
    twice = {where: [word for word, n in Counter(words).items() if n > 1 and word] for where, words in found}
    assert {where: words for where, words in twice.items() if words} == {}


def is_no_list(name: str, where: str) -> bool:
    return name in NO_LISTS and where.startswith(NO_LISTS[name])


@pytest.mark.parametrize("name", CONTEXT)
def test_no_list_is_written_out_in_another_of_its_table(name: str) -> None:
    found = [(where, set(words)) for where, words in lists(read(f"context/{name}")) if len(words) > 3]
    copies = {
        (name, one, other)
        for one, words in found
        for other, others in found
        if one != other and one.rpartition(".")[0] == other.rpartition(".")[0] and words <= others
    }
    assert copies - HOMOGRAPHS == set()


def own(name: str) -> set[str]:
    return {word for word in CLASSES[name].split() if not word.startswith("+")}


def within(name: str) -> set[str]:
    """The classes that a class takes in, also those in them."""
    direct = {word[1:] for word in CLASSES[name].split() if word.startswith("+")}
    return direct.union(*map(within, direct))


def whole(name: str) -> set[str]:
    return own(name).union(*map(own, within(name)))


@pytest.mark.parametrize("name", CLASSES)
def test_a_class_lists_no_word_that_it_takes_in(name: str) -> None:
    assert {other: sorted(own(name) & whole(other)) for other in within(name) if own(name) & whole(other)} == {}


# Of the verbs in these classes some are of another kind too: a part of a class, not a second list of its words.
PARTS = {(one, other) for one in ("filing", "held") for other in ("giving", "saying", "staying")}


def test_no_class_has_the_name_of_one_of_the_grammar() -> None:
    assert CLASSES.keys() & read("en/grammar").keys() == set()


def test_no_class_is_written_out_in_another() -> None:
    copies = {
        (one, other)
        for one in CLASSES
        for other in CLASSES
        if one != other and len(own(one)) > 3 and own(one) <= own(other) | whole(other) and one not in within(other)
    }
    assert copies - PARTS == set()


@pytest.mark.parametrize(
    ("text", "at"),
    [('numbers = "+numbers zork"', [1]), ('\nnumbers = "+awaiting"\nawaiting = "zork +numbers"', [2, 3])],
)
def test_a_list_that_takes_in_itself_is_told(text: str, at: list[int], tmp_path: Path) -> None:
    file = tmp_path / "context" / "counted.toml"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    _, problems = read_vocabulary(shipped_rules(), tmp_path)
    assert [(problem.line, "takes in itself" in problem.what) for problem in problems] == [(line, True) for line in at]
