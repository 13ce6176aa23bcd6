"""Groups of words: noun groups with their preposition, verb groups with their auxiliaries, marks and links."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from factcheck.sentences.frames import Clause

Kind = Literal[
    "noun", "verb", "opener", "and", "comma", "stop", "dash", "open", "close", "quote", "adjective", "adverb", "time"
]
Form = Literal["finite", "open", "infinitive", "ing", "participle", "auxiliary"]
Role = Literal[
    "", "subject", "object", "oblique", "predicate", "agent", "of", "member", "apposition", "time", "within", "vocative"
]

HANGS: Final = ("member", "apposition", "of", "within")  # roles of what stands by no verb itself
_DEEP = 12  # groups climbed


@dataclass(eq=False)
class Group:
    """Words that belong together: ``words[start:stop]``.

    Of a noun group ``head`` is its last noun (-1 for a bare number or adjective), ``number`` the plain number in it,
    ``preposition`` the word before it, ``first`` its first word past that. Of a verb group ``head`` is the main verb;
    an ``open`` form may be past tense or participle. ``clause``, ``role`` and ``under`` (the group it hangs on) are set
    by the clauses.
    """

    kind: Kind
    start: int
    stop: int
    first: int  # index of a word
    head: int = -1
    number: int = -1  # index of a word
    preposition: str = ""
    at: int = -1  # index of the preposition's word
    index: int = -1
    prior: Group | None = field(default=None, repr=False)  # the group right before
    next: Group | None = field(default=None, init=False, repr=False)
    # what few groups have, so that making one costs little; of verb groups
    form: Form = field(default="finite", init=False)
    lemma: str = field(default="", init=False)
    passive: bool = field(default=False, init=False)
    negated: bool = field(default=False, init=False)
    modal: str = field(default="", init=False)
    perfect: bool = field(default=False, init=False)
    particle: str = field(default="", init=False)
    tense: int = field(default=0, init=False)
    # set by the clauses
    clause: Clause | None = field(default=None, init=False)
    role: Role = field(default="", init=False)
    under: Group | None = field(default=None, init=False)
    possessor: int = field(default=-1, init=False)  # index of the head word of "Russia's …"
    extra: tuple[int, ...] = field(default=(), init=False)

    @property
    def chain(self) -> list[Group]:
        """It and those it hangs in, up to the one that stands by a verb."""
        chain = [self]
        while chain[-1].role in HANGS and chain[-1].under is not None and len(chain) < _DEEP:
            chain.append(chain[-1].under)
        return chain

    @property
    def behind_comma(self) -> bool:
        return self.prior is not None and self.prior.kind == "comma"

    @property
    def verb(self) -> str:
        """The verb's lemma with its particle: "shoot-down"."""
        return f"{self.lemma}-{self.particle}" if self.particle else self.lemma
