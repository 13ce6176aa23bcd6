"""Clauses: a stack of frames, each waiting for its verb; every group gets the clause and the role it has there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from factcheck.sentences.groups import Group, Kind
from factcheck.sentences.lexicon import BASE, NOUNS, PARTICIPLE, PLURAL, SUBJECT, THIRD, TIME, Lexicon
from factcheck.sentences.words import Word

ClauseKind = Literal[
    "main", "coordinate", "content", "subordinate", "relative", "infinitive", "participle", "gerund", "aside"
]


@dataclass(slots=True, eq=False)
class Clause:
    """A verb with what stands by it. ``parent`` is the clause it hangs in, ``under`` the noun group it describes.

    ``opener`` is the word that opened it ("that", "who", "after"), lower-case, empty when none did. A relative clause's
    subject may be the group it describes. ``verb`` is ``None`` where the text has none.
    """

    kind: ClauseKind
    parent: Clause | None = None
    under: Group | None = None
    opener: str = ""
    start: int = 0  # index of its first group
    subject: Group | None = None
    verb: Group | None = None
    groups: list[Group] = field(default_factory=list)  # what stands by the verb, in text order, the verb not
    comma: bool = False  # a comma stood since its last group
    pending: bool = False  # an auxiliary still waits for its verb: "did 12 die?"
    index: int = -1

    @property
    def lemma(self) -> str:
        return self.verb.lemma if self.verb is not None else ""


class ClauseBuilder:
    """Reads the groups of one sentence once, left to right."""

    def __init__(self, words: list[Word], groups: list[Group], lexicon: Lexicon) -> None:
        self.words, self.groups, self.lexicon = words, groups, lexicon
        self.needy, self.lone = lexicon.words("object needed"), lexicon.words("no object")
        self.claimed = lexicon.words("claimed")
        self.main = Clause("main")
        self.clauses = [self.main]
        self.stack = [self.main]
        self.conjunction = ""  # the one just read
        self.comma = False
        self.quote = False
        self.dashed: Clause | None = None  # the clause that a dash interrupts
        self.last: Group | None = None  # the last noun, time or adjective group
        self.i = 0

    def run(self) -> list[Clause]:
        for self.i, group in enumerate(self.groups):
            _READ[group.kind](self, group)
            if group.kind not in ("and", "comma", "quote"):
                self.conjunction, self.comma = "", False
        self._promote()
        self._turn()
        for index, clause in enumerate(self.clauses):
            clause.index = index
        return self.clauses

    @property
    def top(self) -> Clause:
        return self.stack[-1]

    def _push(self, kind: ClauseKind, parent: Clause | None, *, under: Group | None = None, opener: str = "") -> Clause:
        clause = Clause(kind, parent, under, opener, self.i)
        self.clauses.append(clause)
        self.stack.append(clause)
        return clause

    # marks and links

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
            self.clauses.append(root)
            self.stack = [root]
        self.last = None

    def _dash(self, group: Group) -> None:
        """A second dash closes what the first one opened: the clause around it goes on."""
        self._comma(group)
        outer, self.dashed = self.dashed, None
        if outer is not None and outer in self.stack:
            self._unwind_to(outer)
        else:
            self.dashed = self.top

    def _open(self, group: Group) -> None:
        aside = self._push("aside", self.top, under=self.last)
        aside.opener = "("

    def _close(self, group: Group) -> None:
        for depth in range(len(self.stack) - 1, 0, -1):
            if self.stack[depth].kind == "aside" and self.stack[depth].opener == "(":
                under = self.stack[depth].under
                del self.stack[depth:]
                self.last = under
                return

    def _adverb(self, group: Group) -> None:
        self._place(group, "")

    def _adjective(self, group: Group) -> None:
        self._place(group, "predicate" if self.top.verb is not None else "")

    def _time(self, group: Group) -> None:
        self._place(group, "time")

    def _place(self, group: Group, role: str) -> None:
        group.clause, group.role = self.top, role  # type: ignore[assignment]
        self.top.groups.append(group)

    # openers

    def _opener(self, group: Group) -> None:
        word = self.words[group.stop - 1].lower
        if group.preposition and group.stop - group.start >= 1 and not word.startswith("wh"):
            # "for killing 12": the gerund's frame
            self._push("gerund", self._home(), opener=group.preposition)
            return
        after = self.groups[group.index + 1] if group.index + 1 < len(self.groups) else None
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
        if word == "that" and self.top.verb is not None and self.top.verb.index == group.index - 1:
            relative = False
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
                under = self.last
                clause = self._push("relative", self.top, under=under, opener=word)
            while after is not None and after.kind == "adverb" and after.index + 1 < len(self.groups):
                after = self.groups[after.index + 1]
            if after is not None and after.kind == "verb":
                clause.subject = under
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
            after = self.groups[group.index + 1] if group.index + 1 < len(self.groups) else None
            if after is not None and after.kind == "verb":
                clause.subject = group
                group.head = group.start

    def _told_that(self, after: Group | None) -> bool:
        """Whether "that" opens what a verb of saying says, with a listener or a day between."""
        top, last = self.top, self.last
        if top.lemma not in self.lexicon.content or last is None or last.clause is not top:
            return False
        if self._is_time(last):
            return True
        return (
            last.role == "object"
            and after is not None
            and after.kind in ("noun", "time")
            and not self._takes_that(last)
        )

    def _takes_that(self, noun: Group) -> bool:
        """Whether what a noun names may be told behind "that": "the claim that 12 died"."""
        return noun.head >= 0 and self._noun_lemma(noun) in self.claimed

    def _is_time(self, group: Group) -> bool:
        return group.kind == "time" or (group.head >= 0 and self.words[group.head].lower in self.lexicon.times)

    def _unwind_to(self, clause: Clause | None) -> None:
        while len(self.stack) > 1 and self.stack[-1] is not clause:
            self.stack.pop()

    def _unwind_satisfied(self) -> None:
        """Leave the inner frames that have their verb; a frame that still waits keeps what comes."""
        while len(self.stack) > 1 and self.top.verb is not None and self.top.kind not in ("aside",):
            self.stack.pop()

    def _home(self) -> Clause:
        return self.top

    # nouns

    def _noun(self, group: Group) -> None:
        if group.preposition:
            self._oblique(group)
        else:
            self._plain(group)
        self.last = group if group.head >= 0 or group.number >= 0 or group.extra else self.last

    def _oblique(self, group: Group) -> None:
        before = self.groups[group.index - 1] if group.index else None
        if group.preposition == "of" and before is not None and before.kind == "noun":
            group.role, group.under, group.clause = "of", before, before.clause
            return
        if (
            self.conjunction
            and self.last is not None
            and self.last.preposition == group.preposition
            and self.last.role in ("oblique", "within", "of", "agent")
        ):
            group.role, group.under, group.clause = "member", self.last, self.last.clause  # "in Lyon and in Nice"
            return
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
                elif self._has_verb_ahead(group):
                    self._unwind_satisfied()
                    clause = self.top
        if clause.verb is None:
            if clause.subject is None or (clause.kind == "relative" and clause.subject is clause.under):
                self._be_subject(clause, group)
                return
            group.role, group.under, group.clause = "apposition", clause.subject, clause
            return
        if clause.pending and clause.subject is None:
            self._be_subject(clause, group)
            return
        group.clause = clause
        verb = clause.verb
        before = self.groups[group.index - 1] if group.index else None
        beside = (self.comma or self.conjunction) and self.last is not None and not self._has_verb_ahead(group)
        if beside and self.last is not None and self._is_lasting(group) <= self._is_lasting(self.last):
            group.role, group.under = "apposition", self.last
            return
        if clause.subject is None and verb.form == "finite" and before is verb and self._is_inverted(clause, group):
            self._be_subject(clause, group)
            return
        group.role = "predicate" if verb.lemma in ("be", "become", "remain") and not verb.passive else "object"
        clause.groups.append(group)

    def _is_lasting(self, group: Group) -> bool:
        """Whether a group tells a span of time, which stands beside no other thing: "would reply, firmly, in a day"."""
        return group.number >= 0 and group.head >= 0 and bool(self.words[group.head].tags & TIME)

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

    def _be_subject(self, clause: Clause, group: Group) -> None:
        clause.subject = group
        group.clause, group.role = clause, "subject"

    def _listed(self, group: Group) -> bool:
        """Whether a noun behind a comma or a conjunction goes on a list: "soldiers, nurses and a child"."""
        last = self.last
        if last is None or last.role == "time" or last.index < group.index - 4:
            return False
        between = self.groups[last.index + 1 : group.index]
        if any(g.kind not in ("comma", "and", "adverb", "quote", "time", "adjective") for g in between):
            if not (
                self.conjunction
                and all(g.kind in ("comma", "and", "adverb", "quote", "time", "noun", "adjective") for g in between)
            ):
                return False
        if self._has_verb_ahead(group) and not (self.top.verb is None and self.top.subject is not None):
            return False
        first = last
        if self.conjunction or self._list_goes_on(group):
            first = self._first_like(last, group)
            group.role, group.under, group.clause = "member", first, first.clause
            return True
        return False

    def _first_like(self, last: Group, group: Group) -> Group:
        """The member a list goes on from: the nearest group with a number where this one has one."""
        if group.number < 0 and not group.extra:
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
                after = self.groups[g.index + 1] if g.index + 1 < len(self.groups) else None
                return after is not None and after.kind == "noun"
            if g.kind in ("verb", "opener", "stop", "close"):
                break
        return numbered and self.last is not None and self.last.number >= 0

    def _has_verb_ahead(self, group: Group) -> bool:
        """Whether a finite verb follows of which a noun group may be the subject."""
        j = group.index + 1
        depth = 0
        while j < len(self.groups):
            g = self.groups[j]
            if g.kind == "open":
                depth += 1
            elif g.kind == "close":
                if not depth:
                    return False
                depth -= 1
            elif depth:
                pass
            elif g.kind == "verb":
                if g.form == "finite" or g.form == "auxiliary":
                    return True
                if g.form == "open":
                    return self._acts(g) or not self._free_ahead(g)
                return False
            elif g.kind == "opener":
                word = self.words[g.stop - 1].lower
                if word in ("who", "which", "that", "whose", "where") and j == group.index + 1:
                    return False
                return False
            elif g.kind in ("stop", "and") or g.kind in ("comma", "dash") or (g.kind == "noun" and not g.preposition):
                return False
            j += 1
        return False

    # verbs

    def _verb(self, group: Group) -> None:
        before = self.groups[group.index - 1] if group.index else None
        if (
            before is not None
            and before.kind == "verb"
            and before.lemma in ("help", "let", "make", "dare", "need")
            and group.tense == BASE
            and group.form == "finite"
            and not group.modal
        ):
            group.form = "infinitive"  # "could help lift 900 people"
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

    def _is_past(self, group: Group) -> bool:
        """Whether a form that may be past or participle is its clause's finite verb."""
        clause = self.top
        before = self.groups[group.index - 1] if group.index else None
        if clause.pending:
            return False
        if self.conjunction:
            last_verb = self._verb_before(group)
            return not (last_verb is not None and last_verb.form == "participle" and not self._acts(group))
        if clause.verb is None and clause.kind == "relative":
            return clause.subject is not None
        acts = self._acts(group)
        waiting = self._waiting()
        subject = before is not None and before.kind in (
            "noun",
            "adverb",
            "close",
            "time",
            "comma",
            "dash",
            "quote",
            "adjective",
        )
        if waiting is not None and waiting.subject is not None:
            if acts:
                return True
            return not self._free_ahead(group)
        if waiting is not None and waiting.subject is None and waiting is clause and before is None:
            return False  # "Killed in the blast, …"
        if (
            waiting is not None
            and waiting.subject is None
            and clause.kind in ("main", "coordinate", "subordinate", "content")
        ):
            return clause.kind != "subordinate" and acts and self.last is not None
        if not subject:
            return False
        if before is not None and before.kind in ("comma", "dash"):
            return acts or self._series_goes_on(group)
        if before is not None and before.kind in ("noun", "close", "time", "adverb", "quote"):
            plain = self._last_plain(clause)
            broken = (
                plain is not None and plain.index and self.groups[plain.index - 1].kind in ("comma", "quote", "dash")
            )
            if broken and self._is_saying(group):
                return True  # "…," Mr Gammell said
            told = clause.verb is not None and clause.verb.lemma in self.lexicon.content and not clause.verb.passive
            plain = self._last_plain(clause)
            if plain is None:
                return False
            if told and plain.role in ("object", "subject"):
                return acts or not self._free_ahead(group)
            opens = self.groups[plain.index - 1] if plain.index else None
            if opens is not None and opens.kind == "and" and (acts or not self._free_ahead(group)):
                return True  # "… but some emergencies caused everyone to cancel"
            if acts and plain is not None and plain.role == "object" and before.kind != "adverb":
                # "The bomb hit a bus carried 12": rare; "a fire killed 12 left 3" is no sentence
                return told or self._after_name(before)
        return False

    def _series_goes_on(self, group: Group) -> bool:
        """Whether "and" with another verb closes a series: "heard shots, turned around and ran"."""
        for g in self.groups[group.index + 1 : group.index + 6]:
            if g.kind == "and":
                after = self.groups[g.index + 1] if g.index + 1 < len(self.groups) else None
                return after is not None and after.kind == "verb" and after.form in ("finite", "open")
            if g.kind not in ("noun", "adverb", "comma", "adjective"):
                return False
        return False

    def _after_name(self, before: Group) -> bool:
        return (
            before.kind == "noun"
            and not before.preposition
            and before.head >= 0
            and bool(self.words[before.head].tags & SUBJECT)
        )

    def _verb_before(self, group: Group) -> Group | None:
        for g in reversed(self.groups[: group.index]):
            if g.kind == "verb":
                return g
        return None

    def _acts(self, group: Group) -> bool:
        """Whether an object of its own stands right behind a verb."""
        for g in self.groups[group.index + 1 : group.index + 3]:
            if g.kind == "adverb" and self.words[g.start].lower not in ("by",):
                continue
            if g.kind == "noun" and not g.preposition:
                return True
            if (
                g.kind == "opener"
                and self.words[g.stop - 1].lower in ("that", "how", "what", "why", "whether")
                and not g.preposition
            ):
                return group.lemma in self.lexicon.content
            return False
        return False

    def _free_ahead(self, group: Group) -> bool:
        """Whether another finite verb follows that would have no subject if this one were finite."""
        owed, credit, after_verb = 0, False, True
        depth = 0
        for g in self.groups[group.index + 1 :]:
            if g.kind == "open":
                depth += 1
            elif g.kind == "close":
                depth -= 1
                if depth < 0:
                    return False
            elif depth:
                continue
            elif g.kind == "stop":
                return False
            elif g.kind == "opener":
                owed += 0 if g.preposition and not self.words[g.stop - 1].lower.startswith("wh") else 1
                credit, after_verb = False, False
            elif g.kind == "noun" and not g.preposition:
                if not after_verb:
                    credit = True
                after_verb = False
            elif g.kind == "and":
                credit, after_verb = False, False
                following = self.groups[g.index + 1] if g.index + 1 < len(self.groups) else None
                if (
                    following is not None
                    and following.kind == "verb"
                    and following.form in ("finite", "open")
                    and not owed
                ):
                    return False
            elif g.kind == "comma":
                after_verb = False
            elif g.kind == "verb":
                acts = g.form == "open" and (owed or credit or g.lemma in self.lone or self._acts(g))
                if g.form == "finite" or acts:
                    if owed:
                        owed -= 1
                    elif credit:
                        pass
                    else:
                        return True
                    credit = False
                after_verb = True
        return False

    def _waiting(self) -> Clause | None:
        """The innermost frame that has no verb yet; an aside keeps what is inside it."""
        for clause in reversed(self.stack):
            if clause.verb is None:
                return clause
            if clause.kind == "aside" and clause.opener == "(":
                return None
        return None

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
                and group.clause is group.under.clause
                and group.under.role not in ("oblique", "of", "within", "agent")
                and self._same_run(group.under, group)
            ):
                group = group.under
            else:
                break
        return group

    def _same_run(self, first: Group, second: Group) -> bool:
        return not any(g.kind == "verb" for g in self.groups[first.index : second.index])

    def _completes(self, group: Group) -> bool:
        """Whether "been" goes on a "has" that a span of time parted from it: "has for two months been calling"."""
        if self.words[group.start].lower != "been":
            return False
        clause = next((c for c in reversed(self.stack) if c.verb is not None), None)
        owed = clause is not None and clause.lemma == "have" and not any(g.role == "object" for g in clause.groups)
        if clause is None or not owed or clause.verb is None:
            return False
        group.modal, group.tense, group.perfect = clause.verb.modal, clause.verb.tense, True
        self._unwind_to(clause)
        self._take(clause, group)
        return True

    def _finite(self, group: Group) -> None:
        clause = self.top
        if self._completes(group):
            return
        if clause.pending and group.form != "auxiliary":
            self._take(clause, group)
            return
        if self.conjunction and self._coordinates(group):
            return
        waiting = self._waiting()
        if waiting is not None and (waiting.subject is not None or self._may_lack_subject(waiting, group)):
            # an aside of saying: "…, police said, …" has its own subject right before it
            own = self._own_subject(group)
            top = self.top
            if own is not None and own.role == "object" and own.clause is top and top.lemma in self.lexicon.content:
                self._open_with(own, group)  # "…, she said several people had gathered"
                return
            if (
                own is not None
                and own.role == "apposition"
                and not self._is_saying(group)
                and self._unclosed(own, group)
            ):
                waiting.subject = own  # "In Homs, a city, two bombs were found": what no comma closes is the subject
                own.role, own.under, own.clause = "subject", None, waiting
            if own is None or own is waiting.subject or own.role != "apposition" or not self._is_saying(group):
                self._unwind_to(waiting)
                self._take(waiting, group)
                return
        subject = self._own_subject(group)
        if subject is not None:
            told = self._told_about()
            inner = subject.clause is not None and subject.clause.kind in ("infinitive", "participle", "gerund")
            if inner and subject.role == "object" and told is not None and told.index < subject.index:
                subject = told  # "said the effort to unseat her was no failure"
            elif (first := self._list_told(subject)) is not None:
                self._place_as_member(subject, first)
                subject = first  # "say five officers and four civilians were hurt"
            self._open_with(subject, group)
            return
        sub = self._prepositional_subject(group)
        if sub is not None:
            self._open_with(sub, group)
            return
        if waiting is not None:
            self._unwind_to(waiting)
            self._take(waiting, group)
            return
        told = self._told_about()
        if told is not None and not self._is_series(told, group):
            self._open_with(told, group)
            return
        if self.top.kind == "relative" and self._told_of_it(self.top):
            clause = self._push("content", self.top)  # "a wall, which he said would cost $12 billion"
            clause.subject = clause.parent.under if clause.parent is not None else None
            self._take(clause, group)
            return
        # nobody waits and nobody is there: a verb of its own, as in "…, said John"
        self._unwind_satisfied()
        kind: ClauseKind = (
            "aside"
            if self._is_saying(group)
            and (
                self.comma or self.quote or group.index == 0 or self.groups[group.index - 1].kind in ("quote", "comma")
            )
            else "coordinate"
        )
        parent = self.top
        new = self._push(kind, parent)
        if kind == "coordinate" and not self._is_saying(group):
            new.subject = parent.subject
        self._take(new, group)

    def _told_about(self) -> Group | None:
        """What a verb of saying seemed to have as its object, when its own verb comes later: "say two who …"."""
        for clause in reversed(self.stack):
            if clause.lemma in self.lexicon.content and clause.verb is not None and not clause.verb.passive:
                objects = [g for g in clause.groups if g.role == "object" and g.index > clause.verb.index]
                return objects[-1] if objects else None
        return None

    def _is_series(self, told: Group, group: Group) -> bool:
        """Whether a verb goes on a series behind a plain object and a comma: "heard four shots, turned and ran"."""
        between = self.groups[told.index + 1 : group.index]
        heard = told.clause is not None and told.clause.lemma not in self.lexicon.words("plainly", "thinking")
        return heard and [g.kind for g in between] == ["comma"]

    def _list_told(self, subject: Group) -> Group | None:
        """The first of a list of subjects that seemed the object of a verb of saying: "say 5 men and 3 boys were"."""
        clause = subject.clause
        if clause is None or clause.verb is None or clause.lemma not in self.lexicon.content:
            return None
        first = self.groups[clause.verb.index + 1]
        between = [g for g in self.groups[first.index + 1 : subject.index] if g.preposition != "of"]
        if first.role != "object" or [self.words[g.start].lower for g in between] != ["and"]:
            return None
        if clause.lemma in self.lexicon.words("plainly", "thinking"):
            return first
        people = self.lexicon.words("speaker", "demonym")
        return first if all(g.head >= 0 and self._noun_lemma(g) in people for g in (first, subject)) else None

    def _place_as_member(self, group: Group, first: Group) -> None:
        if group.clause is not None and group in group.clause.groups:
            group.clause.groups.remove(group)
        group.role, group.under = "member", first

    def _noun_lemma(self, group: Group) -> str:
        return self.lexicon.entry(self.words[group.head].lower).lemma_as(NOUNS)

    def _told_of_it(self, clause: Clause) -> bool:
        """Whether a relative clause says something of what it describes: "which he said …"."""
        return (
            clause.subject is not None and clause.subject is not clause.under and clause.lemma in self.lexicon.content
        )

    def _unclosed(self, own: Group, verb: Group) -> bool:
        """Whether a comma stands before a noun group and none between it and the verb."""
        before = self.groups[own.index - 1] if own.index else None
        between = self.groups[own.index + 1 : verb.index]
        return before is not None and before.kind == "comma" and not any(g.kind in ("comma", "dash") for g in between)

    def _is_saying(self, group: Group) -> bool:
        return group.lemma in self.lexicon.content

    def _may_lack_subject(self, waiting: Clause, group: Group) -> bool:
        return waiting.kind == "relative" or (waiting is self.main and (group.index == 0 or self._is_done(group)))

    def _is_done(self, group: Group) -> bool:
        """Whether what a sentence begins with doing is the subject: "Paying the dividends for 30 years has helped"."""
        top, own = self.top, self._own_subject(group)
        first = self.words[group.start]
        return (
            top.kind == "participle"
            and top.verb is not None
            and top.verb.index <= 1
            and own is not None
            and own.clause is top
            and own.head >= 0
            and bool(self.words[own.head].tags & PLURAL)
            and (bool(first.tags & THIRD) or first.lower in ("is", "was", "has"))
        )

    def _take(self, clause: Clause, group: Group) -> None:
        if clause.pending and clause.verb is not None:
            group.negated = group.negated or clause.verb.negated
            group.modal = group.modal or clause.verb.modal
            group.form = "finite"
            clause.groups = [g for g in clause.groups if g is not clause.verb]
        clause.verb = group
        clause.pending = group.form == "auxiliary" or (
            group.lemma in ("be", "have", "do") and clause.subject is None and not clause.groups
        )
        group.clause = clause
        clause.comma = False

    def _coordinates(self, group: Group) -> bool:
        """ "… and wounded 22": the same subject does a second thing."""
        before = self.groups[group.index - 1]
        if before.kind == "noun" or (
            before.kind == "time" and group.index > 1 and self.groups[group.index - 2].kind == "noun"
        ):
            return False
        partner = self._partner(group)
        if partner is None:
            return False
        self._unwind_to(partner)
        kind = (
            partner.kind
            if partner.kind in ("relative", "subordinate", "content", "infinitive", "participle", "gerund")
            else "coordinate"
        )
        parent = partner.parent if kind != "coordinate" else partner
        new = self._push(kind, parent, under=partner.under, opener=partner.opener)
        new.subject = partner.subject
        self._take(new, group)
        if group.passive is False and group.form == "participle":
            group.passive = True
        return True

    def _partner(self, group: Group) -> Clause | None:
        """The clause a verb behind "and" stands beside: the innermost with a verb of the same form."""
        finite = group.form in ("finite", "auxiliary")
        for clause in reversed(self.stack):
            if clause.verb is None:
                continue
            form = clause.verb.form
            same = form in ("finite", "auxiliary") if finite else form == group.form
            if same:
                if finite and self.comma and clause.kind == "relative" and len(self.stack) > 1:
                    continue
                return clause
            if clause.kind == "infinitive" and finite and group.tense != 0 and self.words[group.head].tags & (1 << 5):
                return clause  # "to stop and search"
        return None

    def _own_subject(self, group: Group) -> Group | None:
        """The noun group without a preposition that stands before a verb and belongs to no verb as its subject."""
        for g in reversed(self.groups[: group.index]):
            if g.kind == "verb" or g.kind == "opener" or g.kind == "stop":
                return None
            if g.kind == "noun" and not g.preposition:
                if g.role == "subject" and g.clause is not None and g.clause.verb is not None:
                    return None
                if g.role not in ("member", "apposition"):
                    before = self.groups[group.index - 1]
                    return None if g.role == "object" and before.kind == "comma" else g  # "heard shots, turned and …"
                # "the nun, Ana Pahl, 71, was …" against "…, police said"
                closed = any(x.kind in ("comma", "dash") for x in self.groups[g.index + 1 : group.index])
                return self._list_head(g) if closed or not self._comma_between(g, group) else g
            if g.kind == "open":
                return None
        return None

    def _comma_between(self, g: Group, group: Group) -> bool:
        """Whether the run "X, Y said" has its comma before Y alone: then Y is the subject."""
        head = self._list_head(g)
        if head is g:
            return False
        and_between = any(x.kind == "and" for x in self.groups[head.index : g.index])
        return not and_between

    def _prepositional_subject(self, group: Group) -> Group | None:
        """The subject of a clause that a word like "after" opens, when that was read as a preposition."""
        for g in reversed(self.groups[: group.index]):
            if g.kind in ("verb", "opener", "stop", "comma", "open"):
                return None
            if g.kind == "noun" and g.preposition in (
                "after",
                "before",
                "since",
                "until",
                "as",
                "than",
                "because",
                "for",
                "like",
                "till",
            ):
                return g
        return None

    def _open_with(self, subject: Group, group: Group) -> None:
        """A clause whose subject was taken for something else of the clause around it."""
        old = subject.clause
        if old is not None and subject in old.groups:
            old.groups.remove(subject)
        if old is not None and old in self.stack:
            self._unwind_to(old)
        before = self.groups[subject.index - 1] if subject.index else None
        after_break = before is not None and before.kind in ("comma", "and", "dash", "quote", "close")
        parent = self.top
        if subject.preposition:
            kind: ClauseKind = "subordinate"
        elif after_break and self._is_saying(group) and before is not None and before.kind != "and":
            kind = "aside"
        elif after_break:
            kind = "coordinate"
            while parent.parent is not None and parent.kind in ("participle", "infinitive", "gerund", "relative"):
                parent = parent.parent
        elif parent.verb is not None and (parent.verb.lemma in self.lexicon.content or subject.role == "object"):
            told = parent.verb.lemma in self.lexicon.content
            kind = "content" if told else "relative" if subject.role != "object" else "content"
            under = self._described(subject)
            if not told and under is not None:
                kind = "relative"  # "the house he bought"
        else:
            kind = "coordinate"
        clause = self._push(kind, parent)
        if kind == "relative":
            clause.under = self._described(subject)
        if subject.preposition:
            clause.opener = subject.preposition
        clause.start = subject.index
        self._be_subject(clause, subject)
        self._lead_in(clause, subject, old)
        for g in self.groups[subject.index + 1 : group.index]:
            if old is not None and g.clause is old and g in old.groups:  # "12 people, including 3 children, were …"
                old.groups.remove(g)
                clause.groups.append(g)
                g.clause = clause
        subject.under = None
        self._take(clause, group)

    def _lead_in(self, clause: Clause, subject: Group, old: Clause | None) -> None:
        """What stands between a break and the subject belongs to the new clause: "and in May police said"."""
        led: list[Group] = []
        for g in reversed(self.groups[: subject.index]):
            if g.kind in ("and", "comma", "dash", "quote"):
                if any(x.kind == "and" for x in self.groups[g.index : g.index + 1]) or not led:
                    if led or g.kind == "and":
                        break
                    continue
                break
            if (
                not (g.kind == "time" or (g.kind == "noun" and g.preposition and g.role == "oblique"))
                or g.clause is not old
            ):
                return
            led.append(g)
        else:
            return
        for g in led:
            if old is not None and g in old.groups:
                old.groups.remove(g)
            g.clause, g.under = clause, None
            clause.groups.insert(0, g)

    def _described(self, subject: Group) -> Group | None:
        before = self.groups[subject.index - 1] if subject.index else None
        return before if before is not None and before.kind == "noun" else None

    # verbs without a subject of their own

    def _infinitive(self, group: Group) -> None:
        if self.conjunction and self._coordinates(group):
            return
        parent = self.top
        if self.comma:
            waiting = self._waiting()
            if waiting is None:
                self._unwind_satisfied()
            parent = self.top
        if parent.kind == "infinitive" and parent.verb is None:
            self._take(parent, group)
            return
        before = self.groups[group.index - 1] if group.index else None
        clause = self._push("infinitive", parent)
        if parent.verb is None and before is not None and before.kind == "noun":
            clause.under = before  # "the first man to win"
        elif before is not None and before.kind == "noun" and parent.verb is not None:
            clause.under = before
        clause.subject = parent.subject
        self._take(clause, group)

    def _ing(self, group: Group) -> None:
        if self.conjunction and self._coordinates(group):
            return
        top = self.top
        if top.kind == "gerund" and top.verb is None:
            self._take(top, group)
            if top.parent is not None:
                top.subject = top.parent.subject
            return
        if top.kind in ("subordinate", "content") and top.verb is None and top.subject is None:
            self._take(top, group)  # "while trying"
            return
        before = self.groups[group.index - 1] if group.index else None
        if top.pending:
            self._take(top, group)
            return
        if self._absolute(group):
            return
        if self.comma or before is None:
            waiting = self._waiting()
            if waiting is None:
                self._unwind_satisfied()
            clause = self._push("participle", self.top)
            clause.subject = clause.parent.subject if clause.parent else None
            self._take(clause, group)
            return
        clause = self._push("participle", top)
        if before.kind in ("noun", "close", "time") and self.last is not None:
            clause.under = clause.subject = self.last if not self._object_of(top, before) else before
        else:
            clause.subject = top.subject
        self._take(clause, group)

    def _object_of(self, clause: Clause, group: Group) -> bool:
        return group in clause.groups

    def _absolute(self, group: Group) -> bool:
        """ "with nine wounds forming a cross", "with 12 killed": the noun after "with" is the verb's subject."""
        for g in reversed(self.groups[: group.index]):
            if g.kind not in ("noun", "adverb", "time"):
                return False
            if g.kind == "noun" and g.preposition == "with":
                break
            if g.kind == "noun" and (not g.preposition or g.number >= 0):
                return False  # "with reports of 40 people killed"
        else:
            return False
        before = self.groups[g.index - 1] if g.index else None
        if before is not None and before.kind not in ("comma", "verb", "dash") and group.form == "ing":
            return False
        old = g.clause
        if old is not None and g in old.groups:
            old.groups.remove(g)
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
        before = self.groups[group.index - 1] if group.index else None
        if top.verb is None and top.kind in ("subordinate", "content") and top.subject is None:
            self._take(top, group)
            return
        clause = self._push("participle", top)
        if (
            before is not None
            and before.kind in ("noun", "comma", "close", "time", "adjective", "adverb", "quote")
            and self.last is not None
        ):
            clause.under = clause.subject = self._described_last(before)
        else:
            clause.subject = top.subject
        self._take(clause, group)

    def _described_last(self, before: Group) -> Group | None:
        """What a participle describes: the last group, or the list that it closes."""
        last = self.last
        if last is None or before.kind != "noun" or last.preposition:
            return last
        counted = last.role == "apposition" and last.number >= 0
        return last if counted else self._list_head(last)  # "the toll, 640 people killed since May, …"

    # what was left without a verb, or without an object

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
            after = self.groups[verb.index + 1] if verb.index + 1 < len(self.groups) else None
            if after is not None and (after.kind in ("and", "opener") and not after.preposition):
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
