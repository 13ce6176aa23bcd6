"""A sentence read: its words, groups and clauses, and the way from a number to the verb above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.sentences.clauses import Clause, ClauseBuilder
from factcheck.sentences.grouper import Grouper
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import Lexicon, lexicon
from factcheck.sentences.promotion import retag
from factcheck.sentences.tags import settle
from factcheck.sentences.tokens import Token
from factcheck.sentences.word import Word
from factcheck.sentences.words import make_words
from factcheck.spans import Span
from factcheck.vocabulary import Vocabulary

_PASSED = ("quote", "adverb")
_REREADS = 2  # times a sentence is read again with a word made a verb


@dataclass(slots=True, eq=False)
class Sentence:
    """One sentence of a document, read once. ``group_of`` maps a quantity's index in the sentence to its group."""

    span: Span
    text: str  # the document's text
    words: list[Word]
    groups: list[Group]
    clauses: list[Clause]
    lexicon: Lexicon
    parts: frozenset[str]  # its words in lower case, of a word with spaces each part
    number_words: dict[int, Word] = field(default_factory=dict)
    number_groups: dict[int, Group] = field(default_factory=dict)

    def after(self, group: Group) -> Group | None:
        """The group right behind, quotation marks and adverbs passed over."""
        groups, at = self.groups, group.index + 1
        while at < len(groups) and groups[at].kind in _PASSED:
            at += 1
        return groups[at] if at < len(groups) else None

    def before(self, group: Group) -> Group | None:
        """The group right before, quotation marks and adverbs passed over."""
        groups, at = self.groups, group.index - 1
        while at >= 0 and groups[at].kind in _PASSED:
            at -= 1
        return groups[at] if at >= 0 else None

    def of_what(self, group: Group) -> Group | None:
        """The noun group that one is "of": of "52 of the drones" the drones."""
        after = self.after(group)
        return after if after is not None and after.preposition == "of" and after.head >= 0 else None

    def gapped(self, group: Group) -> tuple[Group | None, Group | None]:
        """The noun group that stands by a number with the verb left out, and the number's group that has the verb.

        "Police put the crowd at 300 and the organisers at 2,000": the organisers, and "at 300".
        """
        noun, alike = group.prior, (group.preposition, group.number >= 0)
        mark = noun.prior if noun is not None else None
        if noun is None or mark is None or mark.kind not in ("and", "comma") or not all(alike):
            return None, None
        if noun.kind != "noun" or noun.preposition or noun.number >= 0:
            return None, None
        first = (g for g in self.groups[: mark.index] if (g.preposition, g.number >= 0) == alike)
        return noun, next(first, None)

    def path(self, group: Group) -> list[tuple[Clause, str]]:
        """The clauses from a group to the sentence's root, each with the role of what hangs in it."""
        role: str = group.role
        found, clause = list[tuple[Clause, str]](), group.chain[-1].clause
        while clause is not None:
            found.append((clause, role))
            role, clause = clause.kind, clause.parent
        return found


def _built(words: list[Word], known: Lexicon) -> tuple[list[Group], list[Clause]]:
    groups = Grouper(words, known).run()
    return groups, ClauseBuilder(words, groups, known).run()


def read_sentence(
    text: str,
    span: Span,
    numbers: Sequence[Span],
    timed: Sequence[Span],
    vocabulary: Vocabulary,
    tokens: Sequence[Token],
) -> Sentence:
    """Read ``text[span]``: ``numbers`` are the spans of its quantities in order, ``timed`` those of dates and times."""
    known = lexicon(vocabulary)
    words = make_words(tokens, text, numbers, timed, known)
    settle(words, known)
    groups, clauses = _built(words, known)
    for _ in range(_REREADS):
        changed = retag(words, groups, clauses)
        if changed is None:
            break
        at, tags = changed
        words[at].tags = tags
        groups, clauses = _built(words, known)
    parts = frozenset(" ".join([word.lower for word in words]).split())
    sentence = Sentence(span, text, words, groups, clauses, known, parts)
    for word in [word for word in words if word.number >= 0]:
        group = next((group for group in reversed(groups) if group.start <= word.index < group.stop), None)
        if group is not None:
            sentence.number_words[word.number] = word
            sentence.number_groups[word.number] = group
    return sentence
