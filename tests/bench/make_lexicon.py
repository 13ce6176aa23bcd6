"""Make ``rules/en/lexicon.toml``: what each English word can be, its most usual tag first, and its lemma.

``make lexicon``. Read from two packages, which nothing needs at run time: TextBlob (Brill's list of usual tags) and
lemminflect (the forms of NIH's SPECIALIST lexicon). NOTICE names their licences.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

TARGET = Path(__file__).parents[2] / "rules" / "en" / "lexicon.toml"
HEAD = """\
# What each word can be, its most usual tag first, and its lemma where that is another word.
# n noun · ns plural · j adjective · r adverb · v verb's base · vz -s form · vd past · vn past participle · vg -ing form
# Made by tests/bench/make_lexicon.py (`make lexicon`) from Brill's tag list (MIT; as TextBlob ships it, whose additions
# from tweets are CC BY 3.0) and the SPECIALIST lexicon of the US National Library of Medicine (as lemminflect ships it,
# MIT). Words of our own, and what the tool knows of words, stand in the other files of this folder.
words = '''
"""
USUAL = {
    "NN": "n", "NNS": "ns", "JJ": "j", "JJR": "j", "JJS": "j", "RB": "r", "RBR": "r", "RBS": "r",
    "VB": "v", "VBP": "v", "VBZ": "vz", "VBD": "vd", "VBN": "vn", "VBG": "vg",
}  # fmt: skip
ORDER = ("n", "ns", "j", "r", "v", "vz", "vd", "vn", "vg")
_WORD = re.compile(r"[a-z][a-z]*(?:-[a-z]+)*\Z")


def main() -> None:
    usual = dict(_brill()) | _USUAL
    readings: dict[str, dict[str, str]] = {}
    for form, tag, lemma in _specialist():
        known = readings.setdefault(form, {})
        better = lemma in usual and (tag != "ns" or lemma != form)
        if tag not in known or (better and known[tag] not in usual):
            known[tag] = lemma  # "installed" is of "install", which news uses, not of "instal"
    for word, tag in _SELDOM:
        readings[word].pop(tag, None)
    lines = [line for word in sorted({*usual, *readings}) if (line := _line(word, usual, readings))]
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(HEAD + "\n".join(lines) + "\n'''\n", encoding="utf-8")


def _line(word: str, usual: dict[str, str], readings: dict[str, dict[str, str]]) -> str | None:
    """One word's line; words that Brill's list lacks are kept when news has another form of them."""
    found = dict(readings.get(word, {}))
    lemmas = set(found.values())
    if word not in usual and not any(lemma in usual for lemma in lemmas):
        return None
    first = usual.get(word)
    if first is not None and first not in found:
        found[first] = _lemma(word, first, readings)
    tags = sorted(found, key=lambda tag: (tag != first, ORDER.index(tag)))
    shown = ",".join(tags)
    lemma = found[tags[0]]
    others = sorted({f"{tag}={found[tag]}" for tag in tags if found[tag] != lemma})
    return " ".join([word, shown, *([lemma] if lemma != word or others else []), *others])


def _lemma(word: str, tag: str, readings: dict[str, dict[str, str]]) -> str:
    return next(iter(readings.get(word, {}).values()), word) if tag in ("vd", "vn", "vg", "vz", "ns") else word


def _brill() -> Iterator[tuple[str, str]]:
    text = files("textblob.en").joinpath("en-lexicon.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        word, _, tag = line.partition(" ")
        if _WORD.match(word) and tag in USUAL:
            yield word, USUAL[tag]


_USUAL = {"buyback": "n"}  # where Brill's list has a wrong one
_SELDOM = (("police", "v"), ("spoke", "n"))  # readings that news hardly means
_SAME = ("broadcast", "forecast")  # past and participle like the base, which the SPECIALIST lexicon has with "-ed" only
_OWN = (("run", "vn", "run"), *((verb, tag, verb) for verb in _SAME for tag in ("vd", "vn")))  # what it has wrong


def _specialist() -> Iterator[tuple[str, str, str]]:
    """(form, tag, lemma) of every inflection; irregular past and participle are told apart."""
    yield from _OWN
    for lemma, pos, *forms in _rows("infl_lu.csv.gz"):
        if not _WORD.match(lemma):
            continue
        if pos == "noun":
            yield lemma, "n", lemma
            plurals = list(_split(forms[:1]))
            # "way" is listed beside "ways" for "a long way(s)": the singular is a plural only where there is no other
            yield from ((form, "ns", lemma) for form in plurals if form != lemma or len(set(plurals)) == 1)
        elif pos == "adj":
            yield from ((form, "j", lemma) for form in (lemma, *_split(forms)))
        elif pos == "adv":
            yield from ((form, "r", lemma) for form in (lemma, *_split(forms)))
        elif pos == "verb":
            yield lemma, "v", lemma
            past, participle, ing, s = (forms + [""] * 4)[:4]
            yield from ((form, "vd", lemma) for form in _split([past]))
            yield from ((form, "vn", lemma) for form in _split([participle or past]))
            yield from ((form, "vg", lemma) for form in _split([ing]))
            yield from ((form, "vz", lemma) for form in _split([s]))


def _split(forms: list[str]) -> Iterator[str]:
    for form in forms:
        yield from (one for one in form.split("/") if _WORD.match(one))


def _rows(name: str) -> Iterator[list[str]]:
    data = files("lemminflect").joinpath("resources", name).read_bytes()
    yield from csv.reader(io.StringIO(gzip.decompress(data).decode("utf-8")))


if __name__ == "__main__":
    main()
