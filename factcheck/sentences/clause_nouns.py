"""Noun groups in their clause: subject, object, what hangs on a preposition, members of lists, appositions."""

from __future__ import annotations

from factcheck.sentences.frames import Clause
from factcheck.sentences.groups import Group
from factcheck.sentences.lookahead import Lookahead


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
        if group.preposition == "of" and before is not None and before.kind == "noun":
            group.role, group.under, group.clause = "of", before, before.clause
            return
        if self.conjunction and self.last is not None and self.last.preposition == group.preposition:
            group.role, group.under, group.clause = "member", self.last, self.last.clause  # "in Lyon and in Nice"
            return
        clause = self.top
        if self.comma and clause.kind == "relative" and clause.verb is not None and clause.parent is not None:
            if clause.start and self.groups[clause.start - 1].kind == "comma" and group.preposition == "with":
                self._unwind_to(clause.parent)  # "won the seat, which he held, with 60 % of the vote"
                clause = self.top
        if self.comma and clause.kind != "main" and clause.verb is not None:
            waiting = self._waiting()
            if waiting is not None and waiting.subject is None:
                self._unwind_to(waiting)
                clause = waiting
        waits = clause.verb is None
        if (
            waits
            and clause.subject is not None
            and before is not None
            and before.kind in ("noun", "close", "time")
            and not self.comma
        ):
            group.role, group.under = "within", before if before.kind == "noun" else clause.subject
            group.clause = clause
            return
        if clause.verb is not None and clause.verb.passive and group.preposition == "by":
            group.role = "agent"
        else:
            group.role = "oblique"
        group.clause = clause
        if before is not None and before.kind == "noun":
            group.under = before
        clause.groups.append(group)

    def _plain(self, group: Group) -> None:
        clause = self.top
        if self.conjunction or self.comma:
            if self._listed(group):
                return
            if clause.verb is not None:
                waiting = self._waiting()
                if waiting is not None and waiting.subject is None:
                    self._unwind_to(waiting)
                    clause = waiting
                elif self._has_verb_ahead(group) or (self.conjunction and self._leads_list(group)):
                    self._unwind_satisfied()
                    clause = self.top
        if clause.verb is None:
            if self.comma and clause.subject is not None and self._is_fronted(clause.subject):
                clause.subject.role = "time"
                clause.groups.append(clause.subject)
                self._be_subject(clause, group)
                return
            if clause.subject is None:
                self._be_subject(clause, group)
                return
            group.role, group.under, group.clause = "apposition", clause.subject, clause
            return
        if clause.pending and clause.subject is None:
            self._be_subject(clause, group)
            return
        group.clause = clause
        verb = clause.verb
        before = group.prior
        if before is not None and self._measures(group, before):
            group.role, group.under = "within", before
            return
        beside = (self.comma or self.conjunction) and self.last is not None and not self._has_verb_ahead(group)
        beside = beside and not (self.conjunction and self._leads_list(group)) and not self._shared(clause, group)
        if beside and self.last is not None and self._is_lasting(group) <= self._is_lasting(self.last):
            group.role, group.under = "apposition", self.last
            return
        if clause.subject is None and verb.form == "finite" and before is verb and self._is_inverted(clause, group):
            self._be_subject(clause, group)
            return
        group.role = "predicate" if verb.lemma in ("be", "become", "remain") and not verb.passive else "object"
        clause.groups.append(group)

    def _measures(self, group: Group, noun: Group) -> bool:
        """Whether a measure only describes the noun before it: "from a town 12 km south of it", "a boat 9 m long"."""
        if noun.kind != "noun" or noun.head < 0 or group.number < 0 or noun.stop != group.start:
            return False
        told = {word.lower for word in self.words[group.stop - 1 : group.stop + 1]}
        placed = noun.preposition or noun.role == "apposition"
        return bool(told & self.lexicon.words("dimension") or (placed and told & self.lexicon.words("which way")))

    def _shared(self, clause: Clause, group: Group) -> bool:
        """Whether marks part a verb from the object it shares: "bombed, and later took, 12 villages"."""
        verb = clause.verb
        between = [g.kind for g in self.groups[verb.index + 1 : group.index]] if verb is not None else []
        if verb is None or verb.passive or between not in (["comma"], ["dash"]) or clause.kind != "coordinate":
            return False
        same = clause.parent is not None and clause.subject is clause.parent.subject
        return verb.lemma in self.needy and group.number >= 0 and same

    def _is_fronted(self, subject: Group) -> bool:
        """Whether a span of time only tells when: "three days after the raid, police found"."""
        after = self.groups[subject.index + 1]
        word = after.preposition or self.words[after.start].lower
        return self._is_lasting(subject) and word in ("after", "before", "since", "into")

    def _is_inverted(self, clause: Clause, group: Group) -> bool:
        """Whether a subject stands behind its verb: "said police", "Among the dead were three children"."""
        return (
            clause.kind in ("aside", "coordinate", "main")
            and (
                clause.lemma in self.lexicon.content
                or clause.lemma == "be"
                or any(g.role == "oblique" for g in clause.groups)
            )
            and (clause.lemma in ("be", "come", "go", "stand", "lie", "sit", "say"))
        )

    def _listed(self, group: Group) -> bool:
        """Whether a noun behind a comma or a conjunction goes on a list: "soldiers, nurses and a child"."""
        last = self.last
        if last is None or last.role == "time" or last.index < group.index - 4:
            return False
        if self._is_lasting(group) > self._is_lasting(last):
            return False  # "hit the town and, two days later, the port"
        between = self.groups[last.index + 1 : group.index]
        top = self.top
        if top.verb is None and top.subject is None and not self.conjunction and self._leads_list(group):
            return False  # "In May, four men and a boy were hurt"
        if top.verb is None and top.subject is None and not self.conjunction and last.number < 0 <= group.number:
            return False  # "In all, 12 crates with food and tents arrived"
        if any(g.kind not in ("comma", "and", "adverb", "quote", "time", "adjective") for g in between):
            if not (
                self.conjunction
                and all(g.kind in ("comma", "and", "adverb", "quote", "time", "noun", "adjective") for g in between)
            ):
                return False
        if self._has_verb_ahead(group) and not (top.verb is None and top.subject is not None):
            opened = self.groups[last.index - 1].kind == "and" if last.index else False
            if not (opened and last.role == "object"):
                return False
        first = last
        if self.conjunction or self._list_goes_on(group):
            first = self._first_like(last, group)
            group.role, group.under, group.clause = "member", first, first.clause
            return True
        return False

    def _first_like(self, last: Group, group: Group) -> Group:
        """The member a list goes on from: the nearest group with a number where this one has one."""
        if group.number < 0:
            return last
        candidate: Group | None = last
        for _ in range(6):
            if candidate is None:
                break
            if candidate.number >= 0 or candidate.extra:
                return candidate
            candidate = candidate.under
        return last

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
