"""A word of a sentence, and the tags that its list, its ending and its capital give it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.sentences.lexicon import Lexicon
from factcheck.sentences.tagset import *
from factcheck.spans import Span

_SHARE = re.compile(  # how a share ends: "40%", "six in 10", "two-thirds"
    r"(?:%|percent|per cent|pct|\b(?:in|out of) (?:every )?[\w,]+|\b(?:third|quarter|fifth|tenth)s"
    r"|(?:^|\s|\bone-)(?:half|third|quarter|fifth|tenth))$"
)


POINTING = ("this", "that")  # at one thing: a noun or verb behind is none of many


@dataclass(slots=True)
class Word:
    """One word of a sentence; ``tags`` are those still open, narrowed while the sentence is read.

    ``number`` is the index, among the sentence's quantities, of the one this word is; ``joined`` the word that is
    tied to it by a hyphen ("state" of "two-state"). ``known`` are all tags the lexicon gives, ``usual`` the first.
    """

    index: int
    start: int
    stop: int
    text: str
    lower: str
    tags: int
    usual: int = 0
    known: int = 0
    number: int = -1
    joined: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.stop)

    @property
    def is_share(self) -> bool:
        """Whether a number tells how many of all, so that a verb may follow: "40%", "six in 10", "two-thirds"."""
        return _SHARE.search(self.lower) is not None

    @property
    def is_genitive(self) -> bool:
        """Whether it only makes the word before it an owner: the 's of "Russia's"."""
        return bool(self.tags & POSSESSIVE) and self.text in ("'s", "’s", "'", "’")

    def is_several(self, lexicon: Lexicon) -> bool:
        """Whether a number asks for the plural of what it counts: not "a single", "1.5", "two-state", "40%"."""
        one = lexicon.words("one").issuperset(self.lower.split())
        return not (one or self.joined or "." in self.text) and self.text[-1].isalnum()


def make_word(
    index: int, start: int, stop: int, text: str, lexicon: Lexicon, cased: bool, *, opens: bool = False
) -> Word:
    written = text[start:stop]
    lower = written.lower().replace("’", "'") if "’" in written else written.lower()
    word = Word(index, start, stop, written, lower, 0)
    capital, inside = written[0].isupper(), index > 0 and not opens
    if lower in lexicon.times and _tells_time(lower, lexicon, capital=capital and not written.isupper()):
        word.tags = word.usual = TIME | (NOUN if not lower.endswith("s") or lower == "times" else PLURAL)
    elif (
        lower in lexicon.closed
        and not (written.isupper() and len(written) > 1 and cased)
        and not (cased and capital and inside and len(written) > 3 and written.isalpha())
    ):
        word.tags = word.usual = lexicon.closed[lower] | (
            lexicon.entry(lower).tags if lower in lexicon.words("both") else 0
        )
    elif "-" in written and cased and not capital and any(part[:1].isupper() for part in written.split("-")):
        word.tags, word.usual = ADJECTIVE | NAME, ADJECTIVE  # "pro-Beijing"
    elif capital:
        word.tags, word.usual = _capital(lower, lexicon, cased=cased, inside=inside)
    else:
        entry = lexicon.entry(lower)
        word.tags, word.usual = entry.tags, entry.usual
    word.known = word.tags
    return word


def _tells_time(lower: str, lexicon: Lexicon, *, capital: bool) -> bool:
    """Whether a word of time is one here: not "may", "march" without a capital, nor "the second", "the Times"."""
    if lower == "second" or (lower == "times" and capital):
        return False
    return capital or lower not in lexicon.words("untimely")


def _capital(lower: str, lexicon: Lexicon, *, cased: bool, inside: bool) -> tuple[int, int]:
    """The tags of a word with a capital and the usual ones: a name, where capitals tell names."""
    entry = lexicon.entry(lower)
    if cased and inside:
        people = lower in lexicon.words("demonym") or lower.endswith(lexicon.national)
        return NAME | (ADJECTIVE if people else entry.tags & (ADJECTIVE | PLURAL)), NAME
    if lower not in lexicon:
        return (NAME | entry.tags & ~ADVERB if cased else NAME), NAME
    return (entry.tags | NAME if cased else entry.tags), entry.usual
