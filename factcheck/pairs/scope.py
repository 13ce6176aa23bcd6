"""What the documents around two figures say: how much a shared word tells there, and which day they are of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from factcheck.pairs.profiles import Profile
from factcheck.stories import Stories
from factcheck.stories.words import share_bits, word_weights
from factcheck.vocabulary import Vocabulary

_LEAD = 3  # sentences with figures from the top that tell the story's day

Days = tuple[int, int]


class Scope:
    """Word weights among the figures of a story, and the day that each of its documents tells."""

    def __init__(self, stories: Stories, profiles: Sequence[Profile], vocabulary: Vocabulary) -> None:
        self.stories = stories
        self.vocabulary = vocabulary
        self._shipped = word_weights(vocabulary)
        self._days = _story_days(profiles)
        self._common = _common_words(stories, profiles)
        self._bits: dict[int, dict[str, int]] = defaultdict(dict)  # in hundredths of a bit: sums in any order are equal
        for profile in profiles:
            bits = self._bits[stories.story(profile.document)]
            for word in profile.words:
                if word not in bits:
                    bits[word] = round(100 * self._in_story(stories.story(profile.document), word))
        self._totals: dict[tuple[int, frozenset[str]], float] = {}

    def odds(self, one: int, other: int) -> float:
        return self.stories.odds(one, other)

    def story_days(self, profile: Profile) -> Days | None:
        """The day of the story that a figure's document tells, for figures that are about it."""
        return None if profile.aside else self._days.get(profile.document)

    def _in_story(self, story: int, word: str) -> float:
        """What a word tells in a story: less than elsewhere when many of its sentences have it."""
        own, common = self._shipped.bits(word), self._common.get((story, word))
        return own if common is None else min(own, common)

    def sum(self, story: int, words: Iterable[str]) -> float:
        """The bits of words that stand in figures' sentences of a story."""
        return sum(map(self._bits[story].__getitem__, words)) / 100

    def total(self, profile: Profile, words: frozenset[str]) -> float:
        """The bits of all words of a set of a claim's own, added up once: each sentence is compared with many."""
        key = self.stories.story(profile.document), words
        total = self._totals.get(key)
        if total is None:
            total = self._totals[key] = self.sum(*key)
        return total


def _common_words(stories: Stories, profiles: Sequence[Profile]) -> dict[tuple[int, str], float]:
    """The bits of the words that two or more sentences of a story share, by how many of its sentences have them."""
    sentences = {profile.sentence: profile for profile in profiles}
    sizes: Counter[int] = Counter()
    counts: Counter[tuple[int, str]] = Counter()
    for profile in sentences.values():
        story = stories.story(profile.document)
        sizes[story] += 1
        counts.update((story, word) for word in profile.words)
    return {key: share_bits(count, sizes[key[0]]) + 1.0 for key, count in counts.items() if count > 1}


def _story_days(profiles: Sequence[Profile]) -> dict[int, Days]:
    """The first single day that a figure of a document's headline or lead is about."""
    days: dict[int, Days] = {}
    for profile in profiles:
        about = profile.days
        if about is not None and about[0] == about[1] and profile.order <= _LEAD and not profile.aside:
            days.setdefault(profile.document, about)
    return days
