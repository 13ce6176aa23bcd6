"""Whether a number is told as a fact, a plan, a forecast, a proposal, a condition, or as an error since corrected."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import cast

from factcheck.context.action import find_action
from factcheck.context.cues import CueFile, Cues, CueTable, Hit, span_of
from factcheck.context.model import Cue, Modality
from factcheck.context.nouns import noun_phrase
from factcheck.context.tagging import Tagged, index_of, tagged, word_at
from factcheck.context.view import SentenceView
from factcheck.lemmas import verb_lemma
from factcheck.quantities import Quantity
from factcheck.vocabulary import Vocabulary

_DEFINITE = frozenset({"the", "their", "its", "his", "her", "our", "this", "that"})
_OWNED = frozenset({"their", "its", "his", "her", "our", "my", "your"})  # "ease its multi-trillion-dollar debt"
_OWNERS = _OWNED | {"a", "the"}  # "his will", not "either will"
_PRESENT = frozenset({"current", "existing", "present"})  # "to 21 % from the current 35 %"
_RELATIVE = frozenset({"whose", "who", "which"})
_ENDING = frozenset({"end", "ends", "ended", "ending"})
_GONE = frozenset({"last", "past", "previous", "preceding"})
_WAS = frozenset({"was", "were"})
_NEAR = 6  # tokens
_SUBJECT_TO = re.compile(r"[Dqnsj]{1,6}tv")

# Where several reach a number, the first of these says most.
_ORDER: tuple[Modality, ...] = ("retracted", "proposed", "forecast", "planned", "conditional")


@dataclass(frozen=True, slots=True)
class _ModalityFile:
    terminators: tuple[str, ...]
    cues: tuple[CueTable, ...]
    preventing: frozenset[str]
    requesting: frozenset[str]
    foretelling: frozenset[str]


@functools.lru_cache(maxsize=8)
def _file(vocabulary: Vocabulary) -> _ModalityFile:
    return vocabulary.bind("modality", _ModalityFile)


@functools.lru_cache(maxsize=8)
def _cues(vocabulary: Vocabulary) -> Cues:
    file = _file(vocabulary)
    return Cues(CueFile(file.cues, file.terminators))


def find_modality(view: SentenceView, quantity: Quantity) -> tuple[Modality, tuple[Cue, ...]]:
    """How ``quantity`` is told, and the words that say so; ``actual`` without any."""
    hits = view.memo.get("modality")
    if not isinstance(hits, tuple):
        hits = view.memo["modality"] = _hits(view)
    index, marks = index_of(view, quantity), tagged(view)
    found = [hit for hit in hits if _reaches(view, hit, index, marks)]
    if is_given(view, index, marks):
        found = [hit for hit in found if hit.table.reach == "both"]
    if not found:
        return _infinitive(view, index, marks)
    prevented = [hit for hit in found if _is_preventing(view, hit)]  # whoever asks for it
    best = min(prevented or found, key=lambda hit: (_ORDER.index(cast("Modality", hit.table.says)), -hit.start))
    says = cast("Modality", best.table.says)
    if says == "forecast" and _is_feared_done(view, best, marks):
        says = "conditional"
    if says == "planned" and _is_foretold(view, best):
        says = "forecast"
    return says, (Cue("modality", span_of(view.tokens, best.start, best.stop), says),)


_DONE = re.compile(r"[^bhmv]*ha*e")


def _is_feared_done(view: SentenceView, hit: Hit, marks: Tagged) -> bool:
    """Whether what is feared would be past: "the fear that 12 have left" foretells nothing."""
    return verb_lemma(word_at(view, hit.start)) == "fear" and _DONE.match(marks.tags, hit.stop) is not None


def _is_foretold(view: SentenceView, hit: Hit) -> bool:
    """Whether a "will" is reckoned, not meant: "they estimate that 12 will be sold"."""
    verbs = _file(view.vocabulary).foretelling
    near = range(max(0, hit.start - 10), hit.start)
    return word_at(view, hit.start) in ("will", "won't", "won’t") and any(
        verb_lemma(word_at(view, i)) in verbs and word_at(view, i + 1) == "that" for i in near
    )


def is_given(view: SentenceView, index: int, marks: Tagged) -> bool:
    """Whether the words take a thing and its measure for granted: "urged them to end their three-year-old war"."""
    anchor = marks.anchors[index]
    if word_at(view, anchor.stop) == "ago" or word_at(view, anchor.start - 1) in _PRESENT:
        return True
    kind, before = view.quantities[index].kind, word_at(view, anchor.start - 1)
    if view.quantities[index].change_part == "from":
        return True  # "wants to lift the fare from $7 to $10": it is $7
    duration = kind == "duration"
    if duration and before in _ENDING and word_at(view, anchor.stop) == "of":
        return True  # "a pact that would end 12 years of war"
    if duration and before in _GONE and word_at(view, anchor.start - 2) in _DEFINITE:
        return True  # "will break with the last few years"
    if not anchor.tied:
        return kind in ("money", "percent") and before in _OWNED  # "will not trim its $85 billion in loans"
    if duration and anchor.hyphen == "old":
        return True  # "may be led by a 78-year-old"
    owned = before in _OWNED or marks.tags[anchor.start - 1 : anchor.start] == "z"
    return owned or (before in _DEFINITE and duration)


def _infinitive(view: SentenceView, index: int, marks: Tagged) -> tuple[Modality, tuple[Cue, ...]]:
    """A headline whose verb is an infinitive tells a plan: "Navy to scrap 12 ships"."""
    opening = _SUBJECT_TO.match(marks.tags)
    near = opening is not None and 0 <= marks.anchors[index].start - opening.end() <= _NEAR
    if opening is None or not near or view.tokens[-1].text == ".":
        return "actual", ()
    to = opening.end() - 2
    return "planned", (Cue("modality", span_of(view.tokens, to, to + 1), "planned"),)


def _hits(view: SentenceView) -> tuple[Hit, ...]:
    found = _cues(view.vocabulary).find(view.tokens)
    return tuple(
        hit
        for hit in found
        if hit.table.says != "actual"
        and not (_is_noun(view, hit) or _only_says(view, hit) or _is_compared(view, hit) or _is_relative(view, hit))
    )


def _is_compared(view: SentenceView, hit: Hit) -> bool:
    """Whether an expectation is what a fact is measured by: "twice as many as they had expected came"."""
    if hit.table.says != "forecast":
        return False
    before = range(max(0, hit.start - 3), hit.start)
    return any(word_at(view, i) == "than" for i in before) and "#" not in tagged(view).tags[before.start : hit.start]


def _is_relative(view: SentenceView, hit: Hit) -> bool:
    """Whether "that" opens a relative clause: "projects that were held up", not "projects that 12 will come"."""
    return word_at(view, hit.stop - 1) == "that" and tagged(view).tags[hit.stop : hit.stop + 1] in tuple("bhvm")


_SAYING_TOO = frozenset({"insist", "suggest"})
_SINGULAR_ACTS = re.compile(r"[Dz]?[jnq]*[nq]a?([vn])(?=[#Dqz])")


def _only_says(view: SentenceView, hit: Hit) -> bool:
    """Whether "insist that" and the like tell what is so: no plain verb follows a singular ("that the state pay")."""
    if word_at(view, hit.stop - 1) != "that" or verb_lemma(word_at(view, hit.start)) not in _SAYING_TOO:
        return False
    acts = _SINGULAR_ACTS.match(tagged(view).tags, hit.stop)
    verb = "" if acts is None else word_at(view, acts.start(1))
    return verb_lemma(verb) != verb or not verb


def _is_noun(view: SentenceView, hit: Hit) -> bool:
    """Whether a modal is a month or a noun: "in May", "his will"."""
    if hit.start == 0:
        return False
    if view.tokens[hit.start].lower in ("urge", "urges"):
        return tagged(view).tags[hit.start - 1] in "Djz"  # "their urge to cut"
    single = hit.stop - hit.start == 1 and tagged(view).tags[hit.start] == "m"
    return view.tokens[hit.start].text == "May" or (single and word_at(view, hit.start - 1) in _OWNERS)


def _reaches(view: SentenceView, hit: Hit, index: int, marks: Tagged) -> bool:
    anchor = marks.anchors[index]
    if hit.table.kinds and view.quantities[index].kind not in hit.table.kinds:
        return False
    if _only_describes(view, hit, index, marks):
        return False
    if hit.stop <= anchor.start and (
        _opens_as(view, index, marks)
        or (hit.table.says != "conditional" and _joins(view, index, marks))
        or (hit.table.clauses == 0 and _is_past_clause(view, hit, index, marks))
    ):
        return False
    if _cues(view.vocabulary).reaches(hit, anchor.start, anchor.stop, view.tokens, marks.tags):
        return True
    return _is_subject_of(view, hit, index, marks) or _is_term_of(view, hit, index, marks)


_TERM = frozenset({"in", "within", "for", "over"})
_ITS_CLAUSE = re.compile(r"a*,[^bhmve#]*")


def _is_term_of(view: SentenceView, hit: Hit, index: int, marks: Tagged) -> bool:
    """Whether a span of time opens the clause of a modal: "In two weeks, the critics will meet"."""
    anchor = marks.anchors[index]
    opens = anchor.start == 1 and word_at(view, 0) in _TERM and view.quantities[index].kind == "duration"
    if not opens or marks.tags[hit.start] != "m":
        return False
    clause = _ITS_CLAUSE.match(marks.tags, anchor.stop)
    return clause is not None and clause.end() == hit.start


_TO_DO = re.compile(r"(?<!r)(?<!w)t\"?[vhb]")
_PLACING = frozenset({"in", "on", "at", "for", "with"})
_IS_MADE_OF = re.compile(r"a*bD[nqj]+P")  # "is a list of"


def _only_describes(view: SentenceView, hit: Hit, index: int, marks: Tagged) -> bool:
    """Whether a word is there, but does not tell of the number: "his proposal is a list of 12 old ideas"."""
    anchor = marks.anchors[index]
    if _is_preventing(view, hit):
        return not _keeps_from(view, hit, anchor.start)
    if hit.stop - hit.start == 1 and verb_lemma(word_at(view, hit.start)) in _file(view.vocabulary).requesting:
        return _TO_DO.search(marks.tags, hit.stop, anchor.start) is None
    if word_at(view, hit.start).startswith("proposal"):
        if hit.stop <= anchor.start:
            return _IS_MADE_OF.match(marks.tags, hit.stop) is not None
        counted = view.quantities[index].kind == "count" and not anchor.tied
        return counted and word_at(view, hit.start) == "proposals"  # "12 rival proposals" are 12
    if hit.table.clauses:  # the others end at any clause
        told = _TOLD.search(marks.tags, hit.stop, anchor.start)
        if told is not None and _is_past(view, told.end() - 1):
            return True  # "unlikely to repeat the row that stole the show in the first round"
    return hit.stop - hit.start == 1 and _is_attribute_aside(hit, anchor.start, marks)


def _is_preventing(view: SentenceView, hit: Hit) -> bool:
    return verb_lemma(word_at(view, hit.start)) in _file(view.vocabulary).preventing


def _keeps_from(view: SentenceView, hit: Hit, stop: int) -> bool:
    """Whether "from" and a gerund follow before the number: "kept prices from rising by 3 percent"."""
    if word_at(view, stop - 1) in _DEFINITE:
        return False  # "kept him from seeing the two men"
    opened = [i for i in range(hit.stop, stop) if word_at(view, i) == "from" and word_at(view, i + 1).endswith("ing")]
    if not opened or (opened[-1] + 2 < stop and word_at(view, opened[-1] + 2) in _PLACING):
        return False
    return "P" not in tagged(view).tags[opened[-1] + 3 : stop]  # not "from landing here in two towns"


_TOLD = re.compile(r"[ns]wa*v")  # a relative clause with its verb


def _is_past(view: SentenceView, at: int) -> bool:
    """Whether a verb can only be past: "stole", "lasted"."""
    verb = word_at(view, at)
    return verb_lemma(verb) != verb and not verb.endswith(("s", "ing"))


_ASIDE = re.compile(r"[nqj][^,]*,[^,]*[bhmv]")


def _is_attribute_aside(hit: Hit, start: int, marks: Tagged) -> bool:
    """Whether a participle before its noun stands in a clause now over: "with the expected vote in, he had 12"."""
    before = marks.tags[hit.start - 1 : hit.start]
    participle = before == "D" and hit.stop <= start
    return participle and _ASIDE.match(marks.tags[hit.stop : start]) is not None


# Behind a number that opens a clause: ", three sources … tell".
_AS_CLAUSE = re.compile(r'"?[anjqs]*[bh]')
_OPENED = re.compile(r"[nsqjz]*(?:nP[Dnsqj]+)?[bhmve]")


def _opens_as(view: SentenceView, index: int, marks: Tagged) -> bool:
    """Whether a number opens a clause with "as": "the toll may rise as 12 more were found"."""
    start, stop = marks.anchors[index].start, marks.anchors[index].stop
    before = start - 2 if marks.tags[start - 1 : start] == '"' else start - 1
    return word_at(view, before) == "as" and _AS_CLAUSE.match(marks.tags, stop) is not None


def _joins(view: SentenceView, index: int, marks: Tagged) -> bool:
    """Whether a number opens a past clause with "and": "47% said he should go and 40% were opposed"."""
    anchor = marks.anchors[index]
    return word_at(view, anchor.start - 1) == "and" and word_at(view, anchor.stop) in _WAS


def _is_past_clause(view: SentenceView, hit: Hit, index: int, marks: Tagged) -> bool:
    """Whether the clause of a cue ends at a comma before the number."""
    start, stop = marks.anchors[index].start, marks.anchors[index].stop
    opens = _OPENED.match(marks.tags, stop) is not None and word_at(view, stop) != "of"
    comma = marks.tags.rfind(",", hit.stop, start)
    if comma < 0:
        return False
    at = hit.start - 1
    while at > 0 and marks.tags[at] in "nsqjza":
        at -= 1
    if word_at(view, at) in _RELATIVE:
        return True  # "families whose income will be low, boosting it by 3 percent"
    return comma == start - 1 and opens


def _tells_of(view: SentenceView, index: int, hit: Hit) -> bool:
    """Whether what happened to a figure is told right behind a modal: "will be | hit"."""
    action, _ = find_action(view, view.quantities[index])
    if action is None or action.span is None or action.role != "object":
        return False
    return view.token_index(action.span.start) - hit.stop in (0, 1)


def _is_subject_of(view: SentenceView, hit: Hit, index: int, marks: Tagged) -> bool:
    """Whether the number's phrase is the subject of the cue: "12 tanks will be sent"."""
    found = noun_phrase(view, index)
    stop = marks.anchors[index].stop
    if found is not None and found.phrase.start >= marks.anchors[index].start:
        stop = max(stop, found.phrase.stop)
    if not hit.table.subject or hit.start < stop or hit.start - stop > 4:
        return False
    start = marks.anchors[index].start
    if "by" in (word_at(view, start - 1), word_at(view, start - 2)):
        return False  # "the deals reached by the two sides will"
    between = marks.tags[stop : hit.start]
    if between == "w" and hit.stop == hit.start + 1 and _tells_of(view, index, hit):
        return True  # "a list of 1,102 goods that will be hit"
    if any(word_at(view, i) in _RELATIVE for i in range(stop, hit.start)):
        return False  # "by 5 percent for families whose income will"
    return not any(tag in ",;cvegw#" for tag in between)
