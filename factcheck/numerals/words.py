"""Numbers in words: "two hundred and fifty", "tens of thousands", "half a million", "two and a half"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from factcheck.numerals.model import Bounds, Numeral
from factcheck.numerals.pointed import Longer, longer
from factcheck.numerals.vocabulary import Lexicon, NumberWords

ONE, TWENTY, HUNDRED, DOZEN = Decimal(1), Decimal(20), Decimal(100), Decimal(12)
FOLD = re.compile(r"[- ]?fold\b", re.IGNORECASE)
_NO_ONE = re.compile(r"[ -]one\b", re.IGNORECASE)
_FIGURES = re.compile(r"[- ]figures?\b")
_FEWEST_FIGURES, _MOST_FIGURES = 4, 12
_NOT = len("not ")
_COUNTED = re.compile(r" (?!of\b|but\b|to\b|or\b|and\b|who\b|that\b|in\b|for\b)[a-z]")  # "not one soldier"
_MOST_OF = 4  # "dozens of hundreds of thousands"
_LONGEST = 40  # words of one number; more is a list
_OF_FRACTION = re.compile(  # a plain verb behind "a third" has more than one subject: "a third remain missing"
    r"[ \u00a0]+(?:of|more|less|fewer|lower|higher|larger|bigger|smaller|were|are|have|said|remain|live|do"
    r"|stake|holding)\b"
)
_REACH = 12
# Before "two quarters": three months each, not two fourths.
_PERIODS = re.compile(
    r"\b(?:last|past|next|first|final|previous|recent|for|these|those|coming|following|preceding|consecutive|over|in|of|after)\s$",
    re.IGNORECASE,
)
# Behind them, likewise: what a quarter of a year has.
_TURNOVER = re.compile(
    r" (?:of|in a row|running|straight)(?: [a-z]+){0,2}?(?:(?<=row)|(?<=running)|(?<=straight)"
    r"| (?:growth|decline|contraction|expansion|recession|loss(?:es)?|profits?|falls?|gains?|sales|earnings)\b)"
)
_OF_ONE = re.compile(r" of (?:an?|the (?!year\b)|all|its|their|his|her|our|those|these|one)\b")
_THE = re.compile(r"(?:\b(?:the|its|his|her|their|our|my|this|that)|['’]s)\s$", re.IGNORECASE)
_POWERS = frozenset([HUNDRED, Decimal(1000), Decimal(10) ** 6, Decimal(10) ** 9])
_TO_FRACTION = re.compile(
    r"\b(?:by(?: up to)?|between|than|nearly|almost|about|roughly|around|over|least|from|up|down|fell|fallen|dropped"
    r"|rose|risen|lost|grew) a[ -]$",
    re.IGNORECASE,
)
# What must not match: "by a third party", "about a third man", "up a fifth floor".
_PAST_FRACTION = re.compile(
    r"\s*(?:[.,;)—]|$)"
    r"|[ \u00a0](?:since|above|below|from|for|at|and|after|before|compared|on|over|as|in|to|when|while|but|this|last)\b"
    r"|[ \u00a0](?:its|their|the)\b"
)


_ARTICLE = r"(?:an?|AN?)[ \u00a0-]"
# A word that may be a further one of the same number, with what joins it: " and a", "-"; the tail is "-thousandth".
_FOLLOWING = re.compile(
    r"(?P<gap>[-\u2010\u2011]|[ \t\u00a0]{1,3}|[ \t]?\r?\n[ \t]?)"
    rf"(?P<joint>(?:and|of|AND|OF|&)(?:[ \u00a0-]{{1,3}}|\r?\n)(?:{_ARTICLE})?|{_ARTICLE})?"
    r"(?P<word>[A-Za-z]+)\b(?P<tail>-[A-Za-z]+\b)?"
)


class Word(NamedTuple):
    """A number word with what joins it to the one before: a gap and "and", "of", "a", "and a", "of a" or nothing."""

    start: int
    stop: int
    lower: str
    gap: str = ""
    joint: str = ""


class Amount(NamedTuple):
    """A value read from the first ``used`` words of a run; ``factor`` is its last magnitude."""

    value: Decimal
    used: int
    factor: Decimal = ONE
    grain: Decimal = ONE


def collect(lexicon: Lexicon, text: str, stop: int, limit: int, first: str | None = None) -> list[Word]:
    """The number words that follow ``stop``, one joint apart, as far as they can go on the number ``first`` starts."""
    run: list[Word] = []
    found = _following(lexicon, text, stop, limit)
    if found is None:
        return run
    small = first is not None and lexicon.words.cardinals.get(first, HUNDRED) < TWENTY
    while found and len(run) < _LONGEST:
        if small and found.lower in lexicon.words.cardinals:
            break  # "one two three" is a list
        run.append(found)
        small = lexicon.words.cardinals.get(found.lower, HUNDRED) < TWENTY
        found = _following(lexicon, text, found.stop, limit)
    return run


def _following(lexicon: Lexicon, text: str, at: int, limit: int) -> Word | None:
    """The number word behind ``at``, with what joins it; "three" of "threefold" too, and no "eleven" of "elevenses"."""
    match = _FOLLOWING.match(text, at, limit)
    if match is None:
        return None
    gap, joint, word, tail = match.groups()
    if tail is None and word.lower() not in lexicon.known and not word.endswith("fold"):
        return None  # most words
    for written in (word + (tail or ""), word, word.removesuffix("fold")):
        lower = written.lower()
        if lower in lexicon.known and written in (lower, lower.capitalize(), lower.upper()):
            start = match.start("word")
            named = joint.strip(" \u00a0-").replace("-", " ").replace("&", "and").lower() if joint else ""
            return Word(start, start + len(written), lower, gap, named)
    return None


def read_words(lexicon: Lexicon, text: str, start: int, stop: int, limit: int) -> Numeral:
    """The number whose first word is ``text[start:stop]``."""
    words, first = lexicon.words, text[start:stop].lower()
    if first.startswith(("a ", "an ")):
        return _article(words, text, start, stop)
    if first == "one" and text[max(0, start - _NOT) : start].lower() == "not " and _COUNTED.match(text, stop):
        return Numeral(start - _NOT, stop, Decimal(0), "zero", word="single", words=True)
    if first in words.zero.words:
        nobody = _NO_ONE.match(text, stop, limit) if first == "no" else None
        return Numeral(
            start, nobody.end() if nobody else stop, Decimal(0), "zero", word="nobody" if nobody else first, words=True
        )
    if first in words.multiples:
        return Numeral(start, stop, words.multiples[first], "multiple", word=first, words=True)
    run = [Word(start, stop, first), *collect(lexicon, text, stop, limit, first)]
    if first in words.vague:
        return _vague(words, run)
    if first in words.fractions and first not in words.ordinals:
        return _fraction_alone(words, run)
    if first in words.ordinals:
        return _ordinal(words, run, text)
    return _cardinal(lexicon, run, text, limit)


def _article(words: NumberWords, text: str, start: int, stop: int) -> Numeral:
    """An article that may stand for one, "a year"; "a single shell"; "not a single shell", which is none."""
    if not text.endswith(words.article.single, start, stop):
        return Numeral(start, start + text[start:stop].index(" "), ONE, "words", ONE, word="a", words=True)
    denied = start >= _NOT and text[start - _NOT : start].lower() == "not "
    if denied:
        return Numeral(start - _NOT, stop, Decimal(0), "zero", word="single", words=True)
    return Numeral(start, stop, ONE, "words", ONE, word="single", words=True)


def _cardinal(lexicon: Lexicon, run: list[Word], text: str, limit: int) -> Numeral:
    words, start = lexicon.words, run[0].start
    amount = _count(words, run)
    stop = run[amount.used - 1].stop
    behind = text[stop : stop + 2].lower()
    figures = _FIGURES.match(text, stop) if behind[1:] == "f" else None
    if figures and _FEWEST_FIGURES <= amount.value <= _MOST_FIGURES:
        low = Decimal(10) ** (amount.value - 1)
        bounds = Bounds((low, low * 10 - 1), (low, low * 10 - 1))
        return Numeral(start, figures.end(), low, "vague", None, ONE, bounds, "figures", words=True)
    fold = FOLD.match(text, stop) if "f" in behind else None
    if fold:
        return Numeral(start, fold.end(), amount.value, "multiple", word="fold", words=True)
    further = longer(lexicon, text, start, stop, limit, amount.value, amount.factor)
    if further:
        return _magnified(lexicon, text, start, further, limit)
    follow = run[amount.used] if amount.used < len(run) else None
    placed = follow and (_parts_of(words, run, amount, follow, text) or _placed(words, amount, follow, run, text))
    if placed:
        return placed
    bare = run[0].lower if run[0].lower in words.magnitudes else ""
    return Numeral(start, stop, amount.value, "words", amount.grain, amount.factor, word=bare, words=True)


def _magnified(lexicon: Lexicon, text: str, start: int, further: Longer, limit: int) -> Numeral:
    """Take in the magnitude behind decimals or a part in words: "one point four million"."""
    run = collect(lexicon, text, further.stop, limit)
    amount = extend(lexicon.words, run, 0, Decimal(0), further.value, further.grain, digits=True)
    stop = run[amount.used - 1].stop if amount.used else further.stop
    return Numeral(start, stop, amount.value, "words", amount.grain, max(amount.factor, ONE), words=True)


def _parts_of(words: NumberWords, run: list[Word], amount: Amount, follow: Word, text: str) -> Numeral | None:
    """A number of parts of one: "two thirds", "one thousandth of"; not "the last two quarters"."""
    if follow.joint or follow.lower not in words.fractions or amount.value >= HUNDRED:
        return None
    denominator = words.fractions[follow.lower]
    if follow.gap != "-" and text[follow.stop : follow.stop + 1] == "-":
        return None  # "one third-grader"
    single = not follow.lower.endswith("s") and amount.value != 1 and follow.gap != "-"
    if single and _of_magnitude(words, run, amount.used + 1) is None:
        return None  # "two quarter finals"
    if follow.lower == "quarters" and (
        amount.value > denominator
        or (
            follow.gap != "-"
            and not _OF_ONE.match(text, follow.stop)
            and (
                _PERIODS.search(text, max(0, run[0].start - _REACH), run[0].start) or _TURNOVER.match(text, follow.stop)
            )
        )
    ):
        return None
    if follow.lower in words.ordinals and not _plural_fits(amount, follow):
        return None
    if (
        follow.lower in words.ordinals
        and denominator >= HUNDRED
        and _THE.search(text, max(0, run[0].start - _REACH), run[0].start)
    ):
        return None  # "the one hundredth truck"
    return _parts(words, run, amount, denominator)


def _placed(words: NumberWords, amount: Amount, follow: Word, run: list[Word], text: str) -> Numeral | None:
    """An ordinal of several words: "forty-second", "thirty third", "two hundredth", "one hundred and first"."""
    order = words.ordinals.get(follow.lower)
    value = amount.value
    if order is None or value % 1 or follow.joint not in ("", "and"):
        return None
    if not follow.joint and order in _POWERS and value < order:
        return Numeral(run[0].start, follow.stop, value * order, "ordinal", words=True)
    tens = value % HUNDRED
    fits = order < HUNDRED if tens == 0 else (tens >= TWENTY and tens % 10 == 0 and order < 10 and not follow.joint)
    if not fits or (
        follow.lower == "second"
        and follow.gap != "-"
        and not _THE.search(text, max(0, run[0].start - _REACH), run[0].start)
    ):
        return None  # "a forty second delay"
    return Numeral(run[0].start, follow.stop, value + order, "ordinal", words=True)


def _plural_fits(amount: Amount, follow: Word) -> bool:
    """Whether a fraction follows: "one third", "two thirds"; not "two third", nor the ordinal "twenty-third"."""
    if amount.value >= 20 and amount.value % 10 == 0 and follow.gap == "-":
        return False
    return follow.lower.endswith("s") is (amount.value != 1)


def _count(words: NumberWords, run: list[Word]) -> Amount:
    """The cardinal that the run starts with."""
    first = run[0].lower
    if first in words.cardinals:
        return extend(words, run, 1, Decimal(0), words.cardinals[first])
    magnitude = words.magnitudes[first]
    if magnitude <= HUNDRED:
        return extend(words, run, 1, Decimal(0), magnitude, magnitude if magnitude == HUNDRED else ONE)
    return extend(words, run, 1, magnitude, Decimal(0), magnitude)


def extend(
    words: NumberWords,
    run: list[Word],
    used: int,
    total: Decimal,
    group: Decimal,
    grain: Decimal = ONE,
    *,
    digits: bool = False,
) -> Amount:
    """Add the words of ``run[used:]`` that go on the same number: "four" + "hundred" + "and" + "six" + "thousand"."""
    factor = grain if grain > ONE else ONE
    last = total or None
    while used < len(run):
        word = run[used]
        if word.lower in words.cardinals and not digits:
            value = words.cardinals[word.lower]
            if not _fits(word, value, group, total):
                break
            group, grain, factor = group + value, ONE, ONE
        elif word.lower in words.magnitudes and not word.joint and (group or total):
            magnitude = words.magnitudes[word.lower]
            if magnitude in (HUNDRED, DOZEN):
                if not 0 < group < HUNDRED or (digits and word.gap == "-"):
                    break
                group *= magnitude
                grain, factor = (grain * magnitude if magnitude == HUNDRED else ONE), magnitude
            elif group == 0 and total and last is not None and magnitude > last:  # "1.5 lakh crore"
                total, last = total * magnitude, magnitude
                grain, factor = grain * magnitude, factor * magnitude
            elif group == 0 or (last is not None and magnitude >= last):
                break
            else:
                total, group, last = total + group * magnitude, Decimal(0), magnitude
                grain, factor = grain * magnitude, magnitude
        elif word.lower in words.counted and not word.joint and (group or total) and word.gap != "-":
            size = words.counted[word.lower]
            total, group, last = (total + group * size if group else total * size), Decimal(0), size
            grain, factor = (ONE, ONE) if size == DOZEN else (grain * size, size)
        elif word.joint in ("and a", "and an") and word.lower in words.fractions and group:
            dozen = used > 0 and words.magnitudes.get(run[used - 1].lower) == DOZEN  # "a dozen and a half"
            part = (DOZEN if dozen else ONE) / words.fractions[word.lower]
            group, grain = group + part, ONE if dozen else part
        else:
            break
        used += 1
    return Amount(total + group, used, factor, grain)


def _fits(word: Word, value: Decimal, group: Decimal, total: Decimal) -> bool:
    """Whether a cardinal may follow: "forty two", "hundred (and) five", "thousand (and) five"; never "two three"."""
    if word.joint not in ("", "and") or value == 0:
        return False
    if group == 0:
        return total > 0 and (not word.joint or value < HUNDRED)
    if group % HUNDRED == 0:
        return True
    return not word.joint and group % HUNDRED >= 20 and group % 10 == 0 and value < 10


def _parts(words: NumberWords, run: list[Word], amount: Amount, denominator: Decimal) -> Numeral:
    """A fraction after its count: "two-thirds", "three quarters of a million"."""
    value, used = amount.value / denominator, amount.used + 1
    factor = _of_magnitude(words, run, used)
    if factor is not None:
        return Numeral(run[0].start, run[used].stop, value * factor, "words", factor / denominator, factor, words=True)
    return Numeral(run[0].start, run[used - 1].stop, value, "fraction", words=True)


def _fraction_alone(words: NumberWords, run: list[Word]) -> Numeral:
    """A fraction alone: "half", "half a million", "a quarter of a million", "half-dozen"."""
    denominator = words.fractions[run[0].lower]
    factor = _of_magnitude(words, run, 1)
    if factor is not None:
        grain = ONE if factor == DOZEN else factor / denominator
        return Numeral(
            run[0].start, run[1].stop, factor / denominator, "words", grain, factor, word=run[0].lower, words=True
        )
    return Numeral(run[0].start, run[0].stop, ONE / denominator, "fraction", word=run[0].lower, words=True)


def _of_magnitude(words: NumberWords, run: list[Word], used: int) -> Decimal | None:
    """The magnitude that a fraction is of: "(half) a million", "(quarter) of a million", "(half)-dozen"."""
    if used < len(run) and run[used].lower in words.magnitudes and run[used].joint in ("", "a", "of a"):
        return words.magnitudes[run[used].lower]
    return None


def _ordinal(words: NumberWords, run: list[Word], text: str) -> Numeral:
    """An ordinal, as in "the third round"; but "a third of them" is a fraction."""
    word = run[0]
    before = text[max(0, word.start - 3) : word.start].lower()
    if word.lower in words.fractions and before.endswith(("a ", "a-")) and _is_part(text, word):
        return Numeral(
            word.start, word.stop, ONE / words.fractions[word.lower], "fraction", word=word.lower, words=True
        )
    return Numeral(word.start, word.stop, words.ordinals[word.lower], "ordinal", word=word.lower, words=True)


def _is_part(text: str, word: Word) -> bool:
    """Whether "a third" is a part: by what follows, or by what leads to it: "by a third", "fallen a third since"."""
    if _OF_FRACTION.match(text, word.stop):
        return True
    led = _TO_FRACTION.search(text, max(0, word.start - _REACH), word.start)
    return led is not None and _PAST_FRACTION.match(text, word.stop) is not None


def _vague(words: NumberWords, run: list[Word]) -> Numeral:
    """A loose word: "dozens", "tens of thousands", "several hundred", "a couple of dozen"."""
    first = run[0].lower
    bounds, used, factor = words.vague[first], 1, ONE
    while used < min(len(run), _MOST_OF):
        word = run[used]
        name = word.lower if word.lower in words.magnitudes else word.lower.removesuffix("s")
        plural = word.lower.endswith("s") and word.joint in ("", "of")
        single = word.lower in words.magnitudes and word.joint in ("", "of", "of a")
        if name not in words.magnitudes or not (plural or single):
            break
        factor *= words.magnitudes[name]
        used += 1
    if factor != ONE:
        bounds = bounds.times(factor, open_ended=first.endswith("s") and first != "several")
    return Numeral(
        run[0].start, run[used - 1].stop, bounds.typical[0], "vague", None, factor, bounds, first, words=True
    )
