"""Who says what in one sentence: each verb or noun of saying with its speaker and how far it reaches."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.context.gazetteer import load_gazetteer
from factcheck.context.names import credited, load_names, read_name
from factcheck.context.quotations import quotation_at
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import BASE, DETERMINER, NAME, NOUN, NOUNS, NUMBER, PLURAL, POSSESSIVE, STOP, SUBJECT, THIRD
from factcheck.sentences.sentence import Sentence
from factcheck.spans import Span

_UNDER = ("after", "before", "when", "while", "because", "since", "until", "if", "although", "though", "than", "where")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A speaker's words, ``words[start:stop]`` of a sentence; ``head`` is the lower-case lemma of its last noun."""

    start: int
    stop: int
    head: str
    group: Group

    def span(self, read: Sentence) -> Span:
        return Span(read.words[self.start].start, read.words[self.stop - 1].stop)


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution. ``over`` tells that it says what stands around it ("…, police said") rather than what follows.

    ``speaker`` is ``None`` where it is the one around it (", adding that …"). ``at`` is the index of its verb's group;
    a ``weak`` one gives way to any other, a ``thought`` to who tells of it. ``origin`` is the agency that was told.
    """

    speaker: Phrase | None
    cue: Span
    at: int
    over: bool = False
    weak: bool = False
    thought: bool = False
    quoted: bool = False
    origin: str | None = None


def sayings(view: SentenceView) -> tuple[Saying, ...]:
    """The attributions of a sentence, in text order; worked out once."""
    known = view.memo.get("sayings")
    if not isinstance(known, tuple):
        found = sorted(_Finder(view).run(), key=lambda said: said.cue.start)
        known = tuple(replace(said, quoted=quotation_at(view, said.cue.start) is not None) for said in found)
        view.memo["sayings"] = known
    return known


def phrase_of(view: SentenceView, group: Group) -> Phrase:
    """A noun group as a speaker's phrase, with what belongs to it."""
    return _Finder(view).phrase(group)


def owner_of(view: SentenceView, group: Group) -> Phrase | None:
    """Whose claim or statement a noun group names: "the ministry" of "the ministry's statement"."""
    return _Finder(view)._owner(group)


def counts_speakers(view: SentenceView, quantity: Quantity, said: Saying) -> bool:
    """Whether a number counts or describes those who speak: "12 senators wrote"."""
    speaker = said.speaker
    return speaker is not None and speaker.span(view.read).holds(quantity.number)


class _Finder:
    """Finds the attributions of one sentence."""

    def __init__(self, view: SentenceView) -> None:
        self.view, self.read = view, view.read
        self.words, self.groups = self.read.words, self.read.groups
        self.listed = self.read.lexicon.words
        self.titles = load_names(view.vocabulary).titles

    def run(self) -> list[Saying]:
        found: list[Saying] = []
        for group in self.groups:
            one = self._of(group)
            if one is not None:
                found.append(one)
        return [*found, *self._labelled()]

    def _of(self, group: Group) -> Saying | None:
        if group.kind == "verb":
            if group.lemma in ("cite", "quote") and group.form == "ing":
                return self._citing(group)
            return self._by_verb(group) if group.lemma in self.listed("saying") else None
        if group.kind == "noun":
            if group.preposition == "according to":
                speaker = self.phrase(group)
                opens = all(g.kind in ("adverb", "and", "quote", "open", "time") for g in self.groups[: group.index])
                return Saying(speaker, self._span(group.at, group.at + 1), group.index, over=not opens)
            return self._by_noun(group) or self._by_plural(group)
        return None

    # verbs

    def _by_verb(self, verb: Group) -> Saying | None:
        cue = self._span(verb.head, verb.head + 1)
        if self._is_name(verb) or verb.negated and verb.lemma not in self.listed("denying"):
            return None
        if verb.passive and self._word(verb.stop - 1) != verb.lemma and not self._speaks_open(verb):
            return self._by_agent(verb, cue)
        if self._is_held(verb):
            return None
        if verb.form == "ing" and not self._has_be(verb):
            if verb.index == 0 or verb.lemma in self.listed("thinking"):
                return None  # "Assuming that all goes well"
            if verb.lemma in self.listed("showing") | self.listed("giving") and self._word_after(verb) != "that":
                return None  # ", finding three people dead"
            return Saying(self._around(verb), cue, verb.index) if self._takes(verb) else None
        speaker, inverted = self._inverted(verb), True
        if speaker is None:
            speaker, inverted = self._subject(verb), False
        if speaker is None or not self._speaks(speaker, verb):
            return None
        over = inverted or self._is_over(verb, speaker)
        if (not over or verb.lemma in self.listed("issuing")) and not self._takes(verb):
            return None
        if self._ends(verb) and not over and self._under(speaker):
            return None  # "after the singer tweeted about it"
        thought = verb.lemma in self.listed("thinking")
        return Saying(speaker, cue, verb.index, over, thought=thought, origin=self._hearer(verb))

    def _speaks_open(self, verb: Group) -> bool:
        """Whether a form that was taken for a participle may be a past with its subject before it: "police said"."""
        return verb.stop - verb.start == 1 and self._after(verb) not in ("by",) and not self._has_be(verb)

    def _is_held(self, verb: Group) -> bool:
        """Whether a form before "to" tells what is held of somebody: "men thought to have fled", or is refused."""
        after, clause = self._at(verb.index + 1), verb.clause
        parent = clause.parent if clause is not None else None
        if verb.form == "infinitive" and parent is not None and parent.lemma in ("decline", "refuse", "fail"):
            return True
        held = self.listed("thinking") | {"report", "say", "estimate", "predict", "forecast", "project", "allege"}
        return verb.lemma in held and after is not None and after.form == "infinitive" and after.kind == "verb"

    def _has_be(self, verb: Group) -> bool:
        return verb.stop - verb.start > 1 and any(
            self.words[i].lower in ("be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re")
            for i in range(verb.start, verb.head)
        )

    def _is_name(self, verb: Group) -> bool:
        """Whether a verb in capitals is a part of a name: "the Islamic State"."""
        word = self.words[verb.head]
        titled = self.view.block.kind in ("title", "heading")
        return word.text[0].isupper() and verb.index > 0 and not titled and self.words[verb.head - 1].text != '"'

    def _by_agent(self, verb: Group, cue: Span) -> Saying | None:
        """The attribution of "confirmed by the ministry": of the thing it describes, or of the whole clause."""
        after = self._at(verb.index + 1)
        if after is None or after.preposition != "by" or verb.lemma in self.listed("strict") | self.listed("clausal"):
            return None
        speaker, clause = self.phrase(after), verb.clause
        thing = clause.subject if clause is not None else None
        if verb.lemma in self.listed("issuing"):
            heads = self.listed("told") | self.listed("document")
            if thing is None or thing.head < 0 or self._lemma(thing.head) not in heads:
                return None  # "an image released by the army"
        return Saying(speaker, cue, verb.index, over=True, weak=True) if self._can_give(speaker) else None

    def _around(self, verb: Group) -> Phrase | None:
        """Who speaks in ", adding that …": the subject of the clause it hangs in; ``None`` leaves it to the context."""
        subject = verb.clause.subject if verb.clause is not None else None
        if subject is None or subject.head < 0 or subject.index > verb.index:
            return None
        speaker = self.phrase(subject)
        return speaker if self._can_give(speaker) else None

    def _inverted(self, verb: Group) -> Phrase | None:
        """The speaker of '"…," said X' and '…, said X, an aide.'"""
        before, after = self._at(verb.index - 1), self._at(verb.index + 1)
        if after is None or after.kind != "noun" or after.preposition or verb.lemma in self.listed("telling"):
            return None
        quoted = before is not None and before.kind == "quote" or self._follows_quote(verb)
        speaker = self.phrase(after)
        if not quoted:
            last = self.words[speaker.stop].tags & STOP if speaker.stop < len(self.words) else True
            sure = verb.lemma in self.listed("plainly") or self._has_name(speaker) and last  # "…, reports CNN."
            if before is None or before.kind not in ("comma", "dash") or not sure:
                return None
        if not self._can_give(speaker) or after.number >= 0 and after.head < 0:
            return None
        following = self._at(self._group_at(speaker.stop))
        while following is not None and following.kind == "adverb":
            following = self._at(following.index + 1)
        if not quoted and following is not None and following.kind in ("verb", "opener") and self._word(following.start) != "who":
            return None
        return speaker

    def _follows_quote(self, verb: Group) -> bool:
        if verb.index:
            return False
        start = self.words[verb.start].start
        return self.read.text[:start].rstrip()[-1:] in ('"', "”", "»")

    def _subject(self, verb: Group) -> Phrase | None:
        """The phrase a verb of saying has as its subject, whatever stands between commas before the verb."""
        clause = verb.clause
        known = clause.subject if clause is not None and clause.verb is verb else None
        if verb.form == "infinitive" and known is not None and known.index < verb.index:
            return self._named(known)  # "continues to claim"
        j = verb.index - 1
        while j >= 0 and (
            self.groups[j].kind in ("adverb", "time", "adjective") or self._aside_group(j) or self._word(self.groups[j].start) == "once"
        ):
            j -= 1
        before = self._at(j)
        if before is None:
            return None
        if before.kind == "opener":
            word = self._word(before.stop - 1)
            relative = known is not None and known.index < before.index and word in ("who", "which", "that")
            return self._named(known) if relative and known is not None else None
        if before.kind in ("comma", "dash", "close"):
            return self._before_comma(before, known)
        if before.kind != "noun" or any(self.words[i].lower == "what" for i in range(before.start, before.stop)):
            return None  # "a reminder of what the president said"
        beside = self._beside(before)
        third = self.words[verb.head].tags & THIRD and verb.stop - verb.start == 1
        if third and known is not None and beside is not None and known.index < beside.index and beside.head >= 0:
            if self.words[beside.head].tags & PLURAL and not self.words[beside.head].tags & (NOUN | NAME):
                return self._named(known)  # "a tally from reports and departments | shows"
        comma = self._at(beside.index - 1) if beside is not None else None
        if beside is not None and comma is not None and comma.kind == "comma" and self._ends_place(beside):
            outer = self._before_comma(comma, None)  # "Ana Ruiz, in Henby, Kent said"
            if outer is not None and self._has_name(outer):
                return outer
        if known is not None and known.index < (beside.index if beside else verb.index) and self._leads(known, verb):
            return self._named(known)
        if beside is None:
            return self._named(known) if known is not None and known.index < verb.index else None
        return self._named(beside)

    def _leads(self, known: Group, verb: Group) -> bool:
        """Whether only a relative clause stands between a subject and its verb: "The office which counts the dead said"."""
        after = self._at(self._group_at(self.phrase(known).stop))
        return after is not None and after.kind == "opener" and self._word(after.stop - 1) in ("who", "which", "that")

    def _aside_group(self, j: int) -> bool:
        """Whether a group is a span of time inside the verb: "has for two months"."""
        group = self.groups[j]
        return group.kind == "noun" and bool(group.preposition) and group.head >= 0 and (
            self.words[group.head].lower in self.read.lexicon.times
        )  # fmt: skip

    def _beside(self, group: Group) -> Group | None:
        """The noun group without a preposition that a run of groups before a verb hangs on."""
        at: Group | None = group
        while at is not None and at.kind == "noun":
            inner = self._at(at.index - 1)
            if inner is not None and inner.kind == "opener" and self._word(inner.start) == "for" and inner.index:
                at = self._at(inner.index - 1)  # "a spokeswoman for the charity said"
                continue
            if not at.preposition:
                return self._first(at)
            if at.preposition in ("after", "as", "than", "because", "since", "until", "before", "for", "like"):
                within = self._at(at.index - 1)
                if within is None or within.kind != "noun":
                    return at  # "as police said": the opener was read as a preposition
            if at.preposition in ("in", "on", "at", "of") and self._is_opening(at) and self._splits(at):
                return at
            at = self._at(at.index - 1)
            while at is not None and at.kind == "adverb":
                at = self._at(at.index - 1)
        return None

    def _is_opening(self, group: Group) -> bool:
        before = self._at(group.index - 1)
        return before is None or before.kind in ("comma", "quote", "stop", "and")

    def _splits(self, group: Group) -> bool:
        """Whether an opening phrase of place holds the speaker too: "In Lima police said"."""
        return self._lemma(group.head) in self.listed("speaker") and group.head > group.at + 1

    def _ends_place(self, group: Group) -> bool:
        """Whether a name behind a comma may be the region of the place before it: "in Henby, Kent"."""
        town = self._at(group.index - 2)
        named = group.stop - group.start == 1 and group.head >= 0 and self.words[group.head].tags & NAME
        return bool(named) and town is not None and town.preposition in ("in", "at", "near", "of") and town.index > 1

    def _first(self, group: Group) -> Group:
        """The first member of a list of speakers: "Reyes and Lindqvist"."""
        while group.role == "member" and group.under is not None and not group.under.preposition:
            between = self.groups[group.under.index + 1 : group.index]
            if any(g.kind in ("verb", "opener", "stop") for g in between) or group.under.number >= 0:
                break
            group = group.under
        return group

    def _before_comma(self, mark: Group, known: Group | None) -> Phrase | None:
        """The subject before an apposition, a relative clause, a parenthesis: "Ana Ruiz, head of works, said"."""
        j = mark.index - 1
        if mark.kind == "close":
            while j > 0 and self.groups[j].kind != "open":
                j -= 1
            return self._named(self._beside(self.groups[j - 1])) if j > 0 and self.groups[j - 1].kind == "noun" else None
        while j > 0 and self.groups[j - 1].kind not in ("quote", "open") and self._word(self.groups[j - 1].start) not in (";", ":"):
            j -= 1
        for group in self.groups[j : mark.index]:
            opening = self._at(group.index - 1)
            if group.kind != "noun" or group.preposition and group.preposition not in _UNDER:
                continue
            if group.index > j and opening is not None and not self._opens(opening) and group.preposition not in _UNDER:
                continue
            after = self._at(self._group_at(self.phrase(group).stop))
            while after is not None and after.kind == "noun" and after.preposition:
                after = self._at(after.index + 1)  # "witnesses in the capital, Henby, say"
            if after is not None and after is not mark and after.kind in ("comma", "dash"):
                return self._pair(group, mark)
        return self._named(known) if known is not None and known.index < mark.index and known.head >= 0 else None

    def _opens(self, group: Group) -> bool:
        """Whether a subject may follow a group: a mark, a conjunction, an adverb, a phrase of place or time."""
        if group.kind == "stop":
            return self._word(group.start) != "." or self._abbreviated(group.index) is not None
        return group.kind in ("comma", "and", "opener", "dash", "adverb", "time") or group.kind == "noun" and bool(group.preposition)

    def _pair(self, group: Group, mark: Group) -> Phrase:
        """Of a phrase and its apposition the one that is a name."""
        phrase = self.phrase(group)
        if self._has_name(phrase):
            return phrase
        for g in self.groups[group.index + 1 : mark.index]:
            if g.kind == "noun" and not g.preposition and self._has_name(other := self.phrase(g)) and (
                read_name(self._text(other), self.view.vocabulary).person
            ):  # fmt: skip
                return other
        return phrase

    def _named(self, group: Group | None) -> Phrase | None:
        return None if group is None else self.phrase(group)

    # what a verb says

    def _is_over(self, verb: Group, speaker: Phrase) -> bool:
        """Whether a verb says what stands before it: "12 died, police said on Friday"."""
        before = self._at(self._group_at(speaker.start) - 1)
        as_said = before is not None and before.kind == "opener" and self._word(before.start) == "as"
        as_said = as_said or self.groups[self._group_at(speaker.start)].preposition == "as"
        left = self.groups[: self._group_at(speaker.start)]
        content = any(g.kind == "verb" or g.number >= 0 or g.kind == "quote" for g in left)
        if before is not None and before.kind == "quote":
            return True
        if before is not None and before.kind == "comma":
            further = self._at(before.index - 1)
            if further is not None and further.kind == "quote":
                return True
        set_off = before is not None and before.kind in ("comma", "dash", "close", "open") or as_said
        after = self._at(verb.index + 1)
        if set_off and after is not None and after.kind == "comma" and self._at(after.index + 1) is not None:
            content = bool(left)  # "Trade, she added, had picked up"
        plain = content and not self._under(speaker) and before is not None and before.kind not in ("verb", "opener", "and")
        return self._ends(verb) and (as_said or content and (set_off or plain))

    def _under(self, speaker: Phrase) -> bool:
        """Whether a speaker's clause tells only when or why something was: "after police said so"."""
        first = self.groups[self._group_at(speaker.start)]
        before = self._at(first.index - 1)
        if first.preposition in _UNDER:
            return True
        return before is not None and before.kind == "opener" and self._word(before.stop - 1) in _UNDER

    def _ends(self, verb: Group) -> bool:
        """Whether nothing that is said follows a verb: only when, where and to whom it was said."""
        j, told = verb.index + 1, verb.lemma not in self.listed("telling")
        while j < len(self.groups):
            g = self.groups[j]
            if g.kind in ("comma", "dash", "close", "and"):
                return True
            if g.kind == "stop":
                return self._word(g.start) != ":"
            if g.kind == "opener":
                return self._word(g.start) in ("as", "while", "after", "when", "before", "amid", "following", "because", "in")
            if g.kind == "verb":
                return g.form == "ing" or g.form == "infinitive" and False
            if g.kind in ("quote", "open"):
                return g.kind == "open"
            if g.kind == "noun" and not g.preposition:
                if told:
                    return False
                told = True
            elif g.kind == "noun" and g.preposition in ("at", "of") and verb.lemma in self.listed("giving"):
                return False
            j += 1
        return True

    def _takes(self, verb: Group) -> bool:
        """Whether what follows a verb suits it: "that" or a clause where it speaks only before one, "for" after "call"."""
        rest = self.groups[verb.index + 1 : verb.index + 7]
        first = rest[0] if rest else None
        that = any(g.kind == "opener" and self._word(g.start) == "that" for g in rest[:4])
        kinds = [g.kind if self._word(g.start) != ":" else "quote" for g in rest]
        mark = kinds[:1] == ["quote"] or kinds[:2] == ["comma", "quote"]
        if verb.lemma in self.listed("strict"):
            return that or mark or verb.particle == "out"
        if verb.lemma in self.listed("clausal"):
            clause = kinds[:2] == ["noun", "verb"] and not rest[0].preposition and rest[1].form in ("finite", "auxiliary")
            return that or "quote" in kinds[:5] or clause
        if verb.lemma == "put":
            return any(g.preposition == "at" for g in rest)
        if verb.lemma in self.listed("issuing"):
            return first is not None and first.head >= 0 and self._lemma(first.head) in self.listed("told")
        if verb.lemma == "believe" and first is not None and first.preposition == "in":
            return False
        return verb.lemma != "call" or first is not None and first.preposition in ("for", "on")

    def _hearer(self, verb: Group) -> str | None:
        """The agency or outlet that was told: "told Reuters", "told CNN's Jake Tapper"."""
        after = self._at(verb.index + 1)
        if verb.lemma not in self.listed("telling") or after is None or after.kind != "noun":
            return None
        for stop in range(after.stop, after.start, -1):
            if agency := credited(self._span(after.start, stop).of(self.read.text), self.view.vocabulary):
                return agency
        return None

    def _speaks(self, phrase: Phrase, verb: Group) -> bool:
        """Whether a phrase can be the subject of a verb of saying."""
        word = self.words[phrase.group.head] if phrase.group.head >= 0 else None
        if phrase.head in self.listed("nobody") or word is None or not word.tags & (NOUNS | SUBJECT | NUMBER | DETERMINER):
            return False
        if phrase.head in self.read.lexicon.times or phrase.head in self.listed("happening"):
            return False
        if verb.lemma in self.listed("showing") and verb.lemma not in self.listed("giving"):
            known = self.listed("document") | self.listed("told") | self.listed("finder")
            return phrase.head in known or self._word(verb.stop) == "that"
        if verb.lemma in self.listed("giving") | self.listed("clausal"):
            return self._can_give(phrase)
        return True

    def _can_give(self, phrase: Phrase) -> bool:
        """Whether a phrase names someone or something that speaks, for certain."""
        if phrase.head in self.listed("nobody") or phrase.head in self.listed("happening"):
            return False
        known = self.listed("speaker") | self.listed("document") | self.listed("told") | self.listed("pronoun")
        return phrase.head in known or self._has_name(phrase) or (
            phrase.head.rpartition("-")[2].endswith(("man", "woman", "men", "women", "ist", "ologist"))
        )  # fmt: skip

    def _has_name(self, phrase: Phrase) -> bool:
        head = phrase.group.head
        return head >= 0 and bool(self.words[head].tags & NAME)

    # nouns of saying

    def _by_noun(self, group: Group) -> Saying | None:
        """The attribution of "Kyiv's claim that …", "issued an estimate that …", "a statement from the ministry"."""
        if group.head < 0 or self._lemma(group.head) not in self.listed("told"):
            return None
        after = self._at(group.index + 1)
        if after is not None and after.kind == "quote":
            after = self._at(group.index + 2)
        if after is None:
            return None
        cue = self._span(group.head, group.head + 1)
        if after.kind == "opener" and self._word(after.start) == "that":
            owner = self._owner(group)
            if owner is None:
                before = self._at(group.index - 1)
                given = before is not None and before.kind == "verb" and not before.passive
                return Saying(None, cue, group.index, weak=True) if given and not group.preposition else None
            return Saying(owner, cue, group.index) if self._can_give(owner) else None
        if after.kind == "noun" and after.preposition in ("from", "by"):
            speaker = self.phrase(after)
            return Saying(speaker, cue, group.index, over=True, weak=True) if self._can_give(speaker) else None
        return None

    def _by_plural(self, group: Group) -> Saying | None:
        """The attribution of a verb that was taken for a plural: '"…," the Post reports.', "the firm claims that"."""
        head = self.words[group.head] if group.head >= 0 else None
        before, rest = self._at(group.index - 1), self.groups[group.index + 1 : group.index + 7]
        if head is None or group.preposition or group.head != group.stop - 1 or not head.known & (THIRD | BASE):
            return None
        if self.read.lexicon.entry(head.lower).lemma_as(THIRD | BASE) not in self.listed("saying") - self.listed("strict"):
            return None
        if group.head == group.start and before is not None and before.kind == "comma" and self._is_plain(group.index + 1):
            outer = self._before_comma(before, None)  # "Ruiz, on the other hand, claims thousands were lost"
            return Saying(outer, head.span, group.index) if outer is not None and self._can_give(outer) else None
        name = self.words[group.head - 1]
        if head.known & BASE and not name.tags & PLURAL:
            return None
        if group.head <= group.start or not name.tags & NAME and self._lemma(name.index) not in self.listed("speaker") | self.listed("document"):
            return None
        closes = before is not None and before.kind in ("quote", "comma") and (not rest or rest[0].kind in ("stop", "time", "comma"))
        told = any(self._word(g.start) == "that" for g in rest) or bool(rest) and rest[0].form == "infinitive"
        told = told or bool(rest) and self._is_plain(group.index + 1) and credited(
            self._span(group.start, group.head).of(self.read.text), self.view.vocabulary
        ) is not None  # fmt: skip
        tells = (before is None or before.kind == "comma") and told
        if not closes and not tells:
            return None
        owner = replace_head(group, group.head - 1)
        phrase = Phrase(group.start, group.head, self._lemma(group.head - 1), owner)
        return Saying(phrase, head.span, group.index, over=closes)

    def _owner(self, group: Group) -> Phrase | None:
        """Whose claim it is: the possessive or the body before the noun."""
        words, first = self.words, max(group.start, group.at + 1)
        for i in range(group.head - 1, first - 1, -1):
            if words[i].tags & POSSESSIVE and words[i].lower in ("'s", "’s", "'", "’"):
                return Phrase(first, i, self._lemma(i - 1), replace_head(group, i - 1))
            if words[i].tags & POSSESSIVE:
                return Phrase(i, i + 1, {"his": "he", "her": "she", "their": "they", "its": "it"}.get(words[i].lower, ""), group)
        at = group.head - 1
        if at >= first and (words[at].tags & NAME or self._lemma(at) in self.listed("speaker")):
            return Phrase(first, at + 1, self._lemma(at), replace_head(group, at))
        return None

    def _citing(self, verb: Group) -> Saying | None:
        after = self._at(verb.index + 1)
        if after is None or after.kind != "noun" or after.preposition:
            return None
        speaker = self.phrase(after)
        return Saying(speaker, self._span(verb.head, verb.head + 1), verb.index, over=True) if self._can_give(speaker) else None

    # labels: "Police: 12 dead", "12 dead in blast: police"

    def _labelled(self) -> list[Saying]:
        marks = [g for g in self.groups if self._word(g.start) == ":" or g.kind == "dash"]
        titled = self.view.block.kind in ("title", "heading")
        found: list[Saying] = []
        for mark in marks:
            before, after = self._at(mark.index - 1), self._at(mark.index + 1)
            cue = self._span(mark.start, mark.start + 1)
            if self._word(mark.start) == ":" and before is not None and before.kind == "noun":
                plain = self.groups[0].kind == "noun" and not self.groups[0].preposition
                first = self.phrase(self.groups[0]) if plain else None
                subject = self.read.clauses[0].subject
                if first is None and subject is not None and subject.index < mark.index and subject.head >= 0:
                    first = self.phrase(subject)
                if first is not None and first.stop == mark.start and self._labels(first):
                    found.append(Saying(first, cue, mark.index))
                elif first is not None and after is not None and after.kind == "quote" and self._can_give(first):
                    found.append(Saying(first, cue, mark.index))  # "Brandt had a retort: “…”"
            if titled and after is not None and after.kind == "noun" and not after.preposition and mark.index:
                last = self.phrase(after)
                if last.stop >= len(self.words) - 1 and self._labels(last):
                    found.append(Saying(last, cue, mark.index, over=True))
        return found

    def _labels(self, phrase: Phrase) -> bool:
        """Whether a phrase with no verb is a speaker's: "police", "officials", an agency, an acronym."""
        text = self._text(phrase)
        if phrase.head in self.listed("speaker") or credited(text, self.view.vocabulary):
            return True
        acronym = self.view.block.kind in ("title", "heading") and text.isupper() and text.isalpha() and 1 < len(text) < 7
        return acronym and not load_gazetteer(self.view.vocabulary).find(text)

    # phrases

    def phrase(self, group: Group) -> Phrase:
        """A noun group with what belongs to it: "a spokesman for the ministry", "Reyes and Lindqvist"."""
        start, stop = (group.at + 1 if group.at >= 0 else group.start), group.stop
        while start < stop - 1 and self.words[start].lower in ("to",):
            start += 1
        if group.at < 0 and (titled := self._abbreviated(group.index - 1)) is not None:
            start = titled.at + 1 if titled.at >= 0 else titled.start  # "Sen. Rita Vance"
        firm = self._at(group.index - 2)
        if firm is not None and firm.kind == "noun" and self._word(group.start - 1) == "&":
            start = firm.at + 1 if firm.at >= 0 else firm.start  # "Northern Gas & Rail Co."
        following = self._at(group.index + 2)
        if self._abbreviated(group.index + 1) is group and following is not None and following.kind == "noun":
            return replace(self.phrase(following), start=start)
        for i in range(start, min(stop - 1, group.head)):
            timed = self.words[i].lower in self.read.lexicon.times and self._word(i + 1) not in self.read.lexicon.times
            named = i > start and self.words[i - 1].tags & NAME and self._word(i - 1) not in self.read.lexicon.dated
            if timed and not named:
                start = i + 1  # "On Monday officials", "this week Finland"
        person = self._is_person(start, stop)
        j = group.index + 1
        while j < len(self.groups):
            g = self.groups[j]
            if g.kind == "noun" and g.start == stop and not self._is_timed(g) and (
                g.preposition in _JOINING or not person and g.preposition in _PLACING and j == group.index + 1
                and self.words[g.head].tags & NAME and g.possessor < 0
            ):  # fmt: skip
                stop = g.stop
            elif g.kind == "opener" and self._word(g.start) == "for" and self._is_plain(j + 1):
                stop, j = self.groups[j + 1].stop, j + 1
            elif g.kind == "and" and self._joins(group, j):
                stop, j = self.groups[j + 1].stop, j + 1
            else:
                break
            j += 1
        return Phrase(start, stop, self._lemma(group.head) if group.head >= 0 else "", group)

    def _abbreviated(self, stop: int) -> Group | None:
        """The capitalised word before a full stop that does not end its sentence: "Rep." """
        mark, before = self._at(stop), self._at(stop - 1)
        if mark is None or mark.kind != "stop" or self._word(mark.start) != "." or stop + 1 >= len(self.groups):
            return None
        short = before is not None and before.kind == "noun" and self.words[before.stop - 1].lower in self.titles
        return before if short and before is not None and self.words[before.stop - 1].stop == self.words[mark.start].start else None

    def _is_person(self, start: int, stop: int) -> bool:
        run = [w for w in self.words[start:stop] if w.tags & NAME and w.text[0].isupper()]
        return len(run) > 1 and read_name(self._span(start, stop).of(self.read.text), self.view.vocabulary).person

    def _is_timed(self, group: Group) -> bool:
        return group.head >= 0 and self.words[group.head].lower in self.read.lexicon.times

    def _is_plain(self, j: int) -> bool:
        group = self._at(j)
        return group is not None and group.kind == "noun" and not group.preposition

    def _joins(self, group: Group, j: int) -> bool:
        """Whether "and" joins another speaker: both names, or the other the first one's own ("Kyiv and its allies")."""
        after = self._at(j + 1)
        if after is None or after.kind != "noun" or after.preposition or group.role == "object":
            return False
        if self._word(self.groups[j].start) not in ("and", "&") or after.number >= 0:
            return False
        following = self._at(j + 2)
        return following is None or following.kind in ("verb", "comma", "stop", "adverb")

    # small helps

    def _at(self, index: int) -> Group | None:
        return self.groups[index] if 0 <= index < len(self.groups) else None

    def _group_at(self, word: int) -> int:
        """The index of the group that starts at a word or behind it."""
        return next((g.index for g in self.groups if g.stop > word), len(self.groups))

    def _word(self, index: int) -> str:
        return self.words[index].lower if 0 <= index < len(self.words) else ""

    def _word_after(self, group: Group) -> str:
        return self._word(group.stop)

    def _after(self, group: Group) -> str:
        after = self._at(group.index + 1)
        return after.preposition if after is not None else ""

    def _lemma(self, index: int) -> str:
        word = self.words[index]
        if word.tags & SUBJECT:
            return word.lower
        return self.read.lexicon.entry(word.lower).lemma_as(word.tags)

    def _span(self, start: int, stop: int) -> Span:
        return Span(self.words[start].start, self.words[stop - 1].stop)

    def _text(self, phrase: Phrase) -> str:
        return phrase.span(self.read).of(self.read.text)


def replace_head(group: Group, head: int) -> Group:
    """A noun group as if it ended at an earlier noun: the owner of "Kyiv's claim"."""
    return Group("noun", group.start, head + 1, head, index=group.index, clause=group.clause)


_JOINING = frozenset({"of", "for", "from", "with", "by"})
_PLACING = frozenset({"in", "at", "near", "to"})
