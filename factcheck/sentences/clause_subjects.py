"""Which noun group is the subject of a verb, also where it was first taken for something else."""

from __future__ import annotations

from factcheck.sentences.clause_nouns import NounReader
from factcheck.sentences.frames import NONFINITE, Clause, ClauseKind
from factcheck.sentences.groups import Group
from factcheck.sentences.tagset import SUBORDINATOR

_INNER = NONFINITE | {"relative"}  # clauses that no new statement hangs in


class SubjectFinder(NounReader):
    """Finds subjects, and opens the clauses that have them."""

    def _own_subject(self, group: Group) -> Group | None:
        """The noun group without a preposition that stands before a verb and belongs to no verb as its subject."""
        for g in self._back_from(group):
            if g.kind in ("verb", "opener", "stop", "open"):
                return None
            if g.kind == "noun" and not g.preposition:
                if g.role == "subject" and g.clause is not None and g.clause.verb is not None:
                    return None
                if g.role not in ("member", "apposition"):
                    return None if g.role == "object" and group.behind_comma else g  # "heard shots, turned and …"
                # "the nun, Ana Pahl, 71, was …" against "…, police said"
                closed = any(x.kind in ("comma", "dash") for x in self.groups[g.index + 1 : group.index])
                return self._first_told(g, group) if closed or not self._comma_between(g) else g
        return None

    def _first_told(self, last: Group, verb: Group) -> Group:
        """The first of a run before a verb: not what another verb took, "hurt two, the mayor, Ana Pahl, said"."""
        head = self._list_head(last)
        if not self._is_saying(verb) or head.role != "object" or head.clause is None:
            return head
        return last if head.clause.lemma not in self.lexicon.content else head

    def _comma_between(self, g: Group) -> bool:
        """Whether the run "X, Y said" has its comma before Y alone: then Y is the subject."""
        head = self._list_head(g)
        return head is not g and not any(x.kind == "and" for x in self.groups[head.index : g.index])

    def _prepositional_subject(self, group: Group) -> Group | None:
        """The subject of a clause that a word like "after" opens, when that was read as a preposition."""
        for g in reversed(self.groups[: group.index]):
            if g.kind in ("verb", "opener", "stop", "comma", "open"):
                return None
            if g.kind == "noun" and self.lexicon.closed.get(g.preposition, 0) & SUBORDINATOR:
                return g
        return None

    def _nearer_subject(self, own: Group | None, led: Group | None) -> Group | None:
        """The one behind a word like "as" where that is nearer than what a verb took: "lost a day as workers left"."""
        if own is None or led is None or own.role != "object" or own.clause is None:
            return own or led
        return led if own.index < led.index and own.clause.lemma not in self.lexicon.content else own

    def _told_about(self) -> Group | None:
        """What a verb of saying seemed to have as its object, when its own verb comes later: "say two who …"."""
        for clause in reversed(self.stack):
            if clause.lemma in self.lexicon.content and not clause.passive:
                objects = [g for g in clause.groups if g.role == "object"]
                return objects[-1] if objects else None
        return None

    def _listed_subject(self, own: Group | None) -> Group | None:
        """The first of two that a verb of saying seemed to have as its objects: "say five officers and a nun were"."""
        clause = own.clause if own is not None and own.role == "object" else None
        if own is None or clause is None or clause.lemma not in self.lexicon.words("plainly", "thinking"):
            return own
        first = next(g for g in clause.groups if g.role == "object")
        if [g.kind for g in self.groups[first.index + 1 : own.index] if g.preposition != "of"] == ["and"]:
            own.role, own.under = "member", first
            return first
        return own

    def _unclosed(self, own: Group, verb: Group) -> bool:
        """Whether a comma stands before a noun group and none between it and the verb."""
        between = self.groups[own.index + 1 : verb.index]
        return own.behind_comma and not any(g.kind in ("comma", "dash") for g in between)

    def _open_with(self, subject: Group, group: Group) -> None:
        """A clause whose subject was taken for something else of the clause around it."""
        old = subject.clause
        self._release(subject)
        if old is not None and old in self.stack:
            self._unwind_to(old)
        kind, parent = self._kind_opened(subject, group), self.top
        while kind == "coordinate" and parent.parent is not None and parent.kind in _INNER:
            parent = parent.parent
        under = subject.prior if kind == "relative" else None  # "the house he bought"
        clause = self._push(kind, parent, under=under, opener=subject.preposition)
        clause.start = subject.index
        self._be_subject(clause, subject)
        self._lead_in(clause, subject, old)
        for g in self.groups[subject.index + 1 : group.index]:
            if old is not None and g.clause is old and g in old.groups:  # "12 people, including 3 children, were …"
                self._release(g)
                clause.groups.append(g)
                g.clause = clause
        subject.under = None
        self._take(clause, group)

    def _kind_opened(self, subject: Group, verb: Group) -> ClauseKind:
        """Of which kind a clause is that a subject opens, by what stands before that and by the verb around it."""
        before, around, content = self._break_before(subject), self.top, self.lexicon.content
        if subject.preposition:
            return "subordinate"
        if before is not None and before.kind in ("comma", "and", "dash", "quote", "close"):
            return "aside" if self._is_saying(verb) and before.kind != "and" else "coordinate"
        if around.verb is None or not (around.lemma in content or subject.role == "object"):
            return "coordinate"
        described = subject.prior is not None and subject.prior.kind == "noun"
        return "relative" if described and around.lemma not in content else "content"

    def _lead_in(self, clause: Clause, subject: Group, old: Clause | None) -> None:
        """What stands between a break and the subject belongs to the new clause: "and in May police said"."""
        led: list[Group] = []
        for g in reversed(self.groups[: subject.index]):
            if g.kind in ("and", "comma", "dash", "quote"):
                if g.kind == "and" or led:
                    break
                continue
            leads = g.kind == "adverb" or self._tells_when(g) or (g.preposition and g.role == "oblique")
            if not leads or g.clause is not old:
                return
            led.append(g)
        else:
            return
        for g in led:
            self._release(g)
            g.clause, g.under = clause, None
            clause.groups.insert(0, g)
