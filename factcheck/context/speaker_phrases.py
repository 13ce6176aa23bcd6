"""A speaker's words: the noun group that names them with all that belongs to it, and whether it can speak at all."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.context.names import credited, load_names, read_name
from factcheck.context.view import SentenceView
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import DETERMINER, NAME, POSSESSIVE, SUBJECT, TIME
from factcheck.sentences.sentence import Sentence
from factcheck.spans import Span


@dataclass(frozen=True, slots=True)
class Phrase:
    """A speaker's words, ``words[start:stop]`` of a sentence; ``head`` is the lower-case lemma of its last noun."""

    start: int
    stop: int
    head: str
    group: Group

    def span(self, read: Sentence) -> Span:
        return Span(read.words[self.start].start, read.words[self.stop - 1].stop)


class Phrases:
    """Reads speakers' phrases off the groups of one sentence."""

    def __init__(self, view: SentenceView) -> None:
        self.view, self.read = view, view.read
        self.words, self.groups = self.read.words, self.read.groups
        self.listed = self.read.lexicon.words
        self.titles = load_names(view.vocabulary).titles

    def phrase(self, group: Group) -> Phrase:
        """A noun group with what belongs to it: "a spokesman for the ministry", "Reyes and Lindqvist"."""
        start, stop = group.first, group.stop
        if group.next is not None and self._is_title(group, group.next):
            return replace(self.phrase(group.next), start=start)
        for i in range(start, min(stop - 1, group.head)):
            timed = self.words[i].tags & TIME and not self.words[i + 1].tags & TIME
            named = i > start and self.words[i - 1].tags & NAME
            capital = i > start and self.words[i - 1].tags & DETERMINER and self.words[i].text[0].isupper()
            if timed and not named and not capital:  # "the Evening Post"
                owning = i + 2 < stop and self.words[i + 1].tags & POSSESSIVE
                start = i + 2 if owning else i + 1  # "On Monday officials", "Thursday's court papers"
        person = self._is_person(start, stop)
        j, last = group.index + 1, group
        while j < len(self.groups):
            g = self.groups[j]
            named = g.head >= 0 and self.words[g.head].tags & NAME and g.possessor < 0
            placed = j == group.index + 1 and not person and g.preposition in self.listed("placing")
            if g.kind == "noun" and g.start == stop and not self._is_timed(g) and (
                g.preposition in self.listed("of whom") or (named and (placed or self._is_body_on(last, g)))
            ):  # fmt: skip
                stop, last = g.stop, g
            elif g.kind == "and" and g.next is not None and g.next.kind == "noun" and self._joins(group, g.next):
                stop, j = g.next.stop, j + 1
            else:
                break
            j += 1
        return Phrase(start, stop, self._lemma(group.head) if group.head >= 0 else "", group)

    def _is_body_on(self, group: Group, named: Group) -> bool:
        """Whether a body's name goes on with what it works on: "the Centre on Tax Law"; not "the mayor on Friday"."""
        word = self.words[group.head]
        common = word.lower in self.read.lexicon and word.lower not in self.listed("person") | self.titles
        common = common and self.words[group.first].lower == "the"
        return named.preposition == "on" and common and word.text[0].isupper()

    def _is_title(self, group: Group, after: Group) -> bool:
        """Whether a group is only the first word of the next one's name: "Rep." or "one" alone."""
        if group.kind != "noun" or after.kind != "noun" or after.preposition:
            return False
        between = self.read.text[self.words[group.stop - 1].stop : self.words[after.start].start]
        last = self.words[group.stop - 1].lower
        return between.strip() in ("", ".") and (last in self.titles or last == "one")

    def _is_person(self, start: int, stop: int) -> bool:
        run = [w for w in self.words[start:stop] if w.tags & NAME and w.text[0].isupper()]
        return len(run) > 1 and read_name(self._span(start, stop).of(self.read.text), self.view.vocabulary).person

    def _is_timed(self, group: Group) -> bool:
        return group.head >= 0 and self.words[group.head].lower in self.read.lexicon.times

    def _is_plain(self, group: Group | None) -> bool:
        return group is not None and group.kind == "noun" and not group.preposition

    def _joins(self, group: Group, after: Group) -> bool:
        """Whether "and" joins another speaker ("Reyes and Lindqvist") or goes on with the first one's name."""
        following = after.next
        ends = following is None or following.kind in ("verb", "comma", "stop", "adverb")
        return (ends and group.role != "object") or self._goes_on(group, after)

    def _goes_on(self, group: Group, after: Group) -> bool:
        """Whether "and" goes on with a name within a phrase: "the Office for Relief and Repair"."""
        inner = after.under if after.role == "member" else None
        if inner is None or inner.index <= group.index or after.head < 0 or inner.head < 0:
            return False
        return bool(self.words[inner.head].tags & self.words[after.head].tags & NAME)

    def _behind(self, phrase: Phrase) -> Group | None:
        """The group behind a phrase."""
        return self._at(self._group_at(phrase.stop))

    def _has_name(self, phrase: Phrase) -> bool:
        if phrase.group.head < 0:
            return False
        word = self.words[phrase.group.head]
        capital = word.index > 0 and word.text[0].isupper() and not word.text.isupper()
        return bool(word.tags & NAME) or capital

    def can_give(self, phrase: Phrase) -> bool:
        """Whether a phrase names someone or something that speaks, for certain."""
        timed = phrase.group.head >= 0 and self.words[phrase.group.head].tags & TIME
        if timed or phrase.head in self.listed("nobody", "happening"):
            return False
        return phrase.head in self.listed("speaker", "document", "told", "pronoun") or self._has_name(phrase)

    def _labels(self, phrase: Phrase) -> bool:
        """Whether a phrase with no verb is a speaker's: "police", "officials", an agency, an acronym."""
        text = self._text(phrase)
        titled = self.view.block.kind in ("title", "heading")
        if phrase.head in self.listed("speaker") or credited(text, self.view.vocabulary):
            return True
        if titled and (phrase.head in self.listed("told") or self._is_person(phrase.start, phrase.stop)):
            return True  # "CBO report: 12 jobs lost", "Ana Ruiz: 12 jobs lost"
        return titled and text.isupper() and text.isalpha() and 1 < len(text) < 7

    def owner(self, group: Group) -> Phrase | None:
        """Whose claim it is: the possessive or the body before the noun."""
        words, first = self.words, group.first
        for i in range(group.head - 1, first - 1, -1):
            if words[i].is_genitive:
                return Phrase(first, i, self._lemma(i - 1), replace_head(group, i - 1))
            if words[i].tags & POSSESSIVE:
                return Phrase(
                    i, i + 1, {"his": "he", "her": "she", "their": "they", "its": "it"}.get(words[i].lower, ""), group
                )
        at = group.head - 1
        if at >= first and (words[at].tags & NAME or self._lemma(at) in self.listed("speaker")):
            return Phrase(first, at + 1, self._lemma(at), replace_head(group, at))
        return None

    def _at(self, index: int) -> Group | None:
        return self.groups[index] if 0 <= index < len(self.groups) else None

    def _group_at(self, word: int) -> int:
        """The index of the group that starts at a word or behind it."""
        return next((g.index for g in self.groups if g.stop > word), len(self.groups))

    def _word(self, index: int) -> str:
        return self.words[index].lower if 0 <= index < len(self.words) else ""

    def _lemma(self, index: int) -> str:
        word = self.words[index]
        if word.tags & SUBJECT:
            return word.lower
        if word.tags & NAME and (word.lower in self.read.lexicon.closed or word.lower in self.read.lexicon.times):
            return word.text  # "the WHO", "the Halm Times"
        return self.read.lexicon.entry(word.lower).lemma_as(word.tags)

    def _span(self, start: int, stop: int) -> Span:
        return Span(self.words[start].start, self.words[stop - 1].stop)

    def _text(self, phrase: Phrase) -> str:
        return phrase.span(self.read).of(self.read.text)


def replace_head(group: Group, head: int) -> Group:
    """A noun group as if it ended at an earlier noun: the owner of "Kyiv's claim"."""
    owner = Group("noun", group.start, head + 1, group.start, head, index=group.index)
    owner.clause = group.clause
    return owner
