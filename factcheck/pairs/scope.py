"""What the documents around two figures say: how much a shared word tells there, and which day they are of."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from factcheck.pairs.differences import Days
from factcheck.pairs.lists import linking_lists
from factcheck.pairs.profiles import Profile
from factcheck.stories import Stories
from factcheck.stories.words import WordWeights, share_bits, word_weights
from factcheck.vocabulary import Vocabulary

_LEAD = 3  # sentences with figures from the top that tell the story's day


class Scope:
    """Word weights among the figures of a story, and the day that each of its documents tells."""

    def __init__(self, stories: Stories, profiles: Sequence[Profile], vocabulary: Vocabulary) -> None:
        self.stories = stories
        self.vocabulary = vocabulary
        self.lists = linking_lists(vocabulary)
        self._days = _story_days(profiles)
        self._numbers: dict[tuple[int, str], set[str]] = defaultdict(set)
        for profile in profiles:
            for key in ("", f"rule:{profile.rule}", f"counted:{profile.head}"):
                self._numbers[profile.document, key].add(profile.number)
        self._bits = _word_bits(stories, profiles, word_weights(vocabulary))
        self._totals: dict[tuple[int, frozenset[str]], float] = {}

    def answers(self, a: Profile, b: Profile) -> int:
        """How many pairs of numbers the two texts give to what both are asked: by their rule, else by their noun."""
        key = f"rule:{a.rule}" if a.rule is not None and a.rule == b.rule else f"counted:{a.head}"
        return len(self._numbers[a.document, key]) * len(self._numbers[b.document, key])

    def told(self, document: int, number: str) -> bool:
        """Whether a document gives a number, of whatever."""
        return number in self._numbers[document, ""]

    def story_days(self, profile: Profile) -> Days | None:
        """The day of the story that a figure's document tells, for figures that are about it."""
        return None if profile.aside else self._days.get(profile.document)

    def sum(self, profile: Profile, words: Iterable[str]) -> float:
        """The bits of words that stand in figures' sentences of a claim's story."""
        return sum(map(self._bits[self.stories.story(profile.document)].__getitem__, words)) / 100

    def total(self, profile: Profile, words: frozenset[str]) -> float:
        """The bits of all words of a set of a claim's own, added up once: each sentence is compared with many."""
        key = self.stories.story(profile.document), words
        if key not in self._totals:
            self._totals[key] = self.sum(profile, words)
        return self._totals[key]


def _word_bits(stories: Stories, profiles: Sequence[Profile], weights: WordWeights) -> dict[int, dict[str, int]]:
    """What each word tells in each story: less than elsewhere when two or more of its sentences have it.

    In hundredths of a bit, so that sums in any order are equal.
    """
    sentences: Counter[int] = Counter()
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for profile in {profile.sentence: profile for profile in profiles}.values():
        story = stories.story(profile.document)
        sentences[story] += 1
        counts[story].update(profile.words)
    bits: dict[int, dict[str, int]] = defaultdict(dict)
    for story, words in counts.items():
        for word, count in words.items():
            common = share_bits(count, sentences[story]) + 1.0 if count > 1 else math.inf
            bits[story][word] = round(100 * min(weights.bits(word), common))
    return bits


def _story_days(profiles: Sequence[Profile]) -> dict[int, Days]:
    """The first single day that a figure of a document's headline or lead is about."""
    leads = (profile for profile in reversed(profiles) if profile.order <= _LEAD and not profile.aside)
    told = ((profile.document, profile.days) for profile in leads)
    return {document: days for document, days in told if days is not None and days[0] == days[1]}
