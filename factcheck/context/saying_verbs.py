"""Attributions by a verb: "X said that …", "…, X said", "said X", "confirmed by X", ", adding that …"."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.context.names import credited
from factcheck.context.speaker_phrases import Phrase
from factcheck.context.speaking import Subjects
from factcheck.sentences.groups import Group
from factcheck.spans import Span


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


class SayingVerbs(Subjects):
    """Reads a verb of saying with its speaker and what it says."""

    def _by_verb(self, verb: Group) -> Saying | None:
        cue = self._span(verb.head, verb.head + 1)
        if verb.negated and verb.lemma not in self.listed("denying"):
            return None
        if verb.passive and not self._speaks_open(verb):
            return self._by_agent(verb, cue)
        if self._is_held(verb) or (
            verb.modal in self.listed("hypothetical") and verb.lemma not in self.listed("plainly")
        ):
            return None
        if verb.form == "ing":
            return self._by_ing(verb, cue)
        speaker, inverted = self._inverted(verb), True
        if speaker is None:
            speaker, inverted = self._subject(verb), False
        if speaker is None or not self._speaks(speaker, verb):
            return None
        own = verb.clause is not None and verb.clause.opener != "" and verb.clause.under is speaker.group
        over = inverted or (verb.form != "infinitive" and not own and self._is_over(verb, speaker))
        quoted = self._follows_quoted(self._group_at(speaker.start)) or inverted
        if over and not quoted and self._is_strict(verb):
            return None  # "12 more votes, as the mayor demanded"
        asks = verb.lemma in (self.listed("issuing") if quoted else self.listed("issuing", "telling"))
        if (not over or asks) and not self._takes(verb):
            return None
        if self._ends(verb) and not over and self._under(speaker):
            return None  # "after the singer tweeted about it"
        thought = verb.lemma in self.listed("thinking", "knowing")
        return Saying(speaker, cue, verb.index, over, thought=thought, origin=self._hearer(verb))

    def _by_ing(self, verb: Group, cue: Span) -> Saying | None:
        """The attribution of ", adding that …": to who speaks around it."""
        gives = verb.lemma in self.listed("giving") and verb.lemma not in self.listed("filing")
        if (gives or verb.lemma in self.listed("showing")) and self._word(verb.stop) != "that":
            return None  # ", finding three people dead"
        around, alone = self._around(verb), not verb.behind_comma and self._ends(verb)
        if around is None and alone and verb.prior is not None and verb.prior.kind == "noun":
            return None  # "with 9 precincts reporting, Hale had"
        passed = verb.clause is not None and verb.clause.opener == "as"  # "…, the mayor was quoted as saying"
        over = around is not None and alone and (passed or self._follows_quoted(self._group_at(around.start)))
        return Saying(around, cue, verb.index, over) if self._takes(verb) else None

    def _is_strict(self, verb: Group) -> bool:
        """Whether a verb speaks only before "that" or a quotation: "point", not "point out"."""
        return verb.lemma in self.listed("strict") and verb.particle != "out"

    def _speaks_open(self, verb: Group) -> bool:
        """Whether a form that was taken for a participle may be a past with its subject before it: "police said"."""
        after, subject = verb.next, verb.clause.subject if verb.clause is not None else None
        if subject is not None and subject.preposition == "with":
            return False  # "with 60 injuries reported"
        return verb.head == verb.start and (after is None or after.preposition != "by")

    def _is_held(self, verb: Group) -> bool:
        """Whether a form before "to" tells what is held of somebody: "men thought to have fled", or is refused."""
        after, clause = verb.next, verb.clause
        parent = clause.parent if clause is not None else None
        if verb.form == "infinitive" and parent is not None and parent.lemma not in self.listed("going on"):
            return self._word(verb.stop) != "that"  # "would require groups to disclose the names of 12 donors"
        held = verb.lemma in self.listed("held")
        return held and after is not None and after.form == "infinitive"

    def _by_agent(self, verb: Group, cue: Span) -> Saying | None:
        """The attribution of "confirmed by the ministry": of the thing it describes, or of the whole clause."""
        after = verb.next
        if after is None or after.preposition != "by" or verb.lemma in self.listed("strict", "clausal", "denying"):
            return None
        speaker, clause = self.phrase(after), verb.clause
        thing = clause.subject if clause is not None else None
        if verb.lemma in self.listed("issuing"):
            heads = self.listed("told", "document")
            if thing is None or thing.head < 0 or self._lemma(thing.head) not in heads:
                return None  # "an image released by the army"
        over = not self._has_content(verb)  # not "was told by the mayor that 12 fled"
        return Saying(speaker, cue, verb.index, over, weak=over) if self.can_give(speaker) else None

    def _is_over(self, verb: Group, speaker: Phrase) -> bool:
        """Whether a verb says what stands before it: "12 died, police said on Friday"."""
        first = self._group_at(speaker.start)
        left, before = self.groups[:first], self._at(first - 1)
        as_said = before is not None and before.kind == "opener" and self._word(before.start) == "as"
        if self._follows_quoted(first):
            return True
        if before is None or before.kind == "stop":
            return False
        set_off = before.kind in ("comma", "dash", "close", "open")
        content = any(g.kind == "verb" or g.number >= 0 or g.kind == "quote" for g in left)
        after = verb.next
        if set_off and after is not None and after.kind == "comma" and after.next is not None:
            content = bool(left)  # "Trade, she added, had picked up"
        plain = not self._under(speaker) and before.kind not in ("verb", "opener", "and")
        plain = plain and (speaker.head not in self.listed("pronoun") or verb.lemma in self.listed("plainly"))
        return self._ends(verb) and (as_said or (content and (set_off or plain)))

    def _follows_quoted(self, first: int) -> bool:
        """Whether a quotation closes before a speaker, titles and names joined to it left aside."""
        j = first - 1
        while j >= 0 and self.groups[j].kind in ("and", "noun", "adverb", "adjective"):
            j -= 1
        if j > 0 and self.groups[j].kind == "comma":
            j -= 1
        return j >= 0 and self.groups[j].kind == "quote" and self._closes(self.groups[j])

    def _closes(self, mark: Group) -> bool:
        """Whether a quotation mark closes: a straight one has a space behind it."""
        after = self.words[mark.stop].start if mark.stop < len(self.words) else len(self.read.text)
        last = self.words[mark.stop - 1]
        return last.text not in ("“", "„", "«", "``") and after > last.stop

    def _under(self, speaker: Phrase) -> bool:
        """Whether a speaker's clause tells only when or why something was: "after police said so"."""
        first = self.groups[self._group_at(speaker.start)]
        before = first.prior
        if first.preposition in self.listed("under"):
            return True
        return before is not None and before.kind == "opener" and self._word(before.stop - 1) in self.listed("under")

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
                return self._word(g.start) in self.listed("told when")
            if g.kind == "verb":
                return g.form == "ing" and g.index > verb.index + 1  # not "admitted killing 12"
            if g.kind == "noun" and not g.preposition:
                if told and self._word(g.start) != "it":
                    return False  # "as the mayor put it"
                told = True
            elif g.kind == "noun" and g.preposition in ("at", "of") and verb.lemma in self.listed("giving"):
                return False
            j += 1
        return True

    def _takes(self, verb: Group) -> bool:
        """Whether what follows a verb suits it: "that" where it speaks only before one, "for" after "call"."""
        rest = self.groups[verb.index + 1 : verb.index + 10]
        first = rest[0] if rest else None
        kinds = [g.kind if self._word(g.start) != ":" else "quote" for g in rest]
        that = self._has_content(verb)
        heard = kinds[1:] if kinds[:1] == ["noun"] else kinds
        mark = kinds[:1] == ["quote"] or heard[:2] == ["comma", "quote"]
        if self._is_strict(verb):
            return that or mark
        if verb.lemma in self.listed("clausal"):
            return that or "quote" in kinds
        if verb.lemma in self.listed("giving at"):
            return any(g.preposition == "at" for g in rest)
        if verb.lemma in self.listed("giving of"):
            return first is not None and first.preposition == "of"
        if verb.lemma in self.listed("issuing"):
            return first is not None and first.head >= 0 and self._lemma(first.head) in self.listed("told")
        if verb.lemma in self.listed("giving") and not that and first is not None and first.preposition == "to":
            return False  # "reported to the bank"
        if verb.lemma in self.listed("telling"):
            return mark or (first is not None and first.kind == "noun" and not first.preposition)
        calls = verb.lemma in self.listed("giving for")
        return not calls or (first is not None and first.preposition in ("for", "on"))

    def _has_content(self, verb: Group) -> bool:
        """Whether a clause that tells something hangs on a verb: "said that 12 fled", "added there were 12"."""
        told = (c for c in self.read.clauses if c.parent is verb.clause and c.start > verb.index)
        return any(c.opener == "that" and c.subject is not c.under if c.opener else c.kind == "content" for c in told)

    def _hearer(self, verb: Group) -> str | None:
        """The agency or outlet that was told: "told Reuters", "told CNN's Jake Tapper"."""
        after = verb.next
        if verb.lemma not in self.listed("telling") or after is None:
            return None
        for stop in range(after.stop, after.start, -1):
            if agency := credited(self._span(after.start, stop).of(self.read.text), self.view.vocabulary):
                return agency
        return None

    def _speaks(self, phrase: Phrase, verb: Group) -> bool:
        """Whether a phrase can be the subject of a verb of saying."""
        word = self.words[phrase.group.head] if phrase.group.head >= 0 else None
        if word is None:
            return False
        one_of = phrase.head == "one" and phrase.stop > phrase.start + 1  # "one of the officials"
        if phrase.head in self.listed("nobody") and not one_of:
            return False
        if phrase.head in self.read.lexicon.times or (phrase.group.preposition == "of" and verb.passive):
            return False  # "the 5,300 cases of Ebola reported in 2014"
        if verb.lemma in self.listed("giving for") and phrase.head in self.listed("proposed"):
            return False  # "the plan calls for 12 boats": that is what it holds
        if verb.lemma in self.listed("showing"):
            known = phrase.head in self.listed("document", "told", "finder")
            known = known or (phrase.head in self.listed("depiction") and self._ends(verb))  # "…, footage showed"
            return known or self._word(verb.stop) == "that" or self._follows_quoted(self._group_at(phrase.start))
        if verb.lemma in self.listed("giving", "clausal"):
            that = self._word(verb.stop) == "that" and verb.lemma in self.listed("giving")
            return that or self.can_give(phrase) or self._is_over(verb, phrase)
        return True
