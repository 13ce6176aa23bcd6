"""What lies ahead of a group and behind it: whether its clause has a verb, whether a past is one, what a list holds."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.sentences.frames import Clause, Frames
from factcheck.sentences.groups import Group
from factcheck.sentences.tagset import SUBJECT, SUBORDINATOR


class Lookahead(Frames):
    """Questions to the groups around the one that is read; none changes a clause."""

    def _has_verb_ahead(self, group: Group) -> bool:
        """Whether a finite verb follows of which a noun group may be the subject."""
        for g in self._ahead(group):
            if g.kind == "verb":
                done = g.form == "open" and (self._acts(g) or not self._free_ahead(g))
                return done or g.form in ("finite", "auxiliary")
            if g.kind in ("opener", "stop", "and", "comma", "dash") or (g.kind == "noun" and not g.preposition):
                return False
        return False

    def _has_verb_past_relative(self, group: Group) -> bool:
        """Whether a noun has its verb behind a clause that describes it: "and those who voted | chose 12 men"."""
        after = group.next
        while after is not None and after.preposition == "of" and after.kind == "noun":
            after = after.next
        if after is None or after.kind != "opener" or self.words[after.stop - 1].lower not in ("who", "which", "that"):
            return False
        told: Group | None = None
        for g in self._ahead(after):
            if g.kind == "verb":
                if told is not None:
                    return g.form in ("finite", "auxiliary") or (g.form == "open" and self._acts(g))
                told = g
            elif g.kind == "noun" and not g.preposition:
                subject = g.head >= 0 and self.words[g.head].tags == SUBJECT
                if told is None or subject or self._is_saying(told):
                    return False
            elif g.kind not in ("noun", "adverb", "time", "adjective"):
                return False
        return False

    def _ahead(self, group: Group) -> Iterator[Group]:
        """The groups behind one, without what brackets hold."""
        depth = 0
        for g in self.groups[group.index + 1 :]:
            depth += (g.kind == "open") - (g.kind == "close")
            if not depth:
                yield g

    def _leads_list(self, group: Group) -> bool:
        """Whether a noun group opens a list that is the subject of a verb ahead: "four men and a boy were hurt"."""
        joined = False
        for g in self.groups[group.index + 1 : group.index + 14]:
            before = self.groups[g.index - 1]
            if g.kind == "verb":
                return joined
            if g.kind == "and":
                joined = True
                continue
            beside = g.kind == "noun" and not (g.preposition or before.kind in ("and", "comma", "adverb"))
            if beside or (g.kind == "comma" and joined) or g.kind not in ("noun", "comma", "adverb", "time"):
                return False
        return False

    def _acts(self, group: Group) -> bool:
        """Whether an object of its own stands right behind a verb."""
        for g in self.groups[group.index + 1 : group.index + 3]:
            if g.kind in ("adverb", "time"):
                continue
            if g.kind == "noun" and not g.preposition:
                return True
            if g.kind == "opener" and self.words[g.stop - 1].lower in self.lexicon.words("opening"):
                return group.lemma in self.lexicon.content
            return False
        return False

    def _free_ahead(self, group: Group) -> bool:
        """Whether another finite verb follows that would have no subject if this one were finite."""
        owed, credit = 0, False  # verbs that openers still ask for; whether a noun waits for one
        after_verb, verb = True, group  # whether a noun would be what the last verb takes
        for g in self._ahead(group):
            if g.kind == "stop":
                return False
            if g.kind == "opener":
                owed += 0 if g.preposition and not self.words[g.stop - 1].lower.startswith("wh") else 1
                credit, after_verb = False, False
            elif g.kind == "noun" and not g.preposition:
                pronoun = g.head >= 0 and self.words[g.head].tags == SUBJECT
                told = after_verb and self._is_saying(verb)
                if pronoun or told or not (after_verb or self._is_aside(g)):
                    credit = True  # "the claim he made", "said he left"
                after_verb = False
            elif g.kind == "and":
                credit, after_verb = False, False
                following = g.next
                if following is not None and following.kind == "verb" and following.form in ("finite", "open"):
                    return False
            elif g.kind == "comma":
                after_verb = False
            elif g.kind == "verb":
                credit = credit or (g.form == "ing" and g.index == group.index + 1)
                acts = g.form == "open" and (owed or credit or g.lemma in self.lone or self._acts(g))
                if g.form == "finite" or acts:
                    if not (owed or credit):
                        return True
                    owed, credit = max(owed - 1, 0), False
                after_verb, verb = True, g
        return False

    def _is_aside(self, group: Group) -> bool:
        """Whether a noun group stands between two commas: "12 killed in the raid, all civilians, were buried"."""
        around = self.groups[group.index - 1 : group.index + 2]
        return len(around) == 3 and around[0].kind == around[2].kind == "comma"

    def _is_past(self, group: Group) -> bool:
        """Whether a form that may be past or participle is its clause's finite verb."""
        clause, before = self.top, group.prior
        if clause.pending:
            return False
        if self.conjunction:
            last_verb = self._verb_before(group)
            return not (last_verb is not None and last_verb.form == "participle" and not self._acts(group))
        acts = self._acts(group)
        alone = acts or not self._free_ahead(group)
        if clause.verb is None and clause.kind == "relative":
            own = clause.subject is not clause.under  # "that the men and the tools found will help"
            says = group.lemma in self.lexicon.words("plainly")  # "which the men said will help"
            return clause.subject is not None and (alone or says or not own or not clause.opener)
        marked = before is not None and before.kind in ("comma", "quote")
        if marked and alone and group.lemma in self.lexicon.words("plainly"):
            return True  # "…," said Mr Hale; "Hale, the mayor, said."
        waiting = self._waiting()
        if waiting is not None and waiting.subject is not None:
            return alone
        if before is not None and before.kind in ("comma", "dash"):
            return acts or self._series_goes_on(group)
        if before is not None and before.kind in ("noun", "close", "time", "adverb", "quote"):
            return self._is_past_behind(before, group, acts=acts, alone=alone)
        return False

    def _is_past_behind(self, before: Group, group: Group, *, acts: bool, alone: bool) -> bool:
        """Whether a form behind a noun is the verb of a clause that this noun opens in one that has its verb."""
        clause = self.top
        plain = self._last_plain(clause)
        opening = plain.prior if plain is not None else None
        if opening is not None and opening.kind in ("comma", "quote", "dash") and self._is_saying(group):
            return True  # "…," Mr Gammell said
        if plain is None or before.preposition == "including":
            return False  # "several books, including one titled “Dawn”"
        if clause.lemma in self.lexicon.content and not clause.passive:
            return alone
        opens = self._break_before(plain)
        if opens is None:
            return False
        if opens.kind in ("and", "dash"):
            return alone  # "… but some emergencies caused everyone to cancel"
        return opens.kind == "comma" and plain.number >= 0 and acts  # "the firm fell, 400 men lost their homes"

    def _break_before(self, subject: Group) -> Group | None:
        """What stands before a subject and the time it begins with: the "and" of "and, two days later, he left"."""
        before, timed = subject.prior, False
        while before is not None and (self._tells_when(before) or before.kind in ("adverb", "comma")):
            timed = timed or self._tells_when(before)
            before = before.prior
        return before if timed and before is not None and before.kind == "and" else subject.prior

    def _tells_when(self, group: Group) -> bool:
        return group.kind in ("noun", "time") and self._is_time(group)

    def _series_goes_on(self, group: Group) -> bool:
        """Whether "and" with another verb closes a series: "heard shots, turned around and ran"."""
        for g in self.groups[group.index + 1 : group.index + 6]:
            if g.kind == "and":
                after = g.next
                return after is not None and after.kind == "verb"
        return False

    def _last_plain(self, clause: Clause) -> Group | None:
        """The last noun group of a clause that stands without a preposition, behind its verb."""
        for g in reversed(self.groups[: self.i]):
            if g.kind == "verb":
                return None
            if (
                g.kind == "noun"
                and not g.preposition
                and g.role in ("object", "subject", "apposition", "member", "predicate")
            ):
                return self._list_head(g)
        return None

    def _list_head(self, group: Group) -> Group:
        for _ in range(8):
            if (
                group.role in ("member", "apposition")
                and group.under is not None
                and (group.under.role not in ("oblique", "of", "within", "agent") or self._may_open(group.under))
                and self._same_run(group.under, group)
            ):
                group = group.under
            else:
                break
        return group

    def _may_open(self, group: Group) -> bool:
        """Whether a number stands behind a word that may open a clause: "since 12 men and two boys | were hurt"."""
        return group.number >= 0 and bool(self.lexicon.closed.get(group.preposition, 0) & SUBORDINATOR)

    def _same_run(self, first: Group, second: Group) -> bool:
        return not any(g.kind in ("verb", "quote") for g in self.groups[first.index : second.index])
