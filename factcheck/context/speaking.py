"""Who stands before or behind a verb of saying: its subject across appositions, relative clauses and inversion."""

from __future__ import annotations

from factcheck.context.names import read_name
from factcheck.context.speaker_phrases import Phrase, Phrases
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import COMMA, ING, NAME, NOUN, PARTICIPLE, PLURAL, STOP, THIRD


class Subjects(Phrases):
    """Finds the speaker of a verb."""

    def _inverted(self, verb: Group) -> Phrase | None:
        """The speaker of '"…," said X' and '…, said X, an aide.'"""
        before, after = verb.prior, verb.next
        if after is None or not self._is_plain(after) or verb.lemma in self.listed("telling", "giving for"):
            return None
        quoted = before is not None and before.kind == "quote"
        speaker, clause = self.phrase(after), verb.clause
        known = clause.subject if clause is not None and clause.verb is verb else None
        if not quoted:
            if known is not None and known.index < verb.index and after.number >= 0:
                return None  # "Ruiz, who was there, said 12 men, all of them guards, had left"
            last = self.words[speaker.stop].tags & (STOP | COMMA) if speaker.stop < len(self.words) else True
            sure = verb.lemma in self.listed("plainly") or (self._has_name(speaker) and last)  # "…, reports CNN."
            if before is None or before.kind not in ("comma", "dash") or not sure:
                return None
        if not self.can_give(speaker):
            return None
        following = self._behind(speaker)
        named = following.next if following is not None and following.kind == "comma" else None
        if named is not None and self._is_plain(named) and self._is_called(named) and not self._is_called(after):
            return self.phrase(named)  # "said the head of works, Ana Ruiz"
        while following is not None and following.kind == "adverb":
            following = following.next
        acts = following is not None and following.kind in ("verb", "opener") and self._word(following.start) != "who"
        return None if acts and not quoted else speaker

    def _subject(self, verb: Group) -> Phrase | None:
        """The phrase a verb of saying has as its subject, whatever stands between commas before the verb."""
        clause = verb.clause
        known = clause.subject if clause is not None and clause.verb is verb else None
        if verb.form == "infinitive" and known is not None and known.index < verb.index:
            return self._named(known)  # "continues to claim"
        before = verb.prior
        passed = self.listed("before saying")
        while before is not None and (
            before.kind in ("adverb", "time", "adjective") or self._word(before.start) in passed
        ):
            before = before.prior
        if before is None:
            return None
        if before.kind == "opener":
            word = self._word(before.stop - 1)
            relative = known is not None and known.index < before.index and word in self.read.lexicon.words("acting")
            while relative and word == "who" and known is not None and known.role in ("of", "within"):
                known = known.under  # "Rep. Ana Ruiz of Ohio, who said"
            return self._named(known) if relative else None
        if before.kind in ("comma", "dash", "close"):
            return self._before_comma(before, known)
        if before.kind == "and":
            shared = clause is not None and clause.kind in ("main", "coordinate")
            joins = shared and self._word(before.start) in ("and", "but")
            return self._named(clause.subject) if clause is not None and joins else None
        return self._right_before(verb, before, known)

    def _right_before(self, verb: Group, before: Group, known: Group | None) -> Phrase | None:
        """The noun group before a verb that what stands there hangs on, or the clause's own subject farther off."""
        described = self._describes(before)
        leads = known is not None and known.index < before.index and (described or self._leads(known))
        if before.kind == "verb" and leads:
            return self._named(known)  # "those who want it to go forward | have claimed"
        if before.kind != "noun" and not described:
            return None  # "a reminder of what the president said"
        beside = self._beside(before)
        comma = beside.prior if beside is not None else None
        if beside is not None and comma is not None and comma.kind == "comma" and self._ends_place(beside):
            above = self._before_comma(comma, None)  # "Ana Ruiz, in Henby, Kent said"
            if above is not None and self._has_name(above):
                return above
        ahead = known if known is not None and known.index < (beside or verb).index else None
        single = self.words[verb.head].tags & THIRD and verb.stop - verb.start == 1
        if ahead is not None and (beside is None or self._leads(ahead) or (single and self._is_plural(beside))):
            return self._named(ahead)  # "a tally from reports and departments | shows"
        return self._named(beside)

    def _is_plural(self, group: Group) -> bool:
        tags = self.words[group.head].tags if group.head >= 0 else 0
        return bool(tags & PLURAL) and not tags & NOUN

    def _leads(self, known: Group) -> bool:
        """Whether a relative clause stands between a subject and its verb: "The office which counts the dead said"."""
        after = self._behind(self.phrase(known))
        return (
            after is not None
            and after.kind == "opener"
            and self._word(after.stop - 1) in self.read.lexicon.words("acting")
        )

    def _beside(self, group: Group) -> Group | None:
        """The noun group without a preposition that a run of groups before a verb hangs on, "people briefed on it"."""
        at: Group | None = group
        while at is not None:
            before = at.prior
            own = before is None or at.role != "object" or not self._describes(before)
            if at.kind == "noun" and not at.preposition and own:
                return self._first(at)
            if at.kind == "noun" and at.preposition in self.listed("under") and self.can_give(self.phrase(at)):
                return at  # "hours after police | reported"
            if at.kind == "verb" and before is not None and before.kind == "and":
                before = before.prior  # "a poll paid for by the bank and released on Friday"
            if at.kind not in ("noun", "time", "adverb") and not self._describes(at):
                break
            at = before
        return None

    def _describes(self, group: Group) -> bool:
        """Whether a verb can be the participle that describes a noun before it: "living", "conducted"."""
        alone = group.kind == "verb" and group.head == group.start
        return alone and bool(self.words[group.head].tags & (ING | PARTICIPLE))

    def _ends_place(self, group: Group) -> bool:
        """Whether a name behind a comma may be the region of the place before it: "in Henby, Kent"."""
        town = self._at(group.index - 2)
        named = group.stop - group.start == 1 and group.head >= 0 and self.words[group.head].tags & NAME
        return bool(named) and town is not None and town.preposition in self.listed("placing") and town.index > 1

    def _first(self, group: Group) -> Group:
        """The first member of a list of speakers: "Reyes and Lindqvist"."""
        while group.role == "member" and group.under is not None and not group.under.preposition:
            group = group.under
        joint, other, opening = (self._at(group.index - k) for k in (1, 2, 3))
        if joint is not None and self._word(joint.start) == "and" and other is not None and self._is_plain(other):
            kind = opening.kind if opening is not None else "comma"
            marked = kind in ("comma", "quote", "opener")
            if other.number < 0 and (marked or (kind != "verb" and self.can_give(self.phrase(other)))):
                return other  # "…, The Globe and Mail reported"
        return group

    def _before_comma(self, mark: Group, known: Group | None) -> Phrase | None:
        """The subject before an apposition, a relative clause, a parenthesis: "Ana Ruiz, head of works, said"."""
        if mark.kind == "close":
            opening = self._bracket(mark.index)
            before = opening.prior if opening is not None else None
            return self._named(self._beside(before)) if before is not None and before.kind == "noun" else None
        first = self._leftmost(mark)
        for group in self.groups[first : mark.index]:
            if not self._may_lead(group, first):
                continue
            after = self._behind(self.phrase(group))
            while after is not None and (after.kind == "time" or (after.kind == "noun" and after.preposition)):
                after = after.next  # "witnesses in the capital, Henby, say"
            if after is not None and after is not mark and after.kind in ("comma", "dash"):
                return self._pair(group, mark)
        return self._named(known) if known is not None and known.index < mark.index and known.head >= 0 else None

    def _bracket(self, stop: int) -> Group | None:
        """The last bracket that opens before an index."""
        return next((g for g in reversed(self.groups[:stop]) if g.kind == "open"), None)

    def _leftmost(self, mark: Group) -> int:
        """Where the subject of a verb behind a mark may stand at the earliest, brackets before it passed over."""
        j = mark.index - 1
        while j > 0 and not self._bars(j - 1):
            j -= 1
            while self.groups[j].kind == "close" and (opening := self._bracket(j)) is not None:
                j = opening.index
        return j

    def _may_lead(self, group: Group, first: int) -> bool:
        """Whether a noun group may be a subject: without a preposition or behind "after", where one may begin."""
        under = group.preposition in self.listed("under or as")
        if group.kind != "noun" or (group.preposition and not under):
            return False
        return under or group.index == first or group.prior is None or self._opens(group.prior)

    def _bars(self, j: int) -> bool:
        """Whether a mark opens what a subject cannot stand before: a quotation of more than some words, a bracket."""
        mark = self.groups[j]
        short = any(g.kind == "quote" for g in (*self.groups[max(j - 4, 0) : j], *self.groups[j + 1 : j + 4]))
        return mark.kind == "open" or (mark.kind == "quote" and not short) or self._word(mark.start) in (";", ":")

    def _opens(self, group: Group) -> bool:
        """Whether a subject may follow a group: a mark, a conjunction, an adverb, a phrase of place or time."""
        return group.kind in ("comma", "and", "opener", "dash", "adverb", "time") or (
            group.kind == "noun" and bool(group.preposition)
        )

    def _pair(self, group: Group, mark: Group) -> Phrase:
        """Of a phrase and its apposition the one that is a name."""
        phrase = self.phrase(group)
        named = self._has_name(phrase) and (group.head > 0 or phrase.head not in self.listed("person"))
        if (named and self._word(phrase.start) not in self.listed("one")) or self._is_plural(group):
            return phrase  # not "a Democrat, Ana Ruiz, said"
        for g in self.groups[group.index + 1 : mark.index]:
            if g.start >= phrase.stop and g.kind == "noun" and not g.preposition and self._is_called(g):
                return self.phrase(g)
        return phrase

    def _is_called(self, group: Group) -> bool:
        """Whether a group is the name of a person."""
        phrase = self.phrase(group)
        return self._has_name(phrase) and read_name(self._text(phrase), self.view.vocabulary).person

    def _named(self, group: Group | None) -> Phrase | None:
        return None if group is None else self.phrase(group)

    def _around(self, verb: Group) -> Phrase | None:
        """Who speaks in ", adding that …": the subject of the clause it hangs in; ``None`` leaves it to the context."""
        clause, placing = verb.clause, self.listed("placing")
        above = (
            clause.parent.verb if clause is not None and clause.parent is not None and clause.opener == "as" else None
        )
        if above is not None and above.lemma in self.listed("citing") and not above.passive:
            return self._named(above.next)  # "quoted the mayor as saying"
        while clause is not None and (clause.subject is None or clause.subject.preposition in placing):
            clause = clause.parent  # "is heard in the talk saying"
        subject = clause.subject if clause is not None else None
        if subject is None or subject.head < 0 or subject.index > verb.index:
            return None
        speaker = self.phrase(subject)
        return speaker if self.can_give(speaker) else None
