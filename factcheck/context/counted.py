"""What is counted: the head of the number's noun phrase, before or after it, or taken over where it is left out."""

from __future__ import annotations

from factcheck.context.action import find_action
from factcheck.context.cues import span_of
from factcheck.context.lexicon import lexicon
from factcheck.context.links import Found, subject_phrase
from factcheck.context.model import Counted, Cue
from factcheck.context.noun_words import COUNT_KINDS, Nouns, nouns
from factcheck.context.nouns import is_bare_number, noun_phrase
from factcheck.context.parts import find_whole
from factcheck.context.phrases import phrase_after, phrase_before
from factcheck.context.tagging import index_of, tagged, word_at
from factcheck.context.view import SentenceView
from factcheck.lemmas import noun_lemma
from factcheck.quantities import Quantity

_PERSON = "person"
_FAR = 6  # numbers back in a sentence that a bare one is held against
_OWN = frozenset(
    {"the", "these", "those", "both", "all", "by", "to", "at", "from", "in", "on"}
)  # "the two", "won by 16"


def find_counted(view: SentenceView, quantity: Quantity) -> tuple[Counted | None, tuple[Cue, ...]]:
    """What ``quantity`` counts or measures, and the words that say so."""
    memo = view.memo.setdefault("counted", {})
    index = index_of(view, quantity)
    if not isinstance(memo, dict):
        return None, ()
    if index not in memo:
        memo[index] = None  # guards against two figures that wait for each other
        memo[index] = _find(view, index)
    counted: Counted | None = memo[index]
    if counted is None or counted.span is None:
        return counted, ()
    return counted, (Cue("counted", counted.span, counted.head),)


def _find(view: SentenceView, index: int) -> Counted | None:
    found = noun_phrase(view, index)
    if found is None:
        return _left_out(view, index)
    if found.how == "state":
        return _state(view, index, found)
    if is_bare_number(view, found):
        return _earlier(view, index) or _elsewhere(view)
    counted = _built(view, index, found)
    if counted is None:
        return None
    if found.how == "of" and counted.head == _PERSON:
        return _predicated(view, found.phrase.stop, counted) or counted
    if counted.head == "other":
        before = _earlier(view, index)
        return _taken_over(counted, before) if before else _as_person(counted)
    return counted


def _built(view: SentenceView, index: int, found: Found) -> Counted | None:
    """The noun phrase as head and qualifiers."""
    words, tags, tokens = nouns(view.vocabulary), tagged(view).tags, view.tokens
    phrase = found.phrase
    span = span_of(tokens, phrase.start, phrase.stop)
    silent = words.empty | words.awaiting | words.events.keys()  # "the death toll", "the confirmed death toll"
    qualifiers = [
        noun_lemma(tokens[i].lower)
        for i in range(phrase.start, phrase.stop)
        if i != phrase.head and tags[i] in "jnqseg" and tokens[i].lower not in silent
    ]
    hyphen = tagged(view).anchors[index].hyphen if found.how == "hyphen" else None
    if hyphen is not None:
        rest = [_lemma(tokens[phrase.head].lower, words)] if tags[phrase.head] != "#" else []
        return Counted(
            f"{hyphen} {span.of(view.document.text)}" if rest else hyphen,
            noun_lemma(hyphen),
            (*qualifiers, *rest),
            span,
        )
    lemma = _lemma(tokens[phrase.head].lower, words)
    if view.quantities[index].kind not in COUNT_KINDS:
        if lemma in ("total", "sum", "amount") and found.how == "subject":
            if not qualifiers:
                return None  # "a total of $5m"
            lemma = qualifiers.pop()  # "rainfall totals of 12 inches"
        if lemma in lexicon(view.vocabulary).demonyms:
            lemma, qualifiers = _PERSON, [*qualifiers, lemma]
        return Counted(span.of(view.document.text), lemma, tuple(qualifiers), span)
    head = lemma if "prior" in qualifiers else _head(lemma, words)  # "he has four prior arrests": no four people
    if head == _PERSON:
        qualifiers = [word for word in qualifiers if word not in words.plain_persons]
    if head == _PERSON and qualifiers and qualifiers[-1] in words.human:
        head = qualifiers.pop()  # "civilian victims"
    if lemma in words.crowds or lemma in lexicon(view.vocabulary).demonyms:
        qualifiers = [word for word in qualifiers if word not in words.plain_persons]
        head, qualifiers = _PERSON, [*qualifiers, lemma]  # "a crowd of 70", "three Malians"
    if phrase.more:
        heads = [noun_lemma(tokens[i].lower) for i in phrase.more]
        span = span_of(tokens, phrase.start, phrase.more[-1] + 1)
        if all(other in words.human for other in (head, *heads)):
            head, qualifiers = _PERSON, [*qualifiers, head, *heads]
    return Counted(span.of(view.document.text), head, tuple(qualifiers), span)


def _lemma(word: str, words: Nouns) -> str:
    lemma = noun_lemma(word.removesuffix("'s").removesuffix("’s"))
    return words.same.get(lemma, lemma)


def _head(lemma: str, words: Nouns) -> str:
    return _PERSON if lemma in words.plain_persons or lemma in words.events else lemma


def _state(view: SentenceView, index: int, found: Found) -> Counted:
    """A state in place of a noun: "12 dead", "three others": people, unless something else was just counted."""
    word = word_at(view, found.phrase.head)
    span = span_of(view.tokens, found.phrase.start, found.phrase.stop)
    counted = Counted(span.of(view.document.text), _PERSON, (), span)
    before = _earlier(view, index)
    anchor = tagged(view).anchors[index]
    if tagged(view).tags[anchor.start - 1 : anchor.start] == "P":
        return counted  # "six children among 19 dead"
    if before is not None and (word in ("others", "more") or _is_human(view, before.head)):
        return _taken_over(counted, before)
    return counted


def _elsewhere(view: SentenceView) -> Counted | None:
    """What the sentence before counted last; for a number that stands alone: "Hamas fired more than 30"."""
    before = view.neighbour(-1)
    if before is None:
        return None
    for quantity in reversed(before.quantities):
        if quantity.kind in COUNT_KINDS and noun_phrase(before, index_of(before, quantity)) is not None:
            counted, _ = find_counted(before, quantity)
            return None if counted is None else Counted(counted.text, counted.head, counted.qualifiers)
    return None


def _left_out(view: SentenceView, index: int) -> Counted | None:
    """The head that the sentence leaves out: "killed nine and injured five", "up from 12", "12 were killed"."""
    quantity = view.quantities[index]
    if quantity.kind == "count" and _is_population(view, index):
        return Counted(_PERSON, _PERSON)
    before = _earlier(view, index)
    told = _predicated(view, tagged(view).anchors[index].stop, before)
    if told is not None:
        return told
    action, _ = find_action(view, quantity)
    if action is not None and action.lemma in nouns(view.vocabulary).paying and _is_throng(view, quantity):
        return None  # "gave millions to his son"
    if quantity.kind not in COUNT_KINDS:
        return before if _continues(view, index) else _same_measured(view, index)
    if before is None and quantity.unit is not None:
        return None  # "ten points ahead"
    if before is None and (of := _one_of(view, index)) is not None:
        return of
    if before is None and quantity.kind == "ratio" and (of := _share_of(view, index)) is not None:
        return of
    befallen = action is not None and action.lemma in nouns(view.vocabulary).befalling
    if befallen and not (before and _is_human(view, before.head)):
        return Counted(_PERSON, _PERSON, _predicate(view, index))
    if before is None:
        qualities = _predicate(view, index)
        people = action is not None and (
            action.lemma in nouns(view.vocabulary).people_first
            or (action.role == "subject" and action.lemma in nouns(view.vocabulary).people_do)
        )
        if people or qualities or word_at(view, tagged(view).anchors[index].stop) == "who":
            return Counted(_PERSON, _PERSON, qualities)
        if _is_throng(view, quantity):
            return Counted(_PERSON, _PERSON)  # "a rally that drew thousands"
        if (sized := _sized(view, index)) is not None:
            return sized
        before_number = word_at(view, tagged(view).anchors[index].start - 1)
        return None if before_number in _OWN else _elsewhere(view)
    predicate = _predicate(view, index)
    return Counted(
        before.text, before.head, predicate if predicate and before.span is None else (*before.qualifiers, *predicate)
    )


def _sized(view: SentenceView, index: int) -> Counted | None:
    """The thing that has the number as its size: "a mailing list of 5 million"."""
    start = tagged(view).anchors[index].start
    phrase = phrase_before(tagged(view).tags, start - 1) if word_at(view, start - 1) == "of" else None
    if phrase is None or tagged(view).tags[phrase.head] not in "ns":
        return None
    span = span_of(view.tokens, phrase.start, phrase.stop)
    return Counted(span.of(view.document.text), noun_lemma(word_at(view, phrase.head)), (), span)


def _is_throng(view: SentenceView, quantity: Quantity) -> bool:
    """Whether a number is one of the words that alone stand for people: "thousands"."""
    word = quantity.number.of(view.document.text).lower().rpartition(" ")[2]
    return word in nouns(view.vocabulary).throngs


def _is_population(view: SentenceView, index: int) -> bool:
    """Whether a number tells how many live in a place: "a city of just under 100,000"."""
    start = tagged(view).anchors[index].start
    place = noun_lemma(word_at(view, start - 2))
    return word_at(view, start - 1) == "of" and place in nouns(view.vocabulary).settlements


def _same_measured(view: SentenceView, index: int) -> Counted | None:
    """What the sentence before told the shares of, for a share that opens its own: "About 30 percent say no"."""
    anchor = tagged(view).anchors[index]
    if anchor.start > 0 or view.quantities[index].kind != "percent":
        return None
    before = view.neighbour(-1)
    if before is None or tagged(view).tags[anchor.stop : anchor.stop + 1] not in tuple("vbhm"):
        return None
    last = next((q for q in reversed(before.quantities) if q.kind == "percent"), None)
    counted = None if last is None else find_counted(before, last)[0]
    return None if counted is None else Counted(counted.text, counted.head, counted.qualifiers)


def _one_of(view: SentenceView, index: int) -> Counted | None:
    """The subject that is said to be one of a number: "the deal is one of several"."""
    tags, start = tagged(view).tags, tagged(view).anchors[index].start
    one_of = (word_at(view, start - 2), word_at(view, start - 1)) == ("one", "of")
    if not one_of or tags[start - 3 : start - 2] != "b":
        return None
    return _named(view, start - 3)


def _share_of(view: SentenceView, index: int) -> Counted | None:
    """The subject that is said to be a share: "the mass of land birds is one-seventh what it was"."""
    start = tagged(view).anchors[index].start
    return _named(view, start - 1) if tagged(view).tags[start - 1 : start] == "b" else None


def _named(view: SentenceView, stop: int) -> Counted | None:
    """The subject that ends before a token, as it is."""
    phrase = subject_phrase(view, stop)
    if phrase is None or tagged(view).tags[phrase.head] not in "ns":
        return None
    text = span_of(view.tokens, phrase.start, phrase.stop).of(view.document.text)
    return Counted(text, noun_lemma(view.tokens[phrase.head].lower))


def _continues(view: SentenceView, index: int) -> bool:
    """Whether a measure goes on in the list of the one before: "55 % of calls in Mali, 52 % in Chad"."""
    at = tagged(view).anchors[index].start - 1
    return at >= 0 and (tagged(view).tags[at] in ",c" or word_at(view, at) in ("another", "with"))


def _predicated(view: SentenceView, at: int, before: Counted | None) -> Counted | None:
    """People told by what they are: "three are police officers", "seven of the people on board are crew members"."""
    tags = tagged(view).tags
    if (word_at(view, at), word_at(view, at + 1)) == ("of", "them") and tags[at + 2 : at + 3] in ("s", "n"):
        return _as_told(view, at + 2, before)  # "three of them children"
    copula = next((i for i in range(at, min(at + 4, len(tags))) if tags[i] == "b"), -1)
    if copula < 0 or any(tag not in "Pna" for tag in tags[at:copula]):
        return None
    return _as_told(view, copula + 1 + (tags[copula + 1 : copula + 2] == "D"), before)


def _as_told(view: SentenceView, start: int, before: Counted | None) -> Counted | None:
    """The people named by the phrase that starts at ``start``, if it names people."""
    tags = tagged(view).tags
    phrase = phrase_after(tags, start, plural=False)
    if phrase is None or noun_lemma(view.tokens[phrase.head].lower) not in nouns(view.vocabulary).human:
        return None
    qualifiers = tuple(noun_lemma(view.tokens[i].lower) for i in range(start, phrase.head) if tags[i] in "jnqs")
    text = span_of(view.tokens, start, phrase.stop)
    head = noun_lemma(view.tokens[phrase.head].lower)
    return Counted(text.of(view.document.text), head, qualifiers, text if before is None else None)


def _predicate(view: SentenceView, index: int) -> tuple[str, ...]:
    """The nationality that a bare number is given: "155 are Indonesian"."""
    marks = tagged(view)
    at = marks.anchors[index].stop
    if marks.tags[at : at + 1] != "b":
        return ()
    at += 1
    stop = at
    while stop < len(marks.tags) and marks.tags[stop] in "jq":
        stop += 1
    return tuple(view.tokens[i].lower for i in range(at, stop)) if "j" in marks.tags[at:stop] else ()


def _earlier(view: SentenceView, index: int) -> Counted | None:
    """What the last number before this one counts, in this sentence or at the end of the one before."""
    kind = view.quantities[index].kind
    for i in range(index - 1, max(index - 1 - _FAR, -1), -1):
        if view.quantities[i].kind == kind and find_whole(view, view.quantities[i])[0] is None:
            counted, _ = find_counted(view, view.quantities[i])
            if counted is not None:
                return counted
    return None


def _is_human(view: SentenceView, head: str) -> bool:
    words = nouns(view.vocabulary)
    return head in words.human or head in words.persons


def _taken_over(counted: Counted, before: Counted) -> Counted:
    return Counted(counted.text, before.head, before.qualifiers, counted.span)


def _as_person(counted: Counted) -> Counted:
    return Counted(counted.text, _PERSON, counted.qualifiers, counted.span)
