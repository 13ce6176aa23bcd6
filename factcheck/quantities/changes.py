"""Changes: what rose or fell, by how much, to what, from what."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from factcheck.lemmas import noun_lemma, verb_lemma
from factcheck.quantities.draft import Draft, words_before_hedge
from factcheck.quantities.model import Change, ChangePart
from factcheck.quantities.tables import is_plural, next_word, next_words
from factcheck.units import CURRENCY
from factcheck.vocabulary import Vocabulary, toml_table


@toml_table
class Direction:
    verbs: frozenset[str]
    nouns: frozenset[str]
    adverbs: frozenset[str]
    after: frozenset[str]
    transitive: frozenset[str]


@toml_table
class Neutral:
    verbs: frozenset[str]
    nouns: frozenset[str]


@toml_table
class Noun:
    verbal: frozenset[str]
    phrasal: frozenset[str]
    results: frozenset[str]
    others: frozenset[str]


@toml_table
class To:
    others: frozenset[str]
    led: frozenset[str]


@toml_table
class Between:
    skip: frozenset[str]
    sums: frozenset[str]


@toml_table
class ChangeTable:
    """The table ``changes.toml``."""

    up: Direction
    down: Direction
    change: Neutral
    noun: Noun
    to: To
    between: Between


@dataclass(frozen=True, slots=True)
class Changes:
    """Every word that tells a change, and words that may stand between it and its number."""

    verbs: Mapping[str, Change | None]
    nouns: Mapping[str, Change | None]
    adverbs: Mapping[str, Change]
    after: Mapping[str, Change]
    phrasal: frozenset[str]  # verbs with an "up" or "down" that moves nothing: "make up 12 %"
    transitive: frozenset[str]  # verbs whose object rises or falls only by a share: "cut rates 2 %", not "cut 500 jobs"
    verbal: frozenset[str]
    results: frozenset[str]
    nouns_too: frozenset[str]  # base forms that are verbs only where the word before says so: "contract", "narrow"
    others: frozenset[str]
    led: frozenset[str]
    skip: frozenset[str]
    sums: frozenset[str]
    is_quiet: Callable[[str], bool]  # whether a word, marks and all, neither tells a change nor ends a clause


@functools.lru_cache(maxsize=8)
def changes(vocabulary: Vocabulary) -> Changes:
    """The change words of a vocabulary."""
    table = vocabulary.bind("changes", ChangeTable)
    both: tuple[tuple[Change, Direction], ...] = (("up", table.up), ("down", table.down))
    verbs: dict[str, Change | None] = dict.fromkeys(table.change.verbs)
    nouns: dict[str, Change | None] = dict.fromkeys(table.change.nouns)
    adverbs: dict[str, Change] = {}
    after: dict[str, Change] = {}
    for direction, words in both:
        verbs.update(dict.fromkeys(words.verbs, direction))
        nouns.update(dict.fromkeys(words.nouns, direction))
        adverbs.update(dict.fromkeys(words.adverbs, direction))
        after.update(dict.fromkeys(words.after, direction))
    transitive = table.up.transitive | table.down.transitive

    @functools.lru_cache(maxsize=_MOST_WORDS)
    def is_quiet(raw: str) -> bool:
        word = raw.strip(_MARKS)
        known = word in adverbs or word in nouns or verb_lemma(word) in verbs
        return not (known or raw[-1] in ".;:!?)" or raw[0] in "([")

    return Changes(
        verbs,
        nouns,
        adverbs,
        after,
        table.noun.phrasal,
        transitive,
        table.noun.verbal,
        table.noun.results,
        table.noun.others | nouns.keys(),
        table.to.others,
        table.to.led,
        table.between.skip,
        table.between.sums,
        is_quiet,
    )


_FROM_BEHIND = re.compile(
    r"(?:(?: [\w'’-]+){0,6},)?(?:(?: [^\W\d][\w'’-]*){2,9},)? (up|down) (?:[\w.,]+ (?:percent )?)?from\b"
)
_PAUSES = (",", ";", "—", "–")
_MARKS = ".,;:()[]\"'“”‘’—–"
_RANGING = ("rang", "vari", "vary", "span", "anywhere")
_MOST_WORDS = 50_000  # that are kept read
_SHORTENED = frozenset(["it's", "that's", "let's", "he's", "she's", "what's", "there's"])
_TIMES = frozenset(["time", "months"])
_LONG = ("-year", "-month", "-week", "-time")  # "to a seven-year high of 40"
_SUM = 3  # words of "an average of"
_NEAR_BY = 4  # words between a verb and its "by"
_FAR = 9  # words back to the verb of a "to" or "from"


class Told(NamedTuple):
    """A change word found before a number: its direction, how many words lie between, whether it is a verb."""

    change: Change | None
    distance: int
    word: str
    lemma: str
    verb: bool


def told_before(words: list[str], known: Changes, reach: int = _FAR) -> Told | None:
    """The nearest change word among the words before a number, not past the end of a clause."""
    if all(map(known.is_quiet, words[-reach:])):
        return None  # as before most numbers
    words = _without_asides(words)
    opened = False  # the word behind opens a bracket
    for distance, raw in enumerate(words[: -reach - 1 : -1]):
        if not opened and known.is_quiet(raw):
            continue
        if opened or raw[-1] in ".;:!?)":
            return None
        opened = raw[0] in "([" and raw != "(from"
        word = raw.strip(_MARKS)
        before = words[-2 - distance].strip(_MARKS) if distance + 2 <= len(words) else ""
        if word in known.adverbs and before not in known.phrasal:
            if distance and words[-distance] == "than":
                return None  # "lower than the 73 percent" compares
            if (
                word == "up"
                and distance
                and words[-distance] == "to"
                and before not in ("is", "was", "were", "are", "be")
            ):
                continue  # "up to 40" is a hedge
            return Told(known.adverbs[word], distance, word, word, verb=True)
        lemma = verb_lemma(word)
        if distance and words[-distance] == "of" and noun_lemma(word) in known.nouns:
            return Told(known.nouns[noun_lemma(word)], distance, word, lemma, verb=False)  # "showing gains of 4 %"
        if before.endswith("'s") and word == lemma and before not in _SHORTENED:
            continue  # "lost $5bn in its rival's collapse, 20 jobs went"
        if lemma in known.verbs and (word != lemma or word not in known.nouns_too or _is_verb(before, known)):
            return Told(known.verbs[lemma], distance, word, lemma, verb=True)
        if word in known.nouns:
            return Told(known.nouns[word], distance, word, lemma, verb=False)
    return None


def _without_asides(words: list[str]) -> list[str]:
    """The words but those in closed brackets: "cut by £2 billion (40%) from"."""
    if ")" not in "".join(words[-_FAR:]):
        return words
    kept: list[str] = []
    for word in words:
        if word[-1] == ")" and (at := next((at for at in range(len(kept) - 1, -1, -1) if kept[at][0] == "("), None)):
            del kept[at:]
        elif not (word[0] == "(" and word[-1] == ")"):
            kept.append(word)
    return kept


def _is_verb(before: str, known: Changes) -> bool:
    """Whether a base form that is also a noun is the verb here: "prices increase", not "the biggest increase"."""
    return not before or before in known.verbal or (before.endswith("s") and not before.endswith("'s"))


def is_ranging(words: list[str]) -> bool:
    """Whether a "from" opens a plain range, whatever rose before: "crowds ranged from 60 to 90 percent"."""
    return len(words) > 1 and words[-2].startswith(_RANGING)


def read_change(draft: Draft, text: str, limit: int, known: Changes) -> None:
    """Say whether the number is what something rose or fell by, to or from."""
    words = words_before_hedge(draft)
    if draft.range and is_ranging(words):
        return
    told = told_before(words, known)
    part = _part(draft, told, words, known) if told else None
    if told and part and told.change:
        draft.change, draft.change_part = told.change, part
        draft.trace.append(f'{part}: {"verb" if told.verb else "noun"} "{told.word}"')
        return
    _change_after(draft, text, limit, known)


def _part(draft: Draft, told: Told, words: list[str], known: Changes) -> ChangePart | None:
    """The part of the change the number is: what it was by, to or from; None where it belongs to something else."""
    between = [word.strip(_MARKS) for word in words[len(words) - told.distance :]]
    if between[-1:] == ["of"] and len(between) > _SUM and between[-2] in known.sums:
        between = between[:-_SUM]  # "raised them by an average of 25 %"
    if words[-1].rstrip("\"'”’")[-1:] in _PAUSES:
        return None  # "after the fall, 12 people"
    if draft.range and between[-1:] == ["between"]:
        between.pop()
    if not between:
        return _bare(draft, told, known)
    last = between[-1]
    if draft.hyphenated and last in ("a", "an", "the") and draft.unit is not None and draft.unit.dimension in _TIMES:
        return None  # "rose to a seven-year high"
    if told.verb and between[0] == "of":
        return None  # "a tank of 40 litres", "a balloon of 12 metres": no verb
    if between == ["of"] and told.word in known.results and draft.unit is not None and draft.unit.dimension == CURRENCY:
        return None  # "a loss of $5m"
    level = next((at for at in range(len(between) - 1, -1, -1) if between[at] == "to"), None)
    if (
        level is not None
        and not (told.word in known.adverbs and told.word in known.after)
        and _leads_to(between, level, draft, known)
    ):
        last = "to"
    share = draft.numeral.form == "fraction"
    if share and between[-1] == "in" and told.verb:
        return "by"  # "cut in half"
    counts = draft.unit is None and told.lemma in known.transitive and not (share and last == "by")
    if counts and (last != "to" or told.lemma in known.others or between[0] == "off"):
        return None  # "lost by 321 votes", "added to 40 others"
    if last == "at":
        return "to"
    near = len(between) <= _NEAR_BY or (draft.unit is not None and draft.unit.dimension in (CURRENCY, "percent"))
    if last in ("to", "from") or (last == "by" and near):
        return last  # type: ignore[return-value]
    if not all(word in known.skip for word in between):
        return None
    for preposition in reversed(between):
        if preposition in ("to", "from", "by"):
            return preposition  # type: ignore[return-value]
    if not told.verb:
        return "by" if between == ["of"] else None
    return _bare(draft, told, known)


def _leads_to(between: list[str], level: int, draft: Draft, known: Changes) -> bool:
    """Whether only words that qualify the number stand behind "to": "to a record 40", "to between 80 and 100"."""
    tail = [word for word in between[level + 1 :] if not word.endswith(_LONG)]
    if not tail or draft.hyphenated or (level and between[level - 1] in known.led) or not known.skip.issuperset(tail):
        return False
    return draft.unit is not None or "the" not in tail  # not "raised it to the 12 members"


def _bare(draft: Draft, told: Told, known: Changes) -> ChangePart | None:
    """A number right behind its verb: "rose 5 %"; but "cut 500 jobs" and "raised $5 million" change no level."""
    if not told.verb:
        return None
    if draft.numeral.form == "fraction":
        return "by"  # "down a third"
    if told.lemma in known.adverbs and draft.unit is None:  # "pin down 50 votes"
        return None
    if told.lemma in known.transitive and (
        draft.unit is None or draft.unit.dimension not in ("percent", "points", "index points")
    ):
        return None
    return "by"


def multiplies(draft: Draft, known: Changes) -> bool:
    """Whether a multiple is a verb: "sales doubled", "will roughly double the number"; not "is double the number"."""
    if draft.numeral.word.endswith(("ed", "ing", "es")):
        return True
    words = words_before_hedge(draft)
    led = words[-1] if words else ""
    return draft.numeral.word in known.verbs and (led in known.verbal or is_plural(led))


def _change_after(draft: Draft, text: str, limit: int, known: Changes) -> None:
    """Read a change told behind the number: "5 percent higher", "a 4.2 percent drop", "52 this year, up from 40"."""
    from_other = _FROM_BEHIND.match(text, max(draft.end, draft.hedge_stop), limit)
    if from_other is not None:
        draft.change, draft.change_part = known.adverbs[from_other[1]], "to"
        draft.trace.append(f'to: "{from_other[1]} from"')
        return
    if draft.unit is None and draft.numeral.form != "multiple":
        if text.startswith("fewer", draft.end + 1) and next_word(text, draft.end, limit) == "fewer":
            draft.change, draft.change_part = "down", "by"
            draft.trace.append('by: "fewer"')
        return
    reach = (
        1 if draft.unit is not None and draft.unit.dimension == CURRENCY else 2
    )  # "a 5 % pay rise", "a $5bn tax cut"
    for word in next_words(text, max(draft.end, draft.hedge_stop), limit, reach):
        change = known.after.get(word.lower())
        if change is not None:
            draft.change, draft.change_part = change, "by"
            draft.trace.append(f'by: noun "{word}"')
            return
        if not word.islower() or word in ("of", "to", "from", "and", "in", "a", "the", "on", "for"):
            return
