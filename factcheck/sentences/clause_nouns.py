"""Noun groups in their clause: subject, object, what hangs on a preposition, members of lists, appositions."""

from __future__ import annotations

from factcheck.sentences.frames import Clause, ClauseKind
from factcheck.sentences.groups import Group
from factcheck.sentences.lookahead import Lookahead
from factcheck.sentences.tagset import DETERMINER, POSSESSIVE, SUBJECT, TIME

_BREAKS = ("and", "comma", "dash", "quote", "opener", "open")  # groups behind which something new begins


class NounReader(Lookahead):
    """Places the noun groups."""

    def _noun(self, group: Group) -> None:
        if group.preposition:
            self._oblique(group)
        else:
            self._plain(group)
        self.last = group if group.head >= 0 or group.number >= 0 or group.extra else self.last

    def _oblique(self, group: Group) -> None:
        before = group.prior
        some = before is not None and before.head < 0 <= before.number and group.preposition == "out of"
        if before is not None and before.kind == "noun" and (group.preposition == "of" or some):
            group.role, group.under, group.clause = "of", before, before.clause
            return
        if self.conjunction and self.last is not None and self.last.preposition == group.preposition:
            group.role, group.under, group.clause = "member", self.last, self.last.clause  # "in Lyon and in Nice"
            return
        clause = self.top
        if self.comma and clause.kind != "main" and clause.verb is not None:
            waiting = self._waiting()
            if waiting is not None and waiting.subject is None:
                self._unwind_to(waiting)
                clause = waiting
            elif clause.kind == "aside" and clause.opener != "(" and clause.parent is not None:
                self._unwind_to(clause.parent)  # "rose to 12, Hale said, up from nine"
                clause = self.top
        group.clause = clause
        noun = before if before is not None and before.kind == "noun" else None
        beside = noun is not None or (before is not None and before.kind in ("close", "time"))
        if clause.verb is None and clause.subject is not None and beside:
            group.role, group.under = "within", noun or clause.subject
            return
        done = clause.passive and group.preposition == "by"
        group.role, group.under = "agent" if done else "oblique", noun
        clause.groups.append(group)

    def _plain(self, group: Group) -> None:
        kind = self._opens_clause(group)
        if kind:
            self._be_subject(self._push(kind, self.top, under=group.prior if kind == "relative" else None), group)
            return
        if (self.conjunction or self.comma) and self._listed(group):
            return
        clause = self._clause_of(group)
        if clause.subject is None and (clause.verb is None or clause.pending):
            self._be_subject(clause, group)
            return
        group.clause = clause
        if clause.verb is None:
            group.role, group.under = "apposition", clause.subject
        else:
            self._behind_verb(clause, clause.verb, group)

    def _opens_clause(self, group: Group) -> ClauseKind | None:
        """The kind of the clause that a noun is the subject of, where what stands around it tells before its verb."""
        if self._describes_last(group):
            return "relative"
        behind = (self.conjunction or self.comma) and self.top.verb is not None and self._waiting() is None
        if not behind or not self._has_verb_past_relative(group):
            return None
        self._unwind_satisfied("content" if self.conjunction else "")
        return "coordinate"

    def _describes_last(self, group: Group) -> bool:
        """Whether a noun right behind another has a verb of its own that tells of that: "the guns the gang stole"."""
        before, verb = group.prior, group.next
        if before is None or before.kind != "noun" or verb is None or verb.kind != "verb" or self.top.pending:
            return False
        top, words = self.top, self.words
        opening, last = words[group.start], words[group.start - 1]
        plain = opening.tags & SUBJECT or (opening.tags & (DETERMINER | POSSESSIVE) and not self._is_saying(verb))
        dated = last.known == TIME or (last.tags & TIME and last.text[0].isupper()) or self._is_time(group)
        if not plain or dated or max(before.head, before.number) != last.index or self._leads(before):
            return False
        if verb.form not in ("finite", "open"):
            return False
        if top.verb is None:
            told = before.under if before.role == "of" else before
            return told is not None and told is top.subject and self._free_ahead(verb)
        given = top.lemma in self.lexicon.words("two objects") or top.lemma in self.lexicon.content
        return not (given and before.role == "object") or self._free_ahead(verb)

    def _leads(self, group: Group) -> bool:
        """Whether a noun leads in what is told behind it: "and over two decades | the test has changed"."""
        opening = group.prior.kind if group.prior is not None else "comma"
        if not group.preposition:
            return opening == "and" and group.role != "member"
        compared = self.words[group.start].lower in self.lexicon.words("directions")  # "down from the 7 | it had"
        return not compared and (opening in _BREAKS or self._is_lasting(group))

    def _clause_of(self, group: Group) -> Clause:
        """The clause that a noun stands in: behind a mark one that waits for its subject, or one around its verb."""
        top = self.top
        if top.verb is None or not (self.conjunction or self.comma):
            return top
        waiting = self._waiting()
        if waiting is not None and waiting.subject is None:
            self._unwind_to(waiting)
            return waiting
        if self._has_verb_ahead(group):
            self._unwind_satisfied()
        return self.top

    def _behind_verb(self, clause: Clause, verb: Group, group: Group) -> None:
        """What a noun is in a clause that has its verb: a measure, an apposition, a late subject or an object."""
        before, last = group.prior, self.last
        if before is not None and self._measures(group, before):
            group.role, group.under = "within", before
            return
        beside = (self.comma or self.conjunction) and not self._has_verb_ahead(group)
        beside = beside and not (self.conjunction and self._leads_list(group)) and not self._shared(clause, group)
        if beside and last is not None and self._is_lasting(group) <= self._is_lasting(last):
            group.role, group.under = "apposition", last
            return
        inverts = clause.lemma in self.lexicon.words("before its subject")
        inverted = inverts and clause.kind in ("aside", "coordinate", "main")
        if clause.subject is None and verb.form == "finite" and before is verb and inverted:
            self._be_subject(clause, group)
            return
        group.role = "predicate" if verb.lemma in self.lexicon.copulas else "object"
        clause.groups.append(group)

    def _measures(self, group: Group, noun: Group) -> bool:
        """Whether a measure only describes the noun before it: "from a town 12 km south of it", "a boat 9 m long"."""
        if noun.kind != "noun" or group.number < 0:
            return False
        told = {word.lower for word in self.words[group.stop - 1 : group.stop + 1]}
        placed = noun.preposition or noun.role == "apposition"
        return bool(told & self.lexicon.words("dimension") or (placed and told & self.lexicon.words("which way")))

    def _shared(self, clause: Clause, group: Group) -> bool:
        """Whether marks part a verb from the object it shares: "bombed, and later took, 12 villages"."""
        verb = clause.verb
        between = [g.kind for g in self.groups[verb.index + 1 : group.index]] if verb is not None else []
        same = clause.parent is not None and clause.subject is clause.parent.subject
        return clause.lemma in self.needy and between in (["comma"], ["dash"]) and group.number >= 0 and same

    def _listed(self, group: Group) -> bool:
        """Whether a noun behind a comma or a conjunction goes on a list: "soldiers, nurses and a child"."""
        last = self.last
        if last is None or last.index < group.index - 4:
            return False
        if self._is_lasting(group) > self._is_lasting(last):
            return False  # "hit the town and, two days later, the port"
        between = self.groups[last.index + 1 : group.index]
        top = self.top
        if top.verb is None and top.subject is None and not self.conjunction:
            if self._leads_list(group) or last.number < 0 <= group.number:
                return False  # "In May, four men and a boy were hurt"
        waiting = self._waiting() if top.kind == "participle" and not self.conjunction else None
        if waiting is not None and waiting.subject is None and self._leads_list(group):
            return False  # "Joining guards, priests and clerks, 90 nurses and cooks left"
        kinds = {g.kind for g in between} - {"comma", "and", "adverb", "quote", "time", "adjective"}
        if kinds and not (self.conjunction and kinds == {"noun"}):
            return False
        led = group.number >= 0 and self._may_open(last)
        if self._has_verb_ahead(group) and not led and not (top.verb is None and top.subject is not None):
            if last.role != "object" or last.prior is None or last.prior.kind != "and":
                return False
        if not (self.conjunction or self._list_goes_on(group)):
            return False
        first = self._first_like(last, group)
        group.role, group.under, group.clause = "member", first, first.clause
        return True

    def _first_like(self, last: Group, group: Group) -> Group:
        """The member a list goes on from: the nearest group with a number where this one has one."""
        if group.number < 0:
            return last
        candidate: Group | None = last
        while candidate is not None and candidate.number < 0:
            candidate = candidate.under
        return candidate or last

    def _list_goes_on(self, group: Group) -> bool:
        """Whether "and" closes a list that this comma goes on."""
        numbered = group.number >= 0
        for g in self.groups[group.index + 1 : group.index + 9]:
            if g.kind == "and":
                after = g.next
                return after is not None and after.kind == "noun"
            if g.kind in ("verb", "opener", "stop", "close"):
                break
        return numbered and self.last is not None and self.last.number >= 0
