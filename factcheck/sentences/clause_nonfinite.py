"""Infinitives, -ing forms and participles in their clause, and what "and" joins to a verb."""

from __future__ import annotations

from factcheck.sentences.clause_subjects import SubjectFinder
from factcheck.sentences.frames import Clause
from factcheck.sentences.groups import Group
from factcheck.sentences.tagset import *


class NonfiniteReader(SubjectFinder):
    """Opens the clauses of verbs that stand in another one."""

    def _coordinates(self, group: Group) -> bool:
        """ "… and wounded 22": the same subject does a second thing."""
        partner = self._partner(group)
        if partner is None:
            return False
        self._unwind_to(partner)
        kind = partner.kind if partner.kind not in ("main", "aside") else "coordinate"
        parent = partner.parent if kind != "coordinate" else partner
        new = self._push(kind, parent, under=partner.under, opener=partner.opener)
        new.subject = partner.subject
        self._take(new, group)
        return True

    def _partner(self, group: Group) -> Clause | None:
        """The clause a verb behind "and" stands beside: the innermost with a verb of the same form."""
        finite = group.form in ("finite", "auxiliary")
        plain = finite and self.words[group.start].tags == BASE  # "plans to close two pits and open 12"
        for clause in reversed(self.stack):
            if clause.verb is None:
                continue
            form = clause.verb.form
            same = form in ("finite", "auxiliary") if finite else form == group.form
            same = same or (plain and form == "infinitive")
            if same:
                if finite and self.comma and clause.kind == "relative":
                    continue
                if finite and clause.kind == "content" and self._is_saying(group):
                    continue  # "denied that it fled and said", as who speaks goes on to
                return clause
        return None

    def _infinitive(self, group: Group) -> None:
        parent, before = self.top, group.prior
        clause = self._push("infinitive", parent)
        if before is not None and before.kind == "noun" and self.words[group.start].tags != BASE:
            clause.under = before  # "the first man to win", not "let the man win"
        clause.subject = self._made_to(parent, before) or parent.subject
        self._take(clause, group)

    def _made_to(self, parent: Clause, before: Group | None) -> Group | None:
        """Whom a verb makes do what follows: "caused its shares to lose 18 %", "wants the firms to pay $2m"."""
        verb, made = parent.verb, before
        while made is not None and made.role in ("of", "within", "member") and made.under is not None:
            made = made.under
        if verb is None or verb.passive or made is None or made.role != "object":
            return None
        made_to = self.lexicon.words("made to do", "wanted to do", "seen to do")
        return made if parent.lemma in made_to else None

    def _ing(self, group: Group) -> None:
        if self.conjunction and self._coordinates(group):
            return
        top = self.top
        if top.kind == "gerund" and top.verb is None:
            self._take(top, group)
            if top.parent is not None:
                top.subject = top.parent.subject
            return
        before = self._before_adverbs(group)
        told = before is not None and before is top.verb and self._is_saying(before)
        done = (told or top.kind == "content") and self._free_ahead(group)
        if done and told:
            top = self._push("content", top)  # "said closing it would cost $12 million"
        opened = top.kind in ("subordinate", "content") and top.verb is None and top.subject is None  # "while trying"
        if top.pending or (opened and not done):
            self._take(top, group)
            return
        if self._absolute(group) or self._opens_apart(group):
            return
        apart = self.comma or before is None or done
        if apart and self._waiting() is None:
            self._unwind_satisfied("" if self._is_saying(group) else "content")  # "it will close, cutting 12 jobs"
        top = self.top
        clause = self._push("participle", top)
        if before is not None and not apart and before.kind in ("noun", "close", "time") and self.last is not None:
            clause.under = clause.subject = self._carrier(before if before in top.groups else self.last)
        else:
            clause.subject = top.subject
        self._take(clause, group)

    def _absolute(self, group: Group) -> bool:
        """ "with nine wounds forming a cross", "with 12 killed": the noun after "with" is the verb's subject."""
        for g in reversed(self.groups[: group.index]):
            if g.kind not in ("noun", "adverb", "time", "and"):
                return False
            if g.kind == "and" or g.role == "member":
                continue
            if g.kind == "noun" and g.preposition == "with":
                break
            if g.kind == "noun" and (not g.preposition or g.number >= 0):
                return False  # "with reports of 40 people killed"
        else:
            return False
        before = g.prior
        if before is not None and before.kind not in ("comma", "verb", "dash") and group.form == "ing":
            return False
        self._release(g)
        clause = self._push("participle", self.top)
        clause.start, g.under = g.index, None
        self._be_subject(clause, g)
        self._take(clause, group)
        return True

    def _participle(self, group: Group) -> None:
        if not self.conjunction and self._absolute(group):
            return
        top = self.top
        if top.pending:
            self._take(top, group)
            return
        if self.conjunction and self._coordinates(group):
            return
        before = self._before_adverbs(group)  # "kept closely guarded"
        if top.verb is None and top.kind in ("subordinate", "content") and top.subject is None:
            self._take(top, group)
            return
        if self._opens_apart(group):
            return
        clause = self._push("participle", top)
        if (
            before is not None
            and before.kind in ("noun", "comma", "close", "time", "adjective", "quote")
            and self.last is not None
        ):
            clause.under = clause.subject = self._described_last(before)
        else:
            clause.subject = top.subject
        self._take(clause, group)

    def _opens_apart(self, group: Group) -> bool:
        """ "A siege ends, seven arrested", "12 were shot and 40 taken", "12 are dead and 40 missing"."""
        counted, verb = group.prior, self.top.verb
        if counted is None or counted.kind != "noun" or counted.number < 0 or counted.preposition or verb is None:
            return False
        beside = counted.role in ("member", "apposition") and (verb.passive or verb.lemma == "be")
        marked = counted.prior is not None and counted.prior.kind in ("comma", "dash") and group.form != "ing"
        if not (beside or marked) or self._free_ahead(group):
            return False
        self._open_with(counted, group)
        return True

    def _described_last(self, before: Group) -> Group | None:
        """What a participle describes: the last group, or the list that it closes."""
        last = self.last
        if last is None or before.kind != "noun" or last.preposition:
            return self._carrier(last)
        counted = last.role == "apposition" and last.number >= 0
        return last if counted else self._list_head(last)  # "the toll, 640 people killed since May, …"
