"""Clauses and the stack of frames in which one sentence is read: what the readers of nouns and verbs share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import Lexicon
from factcheck.sentences.tagset import NAME, PAST, TIME
from factcheck.sentences.word import Word

ClauseKind = Literal[
    "main", "coordinate", "content", "subordinate", "relative", "infinitive", "participle", "gerund", "aside"
]
NONFINITE: Final = frozenset({"infinitive", "participle", "gerund"})  # clauses that share in the one around them


@dataclass(slots=True, eq=False)
class Clause:
    """A verb with what stands by it. ``parent`` is the clause it hangs in, ``under`` the noun group it describes.

    ``opener`` is the word that opened it ("that", "who", "after"), lower-case, empty when none did. A relative clause's
    subject may be the group it describes. ``verb`` is ``None`` where the text has none.
    """

    kind: ClauseKind
    parent: Clause | None = None
    under: Group | None = None
    opener: str = ""
    start: int = 0  # index of its first group
    subject: Group | None = None
    verb: Group | None = None
    lemma: str = ""  # of its verb
    groups: list[Group] = field(default_factory=list)  # what stands by the verb, in text order, the verb not
    pending: bool = False  # an auxiliary still waits for its verb: "did 12 die?"

    @property
    def passive(self) -> bool:
        return self.verb is not None and self.verb.passive

    @property
    def doer(self) -> Group | None:
        """Who does what its verb tells: the subject, or the agent of a passive."""
        if self.verb is None or not self.verb.passive:
            return self.subject if self.verb is not None else None
        return next((group for group in self.groups if group.role == "agent"), None)

    @property
    def past(self) -> bool:
        return self.verb is not None and self.verb.tense == PAST


class Frames:
    """The state of reading one sentence: its groups, its clauses, and which of them wait for their verb."""

    def __init__(self, words: list[Word], groups: list[Group], lexicon: Lexicon) -> None:
        self.words, self.groups, self.lexicon = words, groups, lexicon
        self.needy, self.lone = lexicon.words("object needed"), lexicon.words("no object")
        self.main = Clause("main")
        self.clauses = [self.main]
        self.stack = [self.main]
        self.conjunction = ""  # the one just read
        self.comma = False
        self.quote = False
        self.dashed: tuple[Clause | None, int] = None, 0  # the clause that a dash interrupts, and the dash's index
        self.listing: dict[Clause, Clause] = {}  # of what stands behind a colon, the clause that the colon closes
        self.opened: dict[int, int] = {}  # of a dash or bracket that closes, the one that opened
        self.last: Group | None = None  # the last noun, time or adjective group
        self.i = 0

    @property
    def top(self) -> Clause:
        return self.stack[-1]

    def _push(self, kind: ClauseKind, parent: Clause | None, *, under: Group | None = None, opener: str = "") -> Clause:
        clause = Clause(kind, parent, under, opener, self.i)
        self.clauses.append(clause)
        self.stack.append(clause)
        return clause

    def _place(self, group: Group, role: str) -> None:
        group.clause, group.role = self.top, role  # type: ignore[assignment]
        self.top.groups.append(group)

    def _release(self, group: Group) -> None:
        """Take a group from what stands by its clause's verb."""
        if group.clause is not None and group in group.clause.groups:
            group.clause.groups.remove(group)

    def _unwind_to(self, clause: Clause | None) -> None:
        while len(self.stack) > 1 and self.stack[-1] is not clause:
            self.stack.pop()

    def _unwind_satisfied(self, *kept: str) -> None:
        """Leave the inner frames that have their verb; a frame that still waits keeps what comes."""
        while len(self.stack) > 1 and self.top.verb is not None and self.top.kind not in ("aside", *kept):
            self.stack.pop()

    def _waiting(self) -> Clause | None:
        """The innermost frame that has no verb yet; an aside keeps what is inside it."""
        for clause in reversed(self.stack):
            if clause.verb is None:
                return clause
            if clause.kind == "aside" and clause.opener == "(":
                return None
        return None

    def _be_subject(self, clause: Clause, group: Group) -> None:
        clause.subject = group
        group.clause, group.role = clause, "subject"

    def _take(self, clause: Clause, group: Group) -> None:
        if clause.pending and clause.verb is not None:
            group.negated = group.negated or clause.verb.negated
            group.modal = clause.verb.modal
            group.form = "finite"
            clause.groups = [g for g in clause.groups if g is not clause.verb]
        clause.verb, clause.lemma = group, group.lemma
        asks = group.lemma in ("be", "have", "do") and group.form not in ("ing", "infinitive")
        clause.pending = group.form == "auxiliary" or (asks and clause.subject is None and not clause.groups)
        group.clause = clause

    def _is_time(self, group: Group) -> bool:
        return group.kind == "time" or (group.head >= 0 and self.words[group.head].lower in self.lexicon.times)

    def _is_lasting(self, group: Group) -> bool:
        """Whether a group tells a span of time, which stands beside no other thing: "would reply, firmly, in a day"."""
        return group.number >= 0 and group.head >= 0 and bool(self.words[group.head].tags & TIME)

    def _is_saying(self, group: Group) -> bool:
        return group.lemma in self.lexicon.content

    def _verb_before(self, group: Group) -> Group | None:
        for g in reversed(self.groups[: group.index]):
            if g.kind == "verb":
                return g
        return None

    def _before_adverbs(self, group: Group) -> Group | None:
        """The group before one, adverbs passed over."""
        before = group.prior
        while before is not None and before.kind == "adverb":
            before = before.prior
        return before

    def _back_from(self, group: Group) -> Iterator[Group]:
        """The groups before one, the nearest first, without what stands between two dashes or in brackets."""
        i = group.index - 1
        while i >= 0:
            if i not in self.opened:
                yield self.groups[i]
            i = self.opened.get(i, i) - 1

    def _carrier(self, group: Group | None, *, named: bool = False) -> Group | None:
        """What a clause behind a group describes: not the place it is from: "12 men from Chad | killed in May".

        ``named``: a clause that no name could have, whatever it may be under: "a dog in Chad | that was sold".
        """
        place = group is not None and group.preposition in self.lexicon.words("placing") and group.head >= 0
        if group is None or not place or group.under is None or not (named or group.under.number >= 0):
            return group
        return group.under if self.words[group.head].tags & NAME else group
