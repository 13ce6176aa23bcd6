"""Clauses: a stack of frames, each waiting for its verb; every group gets the clause and the role it has there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, get_args

from factcheck.sentences.clause_verbs import VerbReader
from factcheck.sentences.frames import Clause, ClauseKind
from factcheck.sentences.groups import Group, Kind
from factcheck.sentences.tagset import DETERMINER, PARTICIPLE, SUBJECT

__all__ = ["Clause", "ClauseBuilder"]


class ClauseBuilder(VerbReader):
    """Reads the groups of one sentence once, left to right."""

    def run(self) -> list[Clause]:
        for self.i, group in enumerate(self.groups):
            _READ[group.kind](self, group)
            if group.kind not in ("and", "comma", "quote") and not (self.conjunction and group.kind == "adverb"):
                self.conjunction, self.comma = "", False
        self._promote()
        self._turn()
        for index, clause in enumerate(self.clauses):
            clause.index = index
            if clause.verb is None and clause in self.listing:
                clause.parent = self.listing[clause]
        return self.clauses

    def _and(self, group: Group) -> None:
        self.conjunction = self.words[group.start].lower

    def _comma(self, group: Group) -> None:
        self.comma = True
        for clause in self.stack:
            clause.comma = True

    def _quote(self, group: Group) -> None:
        self.quote = not self.quote

    def _stop(self, group: Group) -> None:
        """A semicolon or colon: what follows is a clause of its own, in brackets only another item."""
        if any(clause.kind == "aside" and clause.opener == "(" for clause in self.stack):
            self._comma(group)
            return
        if group.index + 1 < len(self.groups):
            root = Clause("coordinate", self.main, None, "", self.i)
            self.listing[root] = self.top if self.words[group.start].text == ":" else self.main
            self.clauses.append(root)
            self.stack = [root]
        self.last = None

    def _dash(self, group: Group) -> None:
        """A second dash closes what the first one opened: the clause around it goes on."""
        self._comma(group)
        (outer, opening), self.dashed = self.dashed, (None, 0)
        if outer is not None and outer in self.stack:
            self.opened[group.index] = opening
            after = self.groups[group.index + 1] if group.index + 1 < len(self.groups) else None
            if after is None or not self._shared(self.top, after):
                self._unwind_to(outer)
        else:
            self.dashed = self.top, group.index

    def _open(self, group: Group) -> None:
        aside = self._push("aside", self.top, under=self.last)
        aside.opener = "("

    def _close(self, group: Group) -> None:
        for depth in range(len(self.stack) - 1, 0, -1):
            if self.stack[depth].kind == "aside" and self.stack[depth].opener == "(":
                under = self.stack[depth].under
                self.opened[group.index] = self.stack[depth].start
                del self.stack[depth:]
                self.last = under
                return

    def _adverb(self, group: Group) -> None:
        self._place(group, "")

    def _adjective(self, group: Group) -> None:
        self._place(group, "predicate" if self.top.verb is not None else "")

    def _time(self, group: Group) -> None:
        self._place(group, "time")

    def _opener(self, group: Group) -> None:
        word = self.words[group.stop - 1].lower
        if group.preposition and group.stop - group.start >= 1 and not word.startswith("wh"):
            # "for killing 12": the gerund's frame
            self._push("gerund", self.top, opener=group.preposition)
            return
        after = group.next
        noun_before = (
            group.index > 0
            and self.groups[group.index - 1].kind in ("noun", "time", "comma", "close", "and")
            and self.last is not None
        )
        relative = (
            word in ("who", "whom", "which", "whose", "that", "where", "when")
            and noun_before
            and not (word in ("when", "where") and (self.comma or not self.last))
        )
        if word in ("when", "where") and relative:
            relative = (
                self.last is not None
                and self.last.index == group.index - 1
                and (word == "where" or self._is_time(self.last))
            )
        if word == "that" and relative and self._told_that(after):
            relative = False  # "said on Tuesday that", "told reporters that he"
        if (
            word == "that"
            and relative
            and after is not None
            and after.kind == "noun"
            and self.last is not None
            and self._takes_that(self.last)
        ):
            relative = False
        if relative:
            if self.conjunction and self.top.kind == "relative" and self.top.verb is not None:
                under = self.top.under
                self._unwind_to(self.top.parent)
                clause = self._push("relative", self.top, under=under, opener=word)
            else:
                under = self._carrier(self.last) if word == "who" else self.last
                if word == "which" and self.comma and self.groups[group.index - 2].kind == "verb":
                    under = None  # "the vote was lost, which means"
                clause = self._push("relative", self.top, under=under, opener=word)
            while (
                after is not None
                and (after.kind in ("adverb", "time") or after.preposition)
                and after.index + 1 < len(self.groups)
            ):
                after = self.groups[after.index + 1]
            if after is not None and after.kind == "verb":
                clause.subject = under
                some = self.groups[group.index - 1]
                if group.preposition == "of" and some.kind == "noun" and self._are_some(some):
                    self._be_subject(clause, some)  # "two kites, one of which hit a wire"
            return
        self._subordinate(group, word)

    def _subordinate(self, group: Group, word: str) -> None:
        if self.conjunction and self.top.kind in ("content", "subordinate") and self.top.verb is not None:
            parent = self.top.parent
        else:
            parent = None
        if parent is not None:
            self._unwind_to(parent)
        elif self.comma or self.conjunction:
            self._unwind_satisfied()
        kind: ClauseKind = (
            "content"
            if word in ("that", "whether", "if", "why", "how", "what", "who")
            and self.top.verb is not None
            and self.top.verb.index >= group.index - 3
            and word != "if"
            else "subordinate"
        )
        clause = self._push(kind, self.top, opener=word)
        if word in ("who", "what"):
            after = group.next
            if after is not None and after.kind == "verb":
                clause.subject = group
                group.head = group.start

    def _are_some(self, group: Group) -> bool:
        """Whether a noun group only says how many: "12", "some", "one"."""
        return group.head < 0 or bool(self.words[group.head].tags & (SUBJECT | DETERMINER))

    def _told_that(self, after: Group | None) -> bool:
        """Whether "that" opens what a verb of saying says, with a listener or a day between."""
        top, last = self.top, self.last
        if top.lemma not in self.lexicon.content or last is None or last.clause is not top:
            return False
        return last.role == "object" and after is not None and after.kind in ("noun", "time")

    def _takes_that(self, noun: Group) -> bool:
        """Whether what a noun names may be told behind "that": "the claim that 12 died"."""
        return noun.head >= 0 and self._noun_lemma(noun) in self.claimed

    def _turn(self) -> None:
        """A past form that asks for an object and has none is done to its subject: "two bodies found"."""
        for clause in self.clauses:
            verb = clause.verb
            if (
                verb is None
                or verb.form != "finite"
                or verb.lemma not in self.needy
                or verb.stop - verb.start != 1
                or not self.words[verb.head].tags & PARTICIPLE
                or clause.subject is None
                or clause.kind == "aside"
                or (clause.kind == "relative" and clause.subject is not clause.under)
            ):
                continue
            after = verb.next
            if after is not None and (after.kind in ("and", "opener")):
                continue  # "found and freed 12", "found that"
            objects = any(g.role == "object" for g in clause.groups if g.index > verb.index)
            if not objects and not any(c.kind == "content" and c.parent is clause for c in self.clauses):
                verb.passive = True

    def _promote(self) -> None:
        """A main clause without a verb takes the participle that describes its subject: "12 killed in blast"."""
        for clause in self.clauses:
            if (
                clause.verb is not None
                or clause.subject is None
                or clause.kind not in ("main", "coordinate", "content", "subordinate")
            ):
                continue
            for inner in self.clauses:
                if (
                    inner.kind == "participle"
                    and inner.parent is clause
                    and inner.verb is not None
                    and inner.under is not None
                    and (inner.under is clause.subject or inner.under.under is clause.subject)
                ):
                    clause.verb = inner.verb
                    break
            else:
                self._share(clause)

    def _share(self, clause: Clause) -> None:
        """A headline may leave its verb to the next member of its list: "40 bodies, debris found"."""
        subject = clause.subject
        if clause.kind != "main" or subject is None:
            return
        for inner in self.clauses:
            other = inner.subject
            if inner.parent is clause and inner.verb is not None and other is not None:
                between = self.groups[subject.index + 1 : other.index]
                if inner.kind in ("aside", "coordinate") and [g.kind for g in between] == ["comma"]:
                    clause.verb = inner.verb
                return


_READ: Final[Mapping[Kind, Callable[[ClauseBuilder, Group], None]]] = {
    kind: getattr(ClauseBuilder, f"_{kind}") for kind in get_args(Kind)
}
