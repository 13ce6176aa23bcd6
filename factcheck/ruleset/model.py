"""What a rules file may say: each field of `ClaimType` is a key of ``[claim.NAME]``, its annotation says what for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from decimal import Decimal
from typing import Annotated, Any, Literal

from factcheck.context.model import Aggregation
from factcheck.context.registry import ScopeKey
from factcheck.quantities import Kind
from factcheck.vocabulary import Problem, Vocabulary

Status = Literal["stable", "draft", "off"]
SCOPE: tuple[ScopeKey, ...] = ("when", "place")  # of a claim that gives none
ExpectedRelation = Literal["agree", "compatible", "update", "disputed", "check", "conflict", "apart"]


_NO_KEY = {"key": False}  # a field that is no key of the file


@dataclass(frozen=True, slots=True)
class Match:
    """A sentence the rule must match, its number in braces: ``"killing {at least 12} people"``."""

    text: Annotated[str, "the sentence, its number in braces"]
    low: Annotated[Decimal | None, "the least the number may be"] = None
    high: Annotated[Decimal | None, "the most it may be"] = None
    counted: Annotated[str | None, "what is counted, as the reading should name it"] = None
    question: Annotated[str | None, "the question the figure should answer"] = None
    gap: Annotated[bool, "true: known not to work yet; the test says so when it starts to"] = False
    path: str = field(default="", metadata=_NO_KEY)
    line: int = field(default=0, metadata=_NO_KEY)


@dataclass(frozen=True, slots=True)
class NoMatch:
    """A near-miss: a sentence the rule must leave alone, why, and which other rule it belongs to."""

    text: Annotated[str, "the sentence, its number in braces"]
    why: Annotated[str, "why the rule must leave it alone"]
    instead: Annotated[str | None, "the claim that must match it in this one's place"] = None
    gap: Annotated[bool, "true: known not to work yet; the test says so when it starts to"] = False
    path: str = field(default="", metadata=_NO_KEY)
    line: int = field(default=0, metadata=_NO_KEY)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Two sentences, each a report of its own, and how their numbers must stand to each other."""

    a: Annotated[str, "the first report, its number in braces"]
    b: Annotated[str, "the second report, its number in braces"]
    relation: Annotated[ExpectedRelation, "how the two must stand; apart: never in one group"]
    a_date: Annotated[str | None, "the day of the first report, 2025-06-01"] = None
    b_date: Annotated[str | None, "the day of the second report"] = None
    why: Annotated[str, "why"] = ""
    gap: Annotated[bool, "true: known not to work yet; the test says so when it starts to"] = False
    path: str = field(default="", metadata=_NO_KEY)
    line: int = field(default=0, metadata=_NO_KEY)


Words = tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Way:
    """Another way in which texts say a claim: its own words, the claim's bounds where it gives none of its own."""

    counted: Annotated[Words, "words for what is counted"] = None
    done_to: Annotated[Words, "verbs of what is done to the counted"] = None
    done_by: Annotated[Words, "verbs of what the counted do"] = None
    nouns: Annotated[Words, "nouns that are counted and name the action in one"] = None
    qualifiers: Annotated[Words, "words one of which must stand before what is counted"] = None
    near: Annotated[Words, "words one of which must stand near the number"] = None
    not_counted: Annotated[Words, "words that must not be what is counted"] = None
    not_qualifiers: Annotated[Words, "words that must not stand before what is counted"] = None
    not_near: Annotated[Words, "words that must not stand near the number"] = None
    unsaid: Annotated[bool | None, "true: what is counted may be left unsaid"] = None
    reach: Annotated[int | None, "how many words away is still near"] = None
    kind: Annotated[tuple[Kind, ...] | None, "kinds of number"] = None
    unit: Annotated[Words, "units, as canonical names"] = None
    per: Annotated[Words, "what a rate is per"] = None
    low: Annotated[Decimal | None, "a number below this is something else"] = None
    high: Annotated[Decimal | None, "a number above this is something else"] = None

    def given(self) -> dict[str, Any]:
        """The keys that this way gives itself."""
        found = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in found.items() if value is not None}


@dataclass(frozen=True, slots=True)
class ClaimType:
    """A kind of claim that a rule teaches: ``[claim.NAME]`` of a rules file.

    A figure is of this kind when its kind of number is in ``kind`` (and its unit in ``unit``, ``per`` in ``per``), its
    words pass ``qualifiers``, ``near`` and their opposites, and either what is counted is one of ``nouns``, or it is
    one of ``counted`` and what happened is in ``done_to`` or ``done_by`` (where any of these is given).
    """

    question: Annotated[str, 'the question it answers: "How many {counted|people} were killed[ in {place}]?"']
    family: Annotated[
        str | None,
        "a name that rules share whose numbers texts give by turns for one: who was hurt was taken to hospital",
    ] = None
    broad: Annotated[
        bool, "true: it takes what is left, so that two of its figures may be about anything: its name alone links none"
    ] = False
    extends: Annotated[str | None, "another claim whose keys hold here too, unless given again"] = None
    counted: Annotated[tuple[str, ...], "words for what is counted, or for what a measure is a measure of"] = ()
    not_counted: Annotated[tuple[str, ...], "words that must not be what is counted"] = ()
    unsaid: Annotated[bool, 'true: what is counted may be left unsaid, as in "killed nine"'] = False
    done_to: Annotated[tuple[str, ...], 'verbs of what is done to the counted: "kill~" for 12 were killed'] = ()
    done_by: Annotated[tuple[str, ...], 'verbs of what the counted do: "die~" for 12 died'] = ()
    nouns: Annotated[tuple[str, ...], 'nouns that are counted and name the action in one: "death~", "dead"'] = ()
    qualifiers: Annotated[tuple[str, ...], "words one of which must stand before what is counted"] = ()
    not_qualifiers: Annotated[tuple[str, ...], "words that must not stand before what is counted"] = ()
    near: Annotated[tuple[str, ...], "words one of which must stand near the number, in its sentence"] = ()
    not_near: Annotated[tuple[str, ...], "words that must not stand near the number"] = ()
    reach: Annotated[int, "how many words away is still near"] = 12
    kind: Annotated[tuple[Kind, ...], "kinds of number"] = ("count",)
    unit: Annotated[tuple[str, ...], "units, as canonical names: day, kilometre, USD"] = ()
    per: Annotated[tuple[str, ...], "what a rate is per: hour, barrel"] = ()
    low: Annotated[Decimal | None, "a number below this is something else"] = None
    high: Annotated[Decimal | None, "a number above this is something else"] = None
    also: Annotated[tuple[Way, ...], "other ways to say it: own words, the claim's bounds unless given again"] = ()
    aggregation: Annotated[
        Aggregation | None, "how the figures add up, unless the text says more than that it happened"
    ] = None
    scope: Annotated[
        tuple[ScopeKey, ...] | None,
        "what the number depends on: figures that are known to differ in one of these are not compared; "
        "when and place where it is not given",
    ] = None
    may_miss: Annotated[
        tuple[ScopeKey, ...],
        "those of scope that a text may leave out: without any other of them, figures that differ are a check, "
        "no conflict; a claim that gives neither scope nor may_miss lets all be left out",
    ] = ()
    tolerance: Annotated[Decimal | None, 'share by which "about" may be off: 0.2'] = None
    rounding: Annotated[bool, "false: these numbers are never rounded (votes, magnitudes)"] = True
    at_most: Annotated[tuple[str, ...], "claims whose number this one cannot exceed: downed ≤ launched"] = ()
    part_of: Annotated[tuple[str, ...], "claims of which this one is a part"] = ()
    adds_up_to: Annotated[
        tuple[str, ...],
        "totals that this claim and the others naming them make up: checked where one sentence gives them all",
    ] = ()
    precedence: Annotated[
        int, "of two rules that match, the higher takes the figure; another way that only heeds words nearby has none"
    ] = 0
    priority: Annotated[int, "how much its conflicts matter to the reader, 0 to 10: more comes first"] = 0
    false_alarms: Annotated[tuple[str, ...], "known ways in which this claim raises false alarms, for the reader"] = ()
    status: Annotated[Status, "stable, draft (matches, marked as draft) or off"] = "stable"
    match: Annotated[tuple[str | Match, ...], "sentences the rule must match, the number in braces"] = ()
    no_match: Annotated[tuple[NoMatch, ...], "near-misses, each with its why"] = ()
    verdict: Annotated[tuple[Verdict, ...], "two reports and how their numbers must stand"] = ()
    name: str = field(default="", metadata=_NO_KEY)
    path: str = field(default="", metadata=_NO_KEY)
    line: int = field(default=0, metadata=_NO_KEY)

    @property
    def matches(self) -> tuple[Match, ...]:
        """The sentences it must match."""
        return tuple(Match(example) if isinstance(example, str) else example for example in self.match)

    def ways(self) -> Iterator[ClaimType]:
        """The claim with each set of conditions under which a figure is of this kind; one of them is enough."""
        yield self
        afresh: dict[str, Any] = dict.fromkeys(("counted", "done_to", "done_by", "nouns", "qualifiers", "near"), ())
        for way in self.also:
            yield replace(self, **(afresh | way.given()))

    @property
    def kin(self) -> str:
        """Its family; a rule that gives none is one of its own."""
        return self.family or self.name

    @property
    def depends_on(self) -> tuple[ScopeKey, ...]:
        """The parts of the scope on which the number depends."""
        return SCOPE if self.scope is None else self.scope

    @property
    def must_say(self) -> frozenset[ScopeKey]:
        """The parts of the scope without which figures that differ are no more than a check."""
        if self.scope is None and not self.may_miss:
            return frozenset()
        return frozenset(self.depends_on) - frozenset(self.may_miss)

    @property
    def where(self) -> str:
        return f"{self.path}:{self.line}"


class Ruleset:
    """The claim types and the vocabulary of a scan, and what was wrong with the files they come from.

    Equal when their files are equal; hashable, so it can key a cache.
    """

    def __init__(
        self,
        claims: tuple[ClaimType, ...],
        words: Mapping[str, tuple[str, ...]],
        vocabulary: Vocabulary,
        sha256: str,
        problems: tuple[Problem, ...] = (),
        files: tuple[str, ...] = (),
        laid_over: str | None = None,
    ) -> None:
        self.claims = claims
        self.words = words
        self.vocabulary = vocabulary
        self.sha256 = sha256
        self.problems = problems
        self.files = files
        self.laid_over = laid_over  # what is not shipped, in one line for a reader
        self._by_name = {claim.name: claim for claim in claims}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Ruleset) and self.sha256 == other.sha256

    def __hash__(self) -> int:
        return hash(self.sha256)

    def claim(self, name: str) -> ClaimType | None:
        """The claim type of that dotted name."""
        return self._by_name.get(name)
