"""Finite verbs in their clause: one that waits for its verb, or a new one."""

from __future__ import annotations

from factcheck.sentences.clause_nonfinite import NonfiniteReader
from factcheck.sentences.frames import NONFINITE, Clause, ClauseKind
from factcheck.sentences.groups import Group
from factcheck.sentences.tagset import BASE, SUBJECT


class VerbReader(NonfiniteReader):
    """Gives each verb its clause, or opens one for it."""

    def _verb(self, group: Group) -> None:
        before = group.prior
        if before is not None and before.kind == "verb" and before.lemma in self.lexicon.bare and group.tense == BASE:
            group.form = "infinitive"  # "could help lift 900 people"
        elif self.words[group.start].tags == BASE and self._is_let(before):
            lets = self.top.lemma in self.lexicon.bare & self.lexicon.words("seen to do")
            if lets or self._waiting() is None or self._free_ahead(group):
                group.form = "infinitive"  # "those who let the talks go on left"
        if self._completes(group):
            return
        if group.form == "infinitive":
            self._infinitive(group)
        elif group.form == "ing":
            self._ing(group)
        elif group.form == "participle":
            self._participle(group)
        elif group.form == "open":
            if group.lemma in self.lone or self._is_past(group):
                group.form = "finite"
                self._finite(group)
            else:
                group.form, group.passive = "participle", True
                self._participle(group)
        else:
            self._finite(group)

    def _is_let(self, before: Group | None) -> bool:
        """Whether a noun is whom the verb before it lets or makes do what comes behind: "let the debate | go on"."""
        named = before is not None and before.role == "object" and before.clause is self.top
        return named and self.top.lemma in self.lexicon.bare | self.lexicon.words("seen to do")

    def _completes(self, group: Group) -> bool:
        """Whether a verb goes on a "has" or "was" it is parted from: "has for months been calling", "were, …, shot"."""
        been = self.words[group.start].lower == "been"
        if not been and group.form not in ("open", "participle"):
            return False
        clause = next(
            (c for c in reversed(self.stack) if c.verb is not None and not (c.kind == "aside" and self.comma)), self.top
        )
        verb = clause.verb
        if verb is None or verb.passive or verb.lemma not in ("have", "be"):
            return False
        between = self.groups[verb.index + 1 : group.index]
        if not (been or self._is_parted(between)):
            return False
        group.form, group.passive = "finite", group.passive if been else verb.lemma == "be"
        group.modal, group.tense, group.perfect = verb.modal, verb.tense, verb.perfect or verb.lemma == "have"
        group.negated = group.negated or verb.negated
        self._unwind_to(clause)
        if not (self.conjunction and self._coordinates(group)):  # "has had 12 views and been shared"
            self._take(clause, group)
        return True

    def _is_parted(self, between: list[Group]) -> bool:
        """Whether only "twice", a quotation mark or what two commas enclose parts an auxiliary from its verb."""
        enclosed = len(between) > 2 and between[0].kind == between[-1].kind == "comma"
        return enclosed or bool(between and all(g.kind == "quote" or g.head < 0 <= g.number for g in between))

    def _finite(self, group: Group) -> None:
        """The clause of a finite verb: one that waits for it, or a new one."""
        if self._says_behind_quote(group):
            return
        if self.top.pending and group.form != "auxiliary":
            self._take(self.top, group)
            return
        if self.conjunction and self._coordinates(group):
            return
        if self._is_told_in_relative(group):
            self._tell_of_named(group)
            return
        waiting = self._waiting()
        own, told = self._listed_subject(self._own_subject(group)), self._told_about()
        if waiting is not None and self._may_take(waiting, own) and self._is_awaited(waiting, group):
            return
        subject = self._nearer_subject(own, self._prepositional_subject(group))
        if told is not None and (subject is None or self._is_told_of(told, subject)):
            between = [g.kind for g in self.groups[told.index + 1 : group.index]]
            subject = told if between != ["comma"] else subject  # not "heard four shots, turned and ran"
        if subject is not None:
            self._open_with(subject, group)
            return
        if self.top.kind == "relative" and self.top.subject is not None and self.top.lemma in self.lexicon.content:
            self._tell_of_named(group)
            return
        self._alone(group)

    def _is_told_in_relative(self, group: Group) -> bool:
        """Whether a verb tells what one right before it says of a thing: "the gang, which police say took 12"."""
        top = self.top
        own = top.kind == "relative" and top.subject is not None and top.subject is not top.under
        told = own and group.prior is not None and group.prior is top.verb and not top.passive
        return told and top.lemma in self.lexicon.words("plainly", "thinking")

    def _tell_of_named(self, group: Group) -> None:
        """Open what a relative clause says of what it is about: "a wall, which he said would cost $12 billion"."""
        clause = self._push("content", self.top)
        clause.subject = clause.parent.under if clause.parent is not None else None
        self._take(clause, group)

    def _may_take(self, waiting: Clause, own: Group | None) -> bool:
        """Whether a verb goes to a clause that waits: one with a subject, or with none but what is done in it."""
        done = (
            own is not None and own.clause is self.top and self.top.kind == "participle" and self.top.parent is waiting
        )
        return waiting.subject is not None or waiting.kind == "relative" or own is None or done

    def _is_told_of(self, told: Group, own: Group) -> bool:
        """Whether a verb's subject is rather what is told of: "said the effort to unseat her | was no failure"."""
        deep = own.role == "object" and own.clause is not None and own.clause.kind in NONFINITE
        return deep and not self.words[own.head].tags & SUBJECT

    def _says_behind_quote(self, group: Group) -> bool:
        """ "…," said Mr Hale: a verb of saying behind a quotation that a comma closed."""
        before = group.prior
        closed = (
            before is not None and before.kind == "quote" and self.groups[before.index - 1].kind in ("comma", "stop")
        )
        if not closed or not self._is_saying(group):
            return False
        self._unwind_satisfied()
        self._take(self._push("aside", self.top), group)
        return True

    def _is_awaited(self, waiting: Clause, group: Group) -> bool:
        """Give a verb to the clause that waits for one, unless it is that of an aside: "…, police said, …"."""
        own, top = self._own_subject(group), self.top
        described = top.kind == "relative" or (
            top.kind == "participle" and top.lemma not in self.lexicon.words("plainly", "showing")
        )
        inner = own is not None and own.role == "object" and (not described or self._free_ahead(group))
        if own is not None and inner and top.lemma in self.lexicon.content:
            self._open_with(own, group)  # "…, she said several people had gathered"
            return True
        beside = own is not None and own.role == "apposition"
        if own is not None and beside and not self._is_saying(group) and self._unclosed(own, group):
            waiting.subject = own  # "In Homs, a city, two bombs were found": what no comma closes is the subject
            own.role, own.under, own.clause = "subject", None, waiting
        if beside and self._is_saying(group) and not self.comma:
            return False
        self._unwind_to(waiting)
        self._take(waiting, group)
        return True

    def _alone(self, group: Group) -> None:
        """A verb of its own, where nobody waits and nobody is there: "…, said John"."""
        self._unwind_satisfied()
        kind: ClauseKind = "aside" if self._is_saying(group) and self.comma else "coordinate"
        parent = self.top
        new = self._push(kind, parent)
        if kind == "coordinate" and not self._is_saying(group):
            new.subject = parent.subject
        self._take(new, group)
