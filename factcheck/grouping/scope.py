"""What a scan's own texts say about how much a shared word tells, and which documents are of one story."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from factcheck.context.gazetteer import load_gazetteer
from factcheck.grouping.profiles import Profile
from factcheck.grouping.stories import Stories
from factcheck.grouping.words import share_bits, word_weights
from factcheck.vocabulary import Vocabulary

_LEAD = 3  # sentences with figures from the top that tell the story's day

Asked = tuple[int, str, frozenset[str]]  # document, question, how special


def _asked(profile: Profile) -> Asked:
    return profile.document, profile.question, profile.special


class Scope:
    """Word weights among the figures of a scan, and the nearness of its documents."""

    def __init__(self, stories: Stories, profiles: Sequence[Profile], vocabulary: Vocabulary) -> None:
        self._shipped = word_weights(vocabulary)
        self._stories = stories
        self.gazetteer = load_gazetteer(vocabulary)
        sentences = {profile.sentence: profile.words for profile in profiles}
        self._answers = _answers(profiles)
        self._days = _story_days(profiles)
        counts = Counter(word for words in sentences.values() for word in words)
        self._bits = {
            word: min(self._shipped.bits(word), share_bits(count, len(sentences)) + 1.0)
            for word, count in counts.items()
        }
        self._totals: dict[frozenset[str], float] = {}

    def nearness(self, one: int, other: int) -> float:
        return self._stories.nearness(one, other)

    def one_story(self) -> list[tuple[int, int]]:
        """Pairs of documents of one story, in order."""
        return self._stories.pairs()

    def standing(self, profile: Profile) -> str:
        """Whether a figure gives its document's own answer to its question, the only one, or one beside it."""
        answers = self._answers[_asked(profile)]
        if len(answers) == 1:
            return "sole"
        return "main" if profile.number == answers[0] else "rival"

    def story_days(self, profile: Profile) -> tuple[int, int] | None:
        """The day of the story that a figure's document tells, for figures that are about it."""
        return None if profile.aside else self._days.get(profile.document)

    def bits(self, word: str) -> float:
        return self._bits.get(word, 0.0)

    def _total(self, words: frozenset[str]) -> float:
        """The bits of all words of a set, added up once: each sentence is compared with many."""
        total = self._totals.get(words)
        if total is None:
            total = self._totals[words] = math.fsum(map(self.bits, words))
        return total

    def likeness(self, a: frozenset[str], b: frozenset[str]) -> str:
        """How much two sets of words share: by the bits of the shared ones, and by their share of the smaller set."""
        shared = math.fsum(self.bits(word) for word in a & b)
        least = min(self._total(a), self._total(b))
        ratio = shared / least if least else 0.0
        if ratio >= 0.8 and shared >= 25:
            return "copied"
        if ratio >= 0.5 and shared >= 12:
            return "alike"
        for name, bits in (("much", 16), ("some", 9), ("little", 4)):
            if shared >= bits:
                return name
        return "nothing"


def _answers(profiles: Sequence[Profile]) -> dict[Asked, list[str]]:
    """The different numbers a document gives for each question, its own first: of headline and lead, not asides."""
    found: dict[Asked, list[tuple[bool, bool, int, str]]] = {}
    for profile in profiles:
        entry = (not profile.headline, profile.aside, profile.index, profile.number)
        found.setdefault(_asked(profile), []).append(entry)
    return {asked: list(dict.fromkeys(number for *_, number in sorted(entries))) for asked, entries in found.items()}


def _story_days(profiles: Sequence[Profile]) -> dict[int, tuple[int, int]]:
    """The first single day that a figure of a document's headline or lead is about."""
    days: dict[int, tuple[int, int]] = {}
    for profile in profiles:
        about = profile.days
        if about is not None and about[0] == about[1] and profile.order <= _LEAD and not profile.aside:
            days.setdefault(profile.document, about)
    return days
