"""Who says what in one sentence: each verb or noun of saying with its speaker and how far it reaches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.context.gazetteer import load_gazetteer
from factcheck.context.labelled import in_results
from factcheck.context.names import credited
from factcheck.context.noun_words import kind_of
from factcheck.context.once import kept
from factcheck.context.quotations import quotation_at
from factcheck.context.saying_verbs import Saying, SayingVerbs
from factcheck.context.speaker_phrases import Phrase, replace_head
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import ADJECTIVE, BASE, DETERMINER, PLURAL, THIRD, lexicon
from factcheck.sentences.word import Word

_MARKS = frozenset({":", "-", "–", "—"})  # behind or before which somebody speaks


@kept()
def sayings(view: SentenceView) -> tuple[Saying, ...]:
    """The attributions of a sentence, in text order."""
    if not _may_tell(view):
        return ()  # without a look at its clauses
    found = sorted(_finder(view).run(), key=lambda said: said.cue.start)
    return tuple(said if quotation_at(view, said.cue.start) is None else replace(said, quoted=True) for said in found)


def _may_tell(view: SentenceView) -> bool:
    """Whether any word or mark of a sentence could attribute something."""
    if view.may_hold("saying", "told", "gauge", "citing") or not _MARKS.isdisjoint(view.lowers):
        return True
    text = " ".join(view.lowers)
    return any(one.replace("-", " ") in text for one in lexicon(view.vocabulary).words("according"))


@kept()
def _finder(view: SentenceView) -> _Finder:
    return _Finder(view)


def phrase_of(view: SentenceView, group: Group) -> Phrase:
    """A noun group as a speaker's phrase, with what belongs to it."""
    return _finder(view).phrase(group)


def owner_of(view: SentenceView, group: Group) -> Phrase | None:
    """Whose claim or statement a noun group names: "the ministry" of "the ministry's statement"."""
    return _finder(view).owner(group)


def can_speak(view: SentenceView, group: Group) -> bool:
    """Whether a noun group names someone or something that speaks."""
    finder = _finder(view)
    return finder.can_give(finder.phrase(group))


def counts_speakers(view: SentenceView, quantity: Quantity, said: Saying) -> bool:
    """Whether a number counts or describes those who speak: "12 senators wrote", "most of them (57%) said".

    Or tells of those who were asked, or of how a poll was taken: "60% say that 9% is too much", "with an error of 3 %".
    """
    speaker, group, words = said.speaker, view.group(quantity), view.read.words
    if group is not None and said.at == group.index and not group.preposition:
        return True  # "the 12-page report by the ministry"
    if speaker is None or group is None:
        return False
    own = speaker.group.number
    if own >= 0 and words[own].is_share and not speaker.span(view.read).holds(quantity.number):
        return True
    listed, share = view.read.lexicon.words, kind_of(quantity) in ("percent", "ratio")
    if share and speaker.head in listed("asked"):
        return True
    if speaker.group.preposition == "in" and not (share or kind_of(quantity) == "points"):
        return True  # "13 left after the loss in the poll"
    before = view.read.groups[max(group.index - 3, 0) : group.index + 1]
    if speaker.head in listed("poll") and any(words[g.head].lower == "error" for g in before if g.head >= 0):
        return True
    clause = view.clause(quantity)
    beside = clause.under if clause is not None and clause.kind == "aside" else None
    held = beside is not None and speaker.start <= beside.head < speaker.stop
    return held or speaker.span(view.read).holds(quantity.number)


class _Finder(SayingVerbs):
    """Finds the attributions of one sentence."""

    def run(self) -> list[Saying]:
        told = [self._of(group) for group in self.groups if group.kind in ("verb", "noun")]
        found = [one for one in told if one is not None and not self._is_nobody(one.speaker)]
        return [*found, *(self._gapped(found) if found else ()), *self._labelled()]

    def _gapped(self, told: list[Saying]) -> Iterator[Saying]:
        """Who gives another number with the verb left out: "police put it at 300 and the organisers at 2,000"."""
        for group in self.groups[4:]:
            who, first = self.read.gapped(group)
            held = first is not None and any(said.at < first.index and not said.over for said in told)
            if who is not None and held and self.can_give(speaker := self.phrase(who)):
                yield Saying(speaker, self._span(group.at, group.at + 1), who.index)

    def _is_nobody(self, speaker: Phrase | None) -> bool:
        """Whether nobody says it: "no serious scholar argues that", "no one can say that"."""
        head = speaker.group.head if speaker is not None else -1
        led = range(speaker.start, head) if speaker is not None else ()
        return any(self._word(i) == "no" and self._word(i + 1) != "." for i in led)  # not "No. 2 Ana Ruiz"

    def _of(self, group: Group) -> Saying | None:
        if group.kind == "verb":
            if group.lemma in self.listed("citing") and group.form == "ing":
                return self._citing(group)
            return (self._by_verb(group) if group.lemma in self.listed("saying") else None) or self._by_gauge(group)
        if group.preposition == "in" and group.head >= 0 and self._word(group.head) in self.listed("poll"):
            fronted = all(g.kind in ("adverb", "time") for g in self.groups[: group.index])
            return Saying(self.phrase(group), self._span(group.at, group.at + 1), group.index, not fronted, weak=True)
        if group.preposition.replace(" ", "-") in self.listed("according"):
            speaker = self.phrase(group)
            stops = [g.index for g in self.groups[: group.index] if g.kind == "stop"]
            first = stops[-1] + 1 if stops else 0
            opens = all(g.kind in ("adverb", "and", "quote", "open", "time") for g in self.groups[first : group.index])
            return Saying(speaker, self._span(group.at, group.at + 1), group.index, over=not opens)
        tells = group.head >= 0 and not self.read.lexicon.lemmas(self.words[group.head].lower).isdisjoint(
            self.listed("saying", "told")
        )
        return (self._by_noun(group) or self._by_plural(group)) if tells else None

    def _by_gauge(self, verb: Group) -> Saying | None:
        """The attribution of what a poll measured: "the poll has Hale ahead by 9", "polls put him at 9 percent"."""
        subject = verb.clause.subject if verb.clause is not None and verb.clause.verb is verb else None
        if subject is None or subject.head < 0 or verb.passive or verb.lemma not in self.listed("gauging"):
            return None
        gauge = self._lemma(subject.head) in self.listed("gauge")
        return Saying(self.phrase(subject), self._span(verb.head, verb.head + 1), verb.index) if gauge else None

    def _by_noun(self, group: Group) -> Saying | None:
        """The attribution of "Kyiv's claim that …", "issued an estimate that …", "a statement from the ministry"."""
        head = self._lemma(group.head)
        if head not in self.listed("told"):
            return None
        before, after = group.prior, group.next
        if (
            after is not None
            and after.preposition == "of"
            and after.number >= 0
            and (own := self._counter(group, head))
        ):
            return Saying(own, self._span(group.head, group.head + 1), group.index)
        maker: Group | None = None
        while after is not None and (after.kind in ("quote", "time", "adverb", "adjective") or after.preposition):
            maker = maker or (after if after.preposition in ("from", "by") else None)
            after = after.next
        that = after is not None and after.kind == "opener" and self._opens_content(after.start)
        owner, cue = self.phrase(maker) if maker else self.owner(group), self._span(group.head, group.head + 1)
        if not that and maker is None:
            return None
        if owner is not None:
            given = self.can_give(owner)
            return Saying(owner, cue, group.index, not that, weak=maker is not None) if given else None
        told = before is not None and before.kind == "verb" and not group.preposition
        if head in self.listed("collected", "reported"):
            told = told and before is not None and before.lemma in self.listed("issuing")
            if not told:
                return Saying(self.phrase(group), cue, group.index, weak=True)  # "angry over a report that"
        return Saying(None, cue, group.index, weak=True) if told else None

    def _counter(self, group: Group, noun: str) -> Phrase | None:
        """Who counted or reckoned: "a police estimate of 300", "Oslo's claim of 12", not "Oslo's toll of 12"."""
        owner = self.owner(group) if noun in self.listed("reckoned") else None
        if owner is None or not self.can_give(owner) or self.words[group.head - 1].known & ADJECTIVE:
            return None  # "the official toll"
        if self.words[owner.start].tags & DETERMINER and owner.stop == group.head:
            owner = replace(owner, start=owner.start + 1)  # "a police estimate"
        placed = load_gazetteer(self.view.vocabulary).find(self._text(owner))
        speaks = owner.head in self.listed("speaker") or noun in self.listed("asserted")
        return owner if speaks or not placed else None

    def _opens_content(self, word: int) -> bool:
        """Whether "that" opens what is claimed: "a report that 12 fled", not "a report that came out in May"."""
        clauses = (c for c in self.read.clauses if c.opener == "that" and self.groups[c.start].start == word)
        return any(c.subject is not c.under for c in clauses)

    def _by_plural(self, group: Group) -> Saying | None:
        """The attribution of a verb that was taken for a plural: '"…," the Post reports.', "the firm claims that"."""
        head = self.words[group.head]
        if not head.known & (THIRD | BASE) or group.head != group.stop - 1 or group.preposition not in ("", "as"):
            return None
        third = self.read.lexicon.entry(head.lower).lemma_as(THIRD | BASE)
        if third not in self.listed("saying") or third in self.listed("strict"):
            return None
        before, after = group.prior, group.next
        if group.head == group.start:
            return self._by_single(group, head, before)
        name = self.words[group.head - 1]
        if group.head <= group.first or (head.known & BASE and not name.tags & PLURAL):
            return None
        parted = group.preposition == "as" or (before is not None and before.kind in ("quote", "comma"))
        closes = parted and (after is None or after.kind in ("stop", "time", "comma"))
        known = credited(self._span(group.first, group.head).of(self.read.text), self.view.vocabulary) is not None
        tells = (before is None or before.kind == "comma") and self._is_plain(group.next)
        if not closes and not (tells and known):
            return None
        owner = replace_head(group, group.head - 1)
        phrase = Phrase(group.first, group.head, self._lemma(group.head - 1), owner)
        known = phrase.head in self.listed("speaker", "document", "told")
        speaks = group.preposition == "as" or self._has_name(phrase) or known
        return Saying(phrase, head.span, group.index, over=closes) if speaks else None

    def _by_single(self, group: Group, verb: Word, before: Group | None) -> Saying | None:
        """The attribution of such a verb alone between commas: "Ruiz, it seems, claims 12 fled", "…, reports CNN"."""
        after = group.next
        that = after is not None and self._word(after.start) == "that"
        if before is None or before.kind != "comma" or after is None or not (that or self._is_plain(after)):
            return None
        speaker = self.phrase(after)
        if not that and self._has_name(speaker):
            return Saying(speaker, verb.span, group.index, over=True)
        outer = self._before_comma(before, None)
        return Saying(outer, verb.span, group.index) if outer is not None and self.can_give(outer) else None

    def _citing(self, verb: Group) -> Saying | None:
        after = verb.next
        if after is None:
            return None
        speaker = self.phrase(after)
        cue = self._span(verb.head, verb.head + 1)
        return Saying(speaker, cue, verb.index, over=True) if self.can_give(speaker) else None

    def _labelled(self) -> list[Saying]:
        """The attributions by a mark: "Police: 12 hurt", "12 hurt - police", "Brandt was blunt: “…”"."""
        marks = [g for g in self.groups if g.kind == "dash" or (g.kind == "stop" and self._word(g.start) == ":")]
        titled = self.view.block.kind in ("title", "heading")
        if marks and in_results(self.view.document.text, self.view.block.span):
            return []
        found: list[Saying] = []
        for mark in marks:
            cue = self._span(mark.start, mark.start + 1)
            leader = self._leader(mark) if self._word(mark.start) == ":" else None
            if leader is not None:
                found.append(Saying(leader, cue, mark.index))
            after = mark.next
            if titled and after is not None and after.kind == "noun" and not after.preposition and mark.index:
                last = self.phrase(after)
                if last.stop >= len(self.words) - 1 and self._labels(last):
                    found.append(Saying(last, cue, mark.index, over=True))
        return found

    def _leader(self, colon: Group) -> Phrase | None:
        """Who stands before a colon as all there is, or leads to a quotation without a verb of saying."""
        clause = colon.prior.clause if colon.prior is not None else None
        first = self.phrase(self.groups[0]) if self._is_plain(self.groups[0]) else None
        if first is not None and first.stop == colon.start and self._labels(first):
            return first
        while clause is not None and clause.kind not in ("main", "coordinate"):
            clause = clause.parent
        subject = clause.subject if clause is not None else None
        quoted = colon.next is not None and colon.next.kind == "quote"
        if not quoted or subject is None or subject.head < 0 or subject.index > colon.index:
            return None
        speaker, between = self.phrase(subject), self.groups[subject.index : colon.index]
        says = any(g.kind == "verb" and self._of(g) is not None for g in between)
        return speaker if not says and self.can_give(speaker) else None
