"""Why digits that stand alone may be no figure: a date, a year, a name, an age, an address, a list number."""

from __future__ import annotations

import re

from factcheck.quantities.ages import does, is_age
from factcheck.quantities.calibres import is_calibre
from factcheck.quantities.clocks import is_clock
from factcheck.quantities.draft import Draft, words_before_hedge
from factcheck.quantities.labels import is_label, is_model
from factcheck.quantities.tables import Lookalikes, in_small_text, is_body, is_plural, next_word, next_words

_STREET = re.compile(
    r" (?:[NSEW]\.?[EW]?\.? |North |South |East |West )?(?:(?:[A-Z][\w.'’]*|[0-9]+(?:st|nd|rd|th)) ){1,3}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Parkway|Highway"
    r"|(?:Way|Court|Place|Terrace|Square|Plaza)(?=[,.;]))\b"
)
# "at 2217 Dorrance," names no kind of street; a day or month there is none: "closed at 8200 Friday".
_HOUSE = re.compile(r" (?:[NSEW]\. )?(?P<street>[A-Z][a-z]+)(?: [A-Z][a-z]+)?(?=[,.;])")
_VOTED = re.compile(r"[-–][0-9]{1,3}(?![0-9-])")
_APOSTROPHES = frozenset("'’‘")
_SHORT_YEAR = re.compile(r"(?:^|[\s(])['’‘]$")
_QUOTED = re.compile(r"(?: [a-z][a-z-]*){1,6}[.,]?['’](?!\w)")  # "killed '64 fighters'" opens a quotation
_STARTS = re.compile(r"(?:^|[.:;,]|\b(?:and|or))\s*\($")
_MOST_ITEMS = 20
_LONGEST_ITEM = 300
_ITEM = re.compile(r"\b([0-9]{1,2})\.\s+[A-Z]")
_LIST = re.compile(r"[0-9]{1,2}[.)]\s+\S")
_PARAGRAPH, _IN_PARAGRAPH = re.compile(r"\([a-z]\)"), re.compile(r"\([a-z]\)\($")  # "a 501(c)(3) group"
_LINE_START = re.compile(r"(?:^|\n)[ \t#*•]*$")
_POSTCODE = re.compile(r"\b[A-Z]{2} $")
_DAY = re.compile(r"(?:[12]?[0-9]|3[01])(?:st|nd|rd|th)?,?")
_DATE_ENDS = re.compile(r"\s?(?:[(,;)–—]|--|\.(?![0-9])|$)")
_YEAR, _CODE = 4, 5  # digits of a year, and of what messages go to
_LINE, _LABEL = 200, 60  # characters of a line that are looked at, and from which it labels no number
_CLOSES = '.!?:"”…,;'
_SITE = re.compile(r"\.(?:com|org|net|edu|gov|info|io|tv)\b")  # "350.org"
_YEAR_BEHIND = re.compile(r" [a-z]+ (?:\d{2}|\d{4})\b(?![.,]?\d)")
_ALSO_VERBS = frozenset({"may", "march"})  # in small letters a month only behind one of the next: "on 24 may"
_BEFORE_DAY = frozenset({"on", "since", "until", "by"})
_ITEM_BEFORE = re.compile(r"(?:[:;,.]|\b(?:and|or))\s+$")
_MARKS = ".,;:()[]\"'“”‘’"
_TITLED = re.compile(r"(?P<kind>\b[A-Za-z]+ [a-z-]+) (?:[A-Z][\w&'’.-]* ){1,3}$")
_WHOLE = 100
_GROUP = 6  # words behind a length among which the noun group ends
_BEHIND_NOUN = re.compile(
    r"(?:an?|the|in|on|at|of|by|for|from|to|with|as|after|before|since|when|while|where|who|which|that|but|he|she|they|his|"
    r"her|its|will|would|can|could|may)$"
)
_CAPITAL = re.compile(r"^[^\W\d_a-z]|^[a-z]{1,2}[A-Z]")  # of a name: "Gear", "iPod"
_OWNER, _TO_NEXT = re.compile(r"(?:\ws['’]|\w['’]s) $"), re.compile(r" to [0-9]")
_DETERMINERS = frozenset(["The", "These", "Those", "All", "Our", "Its"])
_STRICT_YEAR = frozenset(["in", "since", "during", "until", "by", "early", "late", "fiscal"])
_ROUGH_YEAR = frozenset(["around", "circa", "c.", "ca.", "about", "beyond"])


def why_not(draft: Draft, text: str, low: int, limit: int, known: Lookalikes) -> str | None:
    """A reason against digits without currency: what stands around them makes them something else."""
    written = text[draft.numeral.start : draft.numeral.stop]
    last = draft.words[-1].strip(_MARKS) if draft.words else ""
    first = next_word(text, draft.stop, limit)
    plain = written.isdigit()
    behind = text[draft.stop : draft.stop + 1]
    if (behind == "(" and _PARAGRAPH.match(text, draft.stop)) or (behind == ")" and _IN_PARAGRAPH.search(draft.before)):
        return "name"
    if behind in ("-", "\u2010") and first in known.names.graded:
        return "name"  # "a 5-star hotel"
    if is_calibre(draft, text, limit, known):
        return "calibre"
    if draft.unit is not None and draft.unit.dimension == "length" and _is_event(draft, text, limit, known):
        return "name"
    if draft.unit is not None and draft.unit.dimension == "time" and _is_programme(draft, text):
        return "name"
    if draft.unit is not None and draft.unit.dimension == "percent" and _is_wholly(draft, first, known):
        return "how surely"
    if is_clock(draft, text, last, known):
        return "clock time"
    if plain and _in_date(draft, last, first, text, known):
        return "date"
    if plain and draft.unit is None:
        reason = _bare(draft, text, low, limit, written, known) or (
            is_age(draft, text, last, first, known) and "age of a person"
        )
        if reason:
            return reason
    if behind == "." and _SITE.match(text, draft.stop):
        return "web address"
    if plain and draft.unit is None and is_label(draft, text, limit, first, known):
        return "name"
    if _glued_letter(draft, text) and is_model(draft, next_words(text, draft.end, limit), known):
        return "name"
    if len(written) == _YEAR and plain and _is_year(draft, last, first, text, limit, known):
        return "year"
    if draft.unit is None and draft.factor == 1 and _named(draft, text, first, known):
        return "name"
    return None


def _is_event(draft: Draft, text: str, limit: int, known: Lookalikes) -> bool:
    """Whether a length names what is run or swum: "the 200m champion", "the 10 km final in Rome".

    A noun that may describe another must end its group: not "the 10 km final stretch", "a 400 metre gold chain".
    """
    words = [word.lower() for word in next_words(text, draft.end, limit, _GROUP)]
    if not known.names.races.isdisjoint(words[:2]):
        return True
    at = next((at for at, word in enumerate(words[:2]) if word in known.names.events), None)
    if at is None:
        return False
    behind = [word for word in words[at:] if word not in known.names.events and word not in ("and", "or")]
    return not behind or _BEHIND_NOUN.match(behind[0]) is not None or does(behind[0])


def _is_programme(draft: Draft, text: str) -> bool:
    """Whether a span with a capital in small text is what something is called: "told the show 60 Minutes that"."""
    unit = draft.unit_span
    if unit is None or draft.hedge is not None or not text[unit.start : unit.stop].istitle():
        return False
    if text.startswith(" of ", unit.stop):
        return False  # "called for 6 Days of Rage"
    return in_small_text(draft.before, text, unit.stop)


def _is_wholly(draft: Draft, first: str, known: Lookalikes) -> bool:
    """Whether all of a hundred percent only stress something: "is 100 percent right"; not "100 percent of them"."""
    return draft.value == _WHOLE and draft.hedge is None and first in known.share.wholly


def _glued_letter(draft: Draft, text: str) -> bool:
    """Whether one letter right behind the digits was taken for a unit."""
    span = draft.unit_span
    return (
        span is not None
        and span.start == draft.numeral.stop
        and span.stop == span.start + 1
        and text[span.start].isalpha()
    )


def _is_short_year(draft: Draft, last: str, text: str, known: Lookalikes) -> bool:
    """Whether two digits close a date: "16 Aug 89 (AFP)", not "on 16 August 89 people"."""
    dated = last in known.dates.months and _is_day(draft.words[-2:-1]) and draft.words[-1] == last
    return dated and 10 <= draft.value <= 99 and _DATE_ENDS.match(text, draft.stop) is not None


def _in_date(draft: Draft, last: str, first: str, text: str, known: Lookalikes) -> bool:
    months = known.dates.months
    if _is_short_year(draft, last, text, known) or (last == "the" and _is_day_of_week(draft, first, known)):
        return True
    if draft.value > 31 and not _is_year_of_date(draft):
        return False
    if last in months and draft.before[-1:] in " \u00a0\n" and draft.words[-1][-1:] not in ",;":
        if draft.words[-2:-1] == ["in"] and is_plural(first) and draft.value <= 31:
            return False  # "In December 28 people died"
        return last != "may" or re.search(r"M(?:ay|AY)\s$", draft.before) is not None
    if draft.value > 31 or first.lower() not in months:
        return False
    if first[:1].isupper() or first not in _ALSO_VERBS or last in _BEFORE_DAY:
        return True
    return _YEAR_BEHIND.match(text, draft.stop) is not None  # "25 may 89 (dpa)"


def _is_day_of_week(draft: Draft, first: str, known: Lookalikes) -> bool:
    """Whether a number is the day behind its weekday: "from Tuesday the 16 to Monday the 22"."""
    led = draft.words[-2].lower().strip(_MARKS) if len(draft.words) > 1 else ""
    return led in known.dates.weekdays and not is_plural(first.lower())


def _is_year_of_date(draft: Draft) -> bool:
    """Whether a number is as great as years are, of long ago too where a day stands before it."""
    return 1500 <= draft.value <= 2100 or (1000 <= draft.value < 1500 and _is_day(draft.words[-2:-1]))


def _is_day(words: list[str]) -> bool:
    """Whether the last of some words is a day of a month: "4,", "14th"."""
    return bool(words) and _DAY.fullmatch(words[-1]) is not None


def _after_day(draft: Draft, known: Lookalikes) -> bool:
    """Whether a month, a day and a comma stand before the number: "July 4, 1776"."""
    month = draft.words[-2].strip(_MARKS) if len(draft.words) > 1 else ""
    return month in known.dates.months and draft.words[-1].endswith(",") and _is_day(draft.words)


def _is_house(draft: Draft, text: str, limit: int, written: str, known: Lookalikes) -> bool:
    """Whether a number and a capitalised word are a house and its street: "at 2217 Dorrance, "."""
    if not 3 <= len(written) <= 5 or draft.words[-1:] != ["at"] or draft.hedge is not None:
        return False
    match = _HOUSE.match(text, draft.stop, limit)
    street = match["street"].lower() if match else ""
    return bool(street) and not is_plural(street) and street not in known.dates.weekdays | known.dates.months


def _stands_alone(draft: Draft, text: str) -> bool:
    """Whether a line holds nothing but the number, and no line beside it could label it: a counter of a page."""
    low, high = text.rfind("\n", 0, draft.start), text.find("\n", draft.stop)
    if low < 0 or high < 0 or text[low + 1 : high].strip() != text[draft.start : draft.stop]:
        return False
    above, below = text[max(0, low - _LINE) : low].rstrip(), text[high : high + _LINE].lstrip()
    lines = above.rpartition("\n")[2].strip(), below.partition("\n")[0].strip()
    return not any(line and len(line) < _LABEL and line[-1] not in _CLOSES and not line.isupper() for line in lines)


def _bare(draft: Draft, text: str, low: int, limit: int, written: str, known: Lookalikes) -> str | None:
    quoted = draft.before[-1:] in _APOSTROPHES
    if quoted and len(written) == 2 and _SHORT_YEAR.search(draft.before) and not _QUOTED.match(text, draft.stop, limit):
        return "year"
    if len(written) < 4 and _stands_alone(draft, text):
        return "page furniture"
    if len(written) > 1 and written[0] == "0":
        return "code"
    around = text[max(0, draft.start - 1) : draft.start], text[draft.stop : draft.stop + 1]
    if (
        around[1] in (".", ")")
        and _LIST.match(text, draft.start, limit)
        and (draft.start == low or _LINE_START.search(text, max(low, draft.start - 12), draft.start))
    ):
        return "list number"
    if around[1] == "." and draft.value <= _MOST_ITEMS and _in_running_list(draft, text):
        return "list number"
    led = {word.strip(_MARKS) for word in draft.words} if len(written) == _CODE else set()
    if draft.words[-1:] == ["to"] and not known.names.texted.isdisjoint(led):
        return "phone number"
    if around == ("[", "]"):
        return "reference mark"
    if around == ("(", ")") and draft.value <= _MOST_ITEMS and _STARTS.search(draft.before):
        return "list number"
    if around[1] == ")" and draft.value <= _MOST_ITEMS and _opens_item(draft, text, limit):
        return "list number"
    if text.startswith("-something", draft.stop):  # "20-something miles" has a unit
        return "age of a person"
    if around[0] == "#":
        return "name"
    if _STREET.match(text, draft.stop, limit) or _is_house(draft, text, limit, written, known):
        return "address"
    return "postcode" if len(written) == 5 and _POSTCODE.search(draft.before) else None


def _in_running_list(draft: Draft, text: str) -> bool:
    """Whether a number opens an item of a running list, with two more around: "a truce 2. Aid for all 3. Talks"."""
    if not _ITEM.match(text, draft.start):
        return False
    around = text[max(0, draft.start - 2 * _LONGEST_ITEM) : draft.start + 2 * _LONGEST_ITEM]
    found = {int(item[1]) for item in _ITEM.finditer(around)}
    own = int(draft.value)
    return any(found.issuperset(range(first, first + 3)) for first in range(max(1, own - 2), own + 1))


def _opens_item(draft: Draft, text: str, limit: int) -> bool:
    """Whether a number and its lone closing bracket open an item of a running list: "for two reasons: 1) …, 2) …"."""
    before = draft.before
    open_bracket = before.rfind("(") > before.rfind(")")
    spaced = draft.stop + 1 < limit and text[draft.stop + 1].isspace()
    if not spaced or open_bracket:
        return False
    earlier = draft.value > 1 and f"{draft.value - 1})" in text[max(0, draft.start - _LONGEST_ITEM) : draft.start]
    return earlier or _ITEM_BEFORE.search(before) is not None


def _is_year(draft: Draft, last: str, first: str, text: str, limit: int, known: Lookalikes) -> bool:
    """Four plain digits: a year unless a unit, a hedge or a counted noun says otherwise."""
    dated = _after_day(draft, known)
    old = dated or (last in ("in", "since") and text[draft.stop : draft.stop + 1] in _CLOSES)  # "in 1349, after"
    if not (1000 if old else 1500) <= draft.value <= 2100 or draft.prefixed:
        return False
    if first in known.dates.year_levels and draft.value >= 1900:
        return True
    rough = (
        last in _ROUGH_YEAR or last in ("a", "the") or (last == "approaching" and not first)
    )  # "around 1950", "under a 2008 law"
    led = words_before_hedge(draft)
    since = draft.value >= 1900 and bool(led) and led[-1] in _STRICT_YEAR  # "since at least 2009"
    if draft.hedge is not None and not since and not (rough and draft.value >= 1900):
        return draft.value >= 1900 and text.startswith(("'s ", "’s "), draft.stop)  # "above 2004's average"
    strict = dated or last in _STRICT_YEAR or last in known.dates.months
    modern = draft.value >= 1900
    if draft.unit is not None:
        return modern and last in ("since", "fiscal") and not draft.hyphenated
    if text[draft.stop : draft.stop + 1] == "-":
        return modern and not is_plural(first.lower())
    named = bool(first) and last == "the" and (first[0].isupper() or not is_plural(first))  # "the 1799 Logan Act"
    dated_of = last == "of" and draft.words[-2:-1] != [] and draft.words[-2] in known.dates.year_of
    likely = modern or strict or named or dated_of or last in _ROUGH_YEAR or last in ("between", "from")
    if not first or first.lower() in known.dates.year_after:
        return likely
    noun = next_words(text, draft.stop, limit, 2)[-1] if first[0].isupper() else first
    if is_plural(noun) and not noun[0].isupper():  # "2000 evacuees" or "2016 elections"
        return modern and (strict or draft.value % 50 != 0)
    return likely


def _named(draft: Draft, text: str, first: str, known: Lookalikes) -> bool:
    """Whether a word beside the number makes it a name: "Flight 610", "a 737 jet", "Stoxx 50"."""
    prior, word = _last_two(draft.before)
    lower, near = word.lower(), draft.words[-8:]
    names = known.names
    if "," in text[draft.numeral.start : draft.numeral.stop]:
        return False  # "Nasdaq 2,319.64": a level, however close it stands to a name
    if is_body(draft.before, known) and not is_plural(first.lower()):
        return True
    if (
        lower not in names.always
        and _VOTED.match(text, draft.stop)
        and not (known.scores.votes.isdisjoint(near) and known.scores.results.isdisjoint(near))
    ):
        return False  # "approved the measure 67-31"
    if str(draft.value) in names.lines and (
        first.lower() in names.phoned or names.dialled.intersection(draft.words[-5:])
    ):
        return True
    if word and (word[-1] not in ",;:.!?)" or lower in names.before or lower in names.capital) and draft.hedge is None:
        if first in names.after_capital:
            return True  # "Fox 2 News"
        if lower in names.before or (word[0].isupper() and lower in names.capital):
            return lower in names.always or not is_plural(first.lower()) or first.lower() in names.does
        if (
            lower == "top"
            and draft.value % 5 == 0
            and (word[0] == "t" or not in_small_text(draft.before, text, draft.stop))
        ):
            return not is_plural(first.lower()) or first.partition("-")[0].endswith("est")  # "the top 10 highest-paid"
        if word == "Top":
            return draft.value % 5 == 0  # "the Top 40 charts"
        if _named_by_capital(text, word, prior, draft, first, known):
            return True
    if draft.numeral.form != "digits" or draft.value < 2:
        return False
    titled = _TITLED.search(draft.before) if word[:1].isupper() and not is_plural(first.lower()) else None
    if titled and " ".join(titled["kind"].lower().split()) in names.titled:
        return True  # "shares of Forever 21"
    return first in names.after_capital or (first.lower() in names.after and draft.value >= 100)


def _last_two(before: str) -> tuple[str, str]:
    """The last two words before a number, the last without quotation marks; none where the number is glued to it."""
    told = before.rstrip(" \u00a0\n")
    words = told.rsplit(None, 2)[-2:] if len(told) < len(before) and not told[-1:].isspace() else []
    word = words[-1].lstrip("(\"“‘'[").rstrip("\"”’'") if words else ""
    return (words[0] if len(words) > 1 else ""), word


def _named_by_capital(text: str, word: str, prior: str, draft: Draft, first: str, known: Lookalikes) -> bool:
    """A capitalised word inside running text, right before plain digits with nothing behind that could be counted."""
    if not _CAPITAL.search(word) or not prior or prior[-1] in '.!?:"”':
        return False
    if _OWNER.search(draft.before) or _TO_NEXT.match(text, draft.stop):
        return False  # "to Hale's 12", "led Hale 43 to 40"
    version = text[draft.start : draft.stop].endswith(".0")  # "the hacker Lund 2.0 wrote"
    if first and not first[0].isupper() and first not in known.names.ends and not version:
        return False
    if draft.numeral.words or draft.value < 1 or draft.value % 1 or draft.stop - draft.start > len(str(draft.value)):
        return False
    if text[draft.stop + 1 : draft.stop + 2].isdigit():
        return False  # "Yang 5 2", a table
    running = sum(token[:1].islower() and len(token) > 3 for token in draft.before.split()[1:])
    return running > 1 or (word not in _DETERMINERS and in_small_text(draft.before, text, draft.stop))
