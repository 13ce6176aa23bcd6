"""A sentence as a string of word classes, one letter a token, over which the parts of the context find phrases."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.context.lexicon import Lexicon, lexicon
from factcheck.context.view import SentenceView
from factcheck.lemmas import is_unchanging, verb_lemma
from factcheck.quantities import Quantity
from factcheck.sentences.tokens import Token

_MARKS = {
    ",": ",",
    "-": "-",
    "‐": "-",
    "‑": "-",
    '"': '"',
    "“": '"',
    "”": '"',
    "'": '"',
    "‘": '"',
    "’": '"',
    "%": "u",
    "&": "c",
}
_HYPHENS = frozenset("-‐‑")
_FRESH = frozenset('"“‘:•—–')
_NEVER_NAMES = frozenset("DPtcwrbhmadzj")
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "my", "your"})
_OBJECT_START = frozenset("D#qzrj")
_PARTICLES = frozenset({"out", "up", "off", "over"})
_THINGS = (["D"], ["#"], ["n"], ["s"], ["q"], ["j"], ["z"])
_AVERAGES = frozenset({"average", "median", "mean"})
_OF_MEASURE = frozenset({"long"})  # "a two-decade long quarrel"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a quantity stands among the tokens: ``[start, stop)`` with its hedge and unit.

    ``hyphen`` is the word tied to the number by a hyphen ("12-member", "four-way") when it is no unit.
    """

    start: int
    stop: int
    number: int  # the first token of the numeral itself
    hyphen: str | None = None
    tied: bool = False  # number and unit are one compound: "30-day", "6.1-magnitude"


@dataclass(frozen=True, slots=True)
class Tagged:
    """The tags of a sentence and the anchors of its quantities."""

    tags: str
    flat: str  # the same, with other numbers' compounds as adjectives: "one two-year term"
    anchors: tuple[Anchor, ...]
    owner: dict[int, int]  # first token of a quantity -> its index in the sentence


def tagged(view: SentenceView) -> Tagged:
    """The tags of a sentence, worked out once."""
    known = view.memo.get("tagged")
    if isinstance(known, Tagged):
        return known
    words = lexicon(view.vocabulary)
    anchors = tuple(_anchor(view, quantity) for quantity in view.quantities)
    raw = _raw_tags(view.tokens, words)
    for anchor in anchors:
        for i in range(anchor.start, anchor.stop):
            raw[i] = "#"
    tags = _settle(raw, view.tokens, words)
    flat = list(tags)
    for anchor in anchors:
        if anchor.tied:
            flat[anchor.start : anchor.stop] = "j" * (anchor.stop - anchor.start)
    result = Tagged(tags, "".join(flat), anchors, {anchor.start: i for i, anchor in enumerate(anchors)})
    view.memo["tagged"] = result
    return result


def _anchor(view: SentenceView, quantity: Quantity) -> Anchor:
    tokens = view.tokens
    start = max(view.token_index(quantity.span.start), 0)
    number = max(view.token_index(quantity.number.start), 0)
    if start > 2 and tokens[start - 1].lower == "of" and tokens[start - 2].lower in _AVERAGES:
        start -= 3 if tokens[start - 3].lower in ("a", "an") else 0  # "takes an average of 12 years"
    end = max(quantity.span.stop, quantity.unit_span.stop if quantity.unit_span else 0)
    stop = number + 1
    while stop < len(tokens) and tokens[stop].start < end:
        stop += 1
    last = tokens[stop - 1]
    if last.stop > end:  # the number is the first half of a word: "four-way"
        rest = last.text[end - last.start :].lstrip("-‐‑")
        return Anchor(start, stop, number, rest.lower() or None, tied=True)
    tied = any(token.text in "-‐‑" for token in tokens[number + 1 : stop]) or "-" in last.text
    if stop + 1 < len(tokens) and tokens[stop].text in "-‐‑" and tokens[stop].start == last.stop:
        after = tokens[stop + 1]
        if after.start == tokens[stop].stop and after.kind == "word":
            return Anchor(start, stop + 2, number, after.lower, tied=True)
    return Anchor(start, stop, number, None, tied)


def _raw_tags(tokens: tuple[Token, ...], words: Lexicon) -> list[str]:
    """Each token's class by itself; names by their capital, except where all words have one (a headline)."""
    titled = _is_titled(tokens)
    raw: list[str] = []
    fresh = True  # at the start of a sentence or quotation, where a capital says nothing
    for token in tokens:
        if token.kind == "word":
            tag = words.tag(token.lower)
            raw.append(_capitalised(token, tag, words, fresh, titled) if token.text[0].isupper() else tag)
            fresh = False
        elif token.kind == "number":
            raw.append("#")
            fresh = False
        else:
            titled_name = token.text == "." and raw and raw[-1] in "qn" and token is not tokens[-1]
            raw.append("-" if titled_name else _MARKS.get(token.text, ";"))  # the stop of "Mrs." ends no phrase
            fresh = fresh or token.text in _FRESH
    return raw


def _is_titled(tokens: tuple[Token, ...]) -> bool:
    """Whether nearly all words have a capital and no full stop follows, as in a headline."""
    if not tokens or tokens[-1].text == ".":
        return False
    long = [token.text[0].isupper() for token in tokens if token.kind == "word" and len(token.text) > 3]
    return 3 * sum(long) > 2 * len(long)


def _capitalised(token: Token, tag: str, words: Lexicon, fresh: bool, titled: bool) -> str:
    """The class of a word with a capital: a name, unless its class or its place gives the capital another reason."""
    if token.text == "US":
        return "j"  # not the pronoun
    if not fresh and token.text in ("March", "May"):
        return "d"
    if token.lower in words.states or (tag == "s" and words.is_people(token.lower)):
        return tag  # "Over 20 Dead"; "Americans", "Democrats"
    if tag == "a" and token.lower.endswith("ly") and not (fresh or titled):
        return "q"  # "Raymond Kelly"
    named = tag == "n" if fresh or titled else tag not in _NEVER_NAMES
    return "q" if named else tag


def _settle(raw: list[str], tokens: tuple[Token, ...], words: Lexicon) -> str:
    """Decide what can be noun or verb by the words on both sides."""
    before = ""
    for i, tag in enumerate(raw):
        if (
            tag == "Y"
            and tokens[min(i + 1, len(tokens) - 1)].lower != "of"
            and _amounts(raw, i, before)
            and verb_lemma(tokens[i].lower) in words.amounting
        ):
            tag = raw[i] = "v"
        elif tag == "a" and before and before in "tm" and tokens[i].lower == "last" and raw[i + 1 : i + 2] != ["n"]:
            tag = raw[i] = "v"  # "meant to last 12 months"
        elif tag == "D" and before == "#" and tokens[i].lower == "such":
            tag = raw[i] = "j"  # "four such posts"
        elif tag == "g" and _is_gerund_noun(raw, i, tokens, words):
            tag = raw[i] = "n"
        elif tag in "yYHKegvs":
            tag = raw[i] = _settled(raw, i, tag, before, tokens)
        if tag not in 'a"':
            before = tag
    return "".join(raw)


def _is_gerund_noun(raw: list[str], i: int, tokens: tuple[Token, ...], words: Lexicon) -> bool:
    """Whether an -ing form is a plain noun: "federal funding", "of mining and farming jobs", "the mass shooting"."""
    before, after = raw[i - 1 : i], raw[i + 1 : i + 2]
    if not i or after in (["D"], ["#"], ["q"], ["r"]):
        return False
    if tokens[i].lower in words.events_of_a_kind:
        return tokens[i - 1].lower in words.kinds_of_event
    if tokens[i].lower not in words.gerund_nouns:
        return False
    return before[0] in "Djznc" or tokens[i - 1].lower in ("of", "in", "for")


def _amounts(raw: list[str], i: int, before: str) -> bool:
    """Whether an -s form stands between a noun and what can be its amount: "inflation stands at 5 %"."""
    if before == "s":
        return raw[i + 1 : i + 3] == ["P", "#"]  # "the number of cases stands at 12"
    return before in ("n", "q") and raw[i + 1 : i + 2] in (["P"], ["t"], ["#"])


def _settled(raw: list[str], i: int, tag: str, before: str, tokens: tuple[Token, ...]) -> str:
    """The class of one word among its neighbours; ``before`` is the last class but for adverbs and quotation marks."""
    after = raw[i + 1] if i + 1 < len(raw) else ";"
    if after == '"':
        after = _following(raw, i, tokens)
    if tag == "K" and i + 1 < len(tokens) and tokens[i + 1].lower in ("off", "down", "back", "out"):
        return "e"  # "floods cut off the town"
    if before == "#" and tag in "yYHKv" and _is_tied(tokens, i - 1):
        return "s" if tag == "Y" else "n"  # "an 18-point plan to", "a 30-day trip"
    if tag == "Y" and (
        (
            before
            and before in "nsqr"
            and tokens[i + 1 : i + 2]
            and tokens[i + 1].lower in _PARTICLES
            and raw[i + 2 : i + 3] in _THINGS
        )
        or raw[max(i - 3, 0) : i] == [",", "#", ","]
    ):
        return "v"  # "the agency hands out food", "Hale, 50, lives here"
    if tag in _NOUN_OR_VERB:
        return _NOUN_OR_VERB[tag](before, after)
    if tag == "s":  # "aircraft parts", "military medical staff"
        return "n" if after in "njyY" and is_unchanging(tokens[i].lower) else "s"
    if tag == "v":  # "their caucus": a verb by the lists, never after an article or "of"
        if before == "#" and tokens[i].lower in _OF_MEASURE:
            return "j"
        return "n" if i and (tokens[i - 1].lower in _ARTICLES or raw[i - 1] == "P") else "v"
    if tag == "e" and tokens[i].lower == "shot" and before == "#" and after in "bhm":
        return "n"  # "one shot was fired"
    if tag == "e":  # "the wounded were", "the dead"
        if before in ("g", "v") and _is_adjective(raw, i, tokens):
            return "j"
        return "s" if i and tokens[i - 1].lower in _ARTICLES and not _noun_goes_on(raw, i + 1) else "e"
    noun = before != "" and before in "Djz#" and after != "D" and not _noun_goes_on(raw, i + 1)
    return "n" if noun else "g"  # "the shooting", "a public hearing"


def _is_tied(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a token ends a compound: "two-day", "18-point"."""
    if tokens[i].kind != "word":
        return False
    joint = tokens[i - 1] if i > 1 else None
    return "-" in tokens[i].text or (joint is not None and joint.text in _HYPHENS and joint.stop == tokens[i].start)


def _following(raw: list[str], i: int, tokens: tuple[Token, ...]) -> str:
    """The class of the next word, across a quotation mark that opens: 'voters want "swift" action'."""
    if i + 2 < len(raw) and raw[i + 1] == '"' and tokens[i + 1].start > tokens[i].stop:
        return raw[i + 2]
    return raw[i + 1]


def _is_adjective(raw: list[str], i: int, tokens: tuple[Token, ...]) -> bool:
    """Whether a participle right behind a verb belongs to its noun: "driving sustained winds"."""
    return tokens[i].lower.endswith("ed") and raw[i - 1] in "gvyY" and raw[i + 1 : i + 2] in (["n"], ["s"])


def _noun_goes_on(raw: list[str], i: int) -> bool:
    """Whether what follows a participle is its noun, perhaps after more modifiers."""
    while i < len(raw) and raw[i] in 'ejga-"':
        i += 1
    return i < len(raw) and raw[i] in "nsqyYHKz"


def _plain(before: str, after: str) -> str:
    """A plain form that can be a noun: "to attack", "drones attack Kyiv" against "the attack", "an attack plan"."""
    if before and before in "tmrw":
        return "v"
    if before == "s" and after in "D#qzrPtansj":
        return "v"
    if after == "#" and before and before in "vgs,c":
        return "v"  # "could help lift 900 people"
    if before == "#" and after in "Dtqrg":
        return "v"  # "60 percent want the law"
    return "n"


def _with_s(before: str, after: str) -> str:
    """An -s form that can be a noun: "it strikes", "Russia strikes the port" against "two strikes", "drone strikes"."""
    if before and before in "rw":
        return "v"
    if before and ((before in "nq" and after in _OBJECT_START) or (before == "q" and after == "s")):
        return "v"
    return "s"


def _unchanged(before: str, after: str) -> str:
    """A form that is plain, past and noun at once: "hit", "cut", "cost", "put"."""
    if before and before in "tmr":
        return "v"
    if before == "#" and after in "Dqz":
        return "e"  # "the other two hit Odesa"
    if not before or before in "D#jzPg":
        return "n" if before else "e"
    return "n" if before == "n" and after in "bmhv" else "e"


def _nounlike(before: str, after: str) -> str:
    """A form that is oftener a noun: "a tax cut" against "the firm cut 500 jobs"."""
    if before and before in "tmr":
        return "v"
    if (before and before in "nqshb" and after in "D#zqrjns") or (after in "D#" and before not in tuple("DPj#z")):
        return "e"
    return "e" if before and before in "sb" and after not in "bmh" else "n"


_NOUN_OR_VERB = {"y": _plain, "Y": _with_s, "H": _unchanged, "K": _nounlike}


def word_at(view: SentenceView, index: int) -> str:
    """The lower-case word at a token index, or an empty string outside the sentence."""
    return view.tokens[index].lower if 0 <= index < len(view.tokens) else ""


def index_of(view: SentenceView, quantity: Quantity) -> int:
    """The place of one of the sentence's quantities among them."""
    places = view.memo.get("places")
    if not isinstance(places, dict):
        places = view.memo["places"] = {id(known): i for i, known in enumerate(view.quantities)}
    place: int | None = places.get(id(quantity))
    return view.quantities.index(quantity) if place is None else place
