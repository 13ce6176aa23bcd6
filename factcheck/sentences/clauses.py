"""Clauses: a stack of frames, each waiting for its verb; every group gets the clause and the role it has there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, get_args

from factcheck.sentences.clause_verbs import VerbReader
from factcheck.sentences.frames import Clause
from factcheck.sentences.groups import Group, Kind
from factcheck.sentences.tagset import NOUNS, PARTICIPLE

__all__ = ["Clause", "ClauseBuilder"]


class ClauseBuilder(VerbReader):
    """Reads the groups of one sentence once, left to right."""

    def run(self) -> list[Clause]:
        for self.i, group in enumerate(self.groups):
            _READ[group.kind](self, group)
            if group.kind not in ("and", "comma", "quote") and not (
                (self.conjunction or self.comma) and group.kind == "adverb"
            ):
                self.conjunction, self.comma = "", False
        self._promote()
        self._turn()
        for clause, closed in self.listing.items():
            if clause.verb is None:
                clause.parent = closed
        return self.clauses

    def _and(self, group: Group) -> None:
        self.conjunction = self.words[group.start].lower

    def _comma(self, group: Group) -> None:
        self.comma = True

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
        if group.preposition and not word.startswith("wh"):
            self._push("gerund", self.top, opener=group.preposition)  # "for killing 12"
        elif word == "that" and (said := self._said_before(group)) is not None:
            self._unwind_to(said)
            self._push("content", said, opener=word)
        elif self._is_relative(group, word):
            self._relative(group, word)
        else:
            self._subordinate(group, word)

    def _said_before(self, group: Group) -> Clause | None:
        """Whose second "that" clause opens here: "said it had lost $5m and that it would close 12 shops"."""
        after = group.next
        told = self.conjunction and after is not None and after.kind in ("noun", "time")
        return next((c.parent for c in reversed(self.stack) if c.kind == "content"), None) if told else None

    def _is_relative(self, group: Group, word: str) -> bool:
        """Whether a word opens a clause that describes the noun before it."""
        before, last, after = group.prior, self.last, group.next
        if before is None or last is None or before.kind not in ("noun", "time", "comma", "close", "and"):
            return False
        if word in ("when", "where"):
            return last is before and (word == "where" or self._is_time(last))
        if word == "that":  # not "told reporters that he", "the claim that 12 died"
            noun = self.lexicon.entry(self.words[last.head].lower).lemma_as(NOUNS) if last.head >= 0 else ""
            claims = noun in self.lexicon.words("claimed") and after is not None and after.kind == "noun"
            told = claims or (self.top.lemma in self.lexicon.content and last.role == "object")
            return not (told and after is not None and after.kind in ("noun", "time"))
        return word in ("who", "whom", "which", "whose")

    def _relative(self, group: Group, word: str) -> None:
        after, some = group.next, group.prior
        if self.conjunction and self.top.kind == "relative" and self.top.verb is not None:
            under = self.top.under
            self._unwind_to(self.top.parent)
        elif word == "which" and self.comma and self.groups[group.index - 2].kind == "verb":
            under = None  # "the vote was lost, which means"
        else:
            under = self._carrier(self.last, named=word == "that") if word in ("who", "that") else self.last
        clause = self._push("relative", self.top, under=under, opener=word)
        while after is not None and (after.kind in ("adverb", "time") or after.preposition):
            after = after.next
        if after is not None and after.kind == "verb":
            clause.subject = under
            if group.preposition == "of" and some is not None and some.kind == "noun":
                self._be_subject(clause, some)  # "two kites, one of which hit a wire"

    def _subordinate(self, group: Group, word: str) -> None:
        if self.comma or self.conjunction:
            self._unwind_satisfied()
        aside = self.top.kind == "aside" and self.top.opener != "(" and self.top.verb is not None
        if self.comma and aside and word != "where":
            self._unwind_to(self.top.parent)  # "ten died, police said on Friday, when a bus crashed"
        verb, after = self.top.verb, group.next
        told = word in self.lexicon.words("opening") and verb is not None and verb.index >= group.index - 3
        clause = self._push("content" if told else "subordinate", self.top, opener=word)
        if word in ("who", "what") and after is not None and after.kind == "verb":
            clause.subject, group.head = group, group.start

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
                or (clause.kind == "relative" and clause.subject is not clause.under)  # "the 12 guns they found"
                or (verb.next is not None and verb.next.kind in ("and", "opener"))  # "found and freed 12", "found that"
                or (verb.next is not None and verb.next.preposition == "of")  # "60 % approved of the plan"
            ):
                continue
            objects = any(g.role == "object" for g in clause.groups if g.index > verb.index)
            if not objects and not any(c.kind == "content" and c.parent is clause for c in self.clauses):
                verb.passive = True

    def _promote(self) -> None:
        """A main clause without a verb takes the participle that describes its subject: "12 killed in blast"."""
        for inner in self.clauses:
            clause, told = inner.parent, inner.under
            if inner.kind != "participle" or told is None or clause is None or clause.verb is not None:
                continue
            if clause.kind != "relative" and clause.subject is not None and clause.subject in (told, told.under):
                clause.verb, clause.lemma = inner.verb, inner.lemma


_READ: Final[Mapping[Kind, Callable[[ClauseBuilder, Group], None]]] = {
    kind: getattr(ClauseBuilder, f"_{kind}") for kind in get_args(Kind)
}
