"""The stories of a scan: which documents tell of one event, and what it is called."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.display import written_day
from factcheck.documents import Document
from factcheck.figures import Figure
from factcheck.stories.odds import components
from factcheck.stories.words import WordWeights, base_form, word_weights
from factcheck.vocabulary import Vocabulary

_NAME = re.compile(r"\b[A-Z][^\W\d_]{2,}\b")
_TELLING = 4.5  # bits of a name that tells a story from others; countries that are always in the news have fewer
_TITLE = 48  # characters of a title that stands for a name


@dataclass(frozen=True, slots=True)
class Story:
    """One event: its name ("Aleppo, 15 April 2017"), its first and last day where one is known, its documents by id."""

    id: str
    name: str
    days: tuple[dt.date, dt.date] | None
    documents: tuple[str, ...]


def tell_stories(
    documents: Sequence[Document],
    figures: Sequence[Figure],
    events: Iterable[Sequence[str]],
    groups: Iterable[Sequence[str]],
    vocabulary: Vocabulary,
) -> tuple[Story, ...]:
    """Every document in one story: with those that tell of its event, and those that a group ties it to.

    ``events`` and ``groups`` hold ids of documents; stories come in the order of their first group, then of their
    first document.
    """
    listed = [tuple(ids) for ids in groups]
    home = _homes(documents, [*map(tuple, events), *listed])
    members: dict[str, list[Document]] = {home[ids[0]]: [] for ids in listed}
    for document in documents:
        members.setdefault(home[document.id], []).append(document)
    told: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        told[home[figure.document.id]].append(figure)
    weights = word_weights(vocabulary)
    return tuple(_story(f"s{n}", members[key], told[key], weights) for n, key in enumerate(members, 1))


def _homes(documents: Sequence[Document], ties: Iterable[tuple[str, ...]]) -> Mapping[str, str]:
    """For each document the first of its story."""
    place = {document.id: at for at, document in enumerate(documents)}
    edges = ((place[one], place[other]) for ids in ties for one, other in pairwise(ids) if one != other)
    return {documents[at].id: documents[first].id for at, first in enumerate(components(len(documents), edges))}


def _story(id_: str, documents: Sequence[Document], figures: Sequence[Figure], weights: WordWeights) -> Story:
    where = _place(figures, weights, least=2) or _titled(documents, weights) or _place(figures, weights)
    where = where or documents[0].outlet or documents[0].path
    day = _day(documents, figures)
    published = [document.published for document in documents if document.published]
    known = [*published, *([day] if day else [])]
    return Story(
        id=id_,
        name=f"{where}, {written_day(day)}" if day else where,
        days=(min(known), max(known)) if known else None,
        documents=tuple(document.id for document in documents),
    )


def _place(figures: Sequence[Figure], weights: WordWeights, least: int = 1) -> str:
    """The place that most documents tell of, ``least`` or more of them, if its name tells anything."""
    places = ((figure.context.place, figure.document.id) for figure in figures)
    told = [(place.name, document) for place, document in places if place is not None and place.named]
    often = Counter(place for place, _ in told)
    by_documents = Counter(place for place, _ in set(told))
    known = [place for place, n in by_documents.items() if n >= least and _bits(place, weights) >= _TELLING]
    return max(known, key=lambda place: (by_documents[place], often[place], -len(place), place), default="")


def _bits(name: str, weights: WordWeights) -> float:
    return max((weights.bits(base_form(word.lower())) for word in _NAME.findall(name)), default=0.0)


def _titled(documents: Sequence[Document], weights: WordWeights) -> str:
    """The two most telling names that most titles share, or else the first title, if there is one."""
    titles = [" ".join((document.title or "").split()) for document in documents]
    names = Counter(name for title in titles for name in dict.fromkeys(_NAME.findall(title)))
    often = [name for name, n in names.items() if n > max(1, len(titles) // 2) and _bits(name, weights) >= _TELLING]
    shared = [name for name in often if not any(_is_a_word(name, document.text) for document in documents)]
    if shared:
        return " and ".join(sorted(shared, key=lambda name: (-names[name], -_bits(name, weights), name))[:2])
    first = next(filter(None, titles), "")
    return first if len(first) <= _TITLE else first[: first.rfind(" ", 0, _TITLE)].rstrip(" ,;:-–—") + " …"


def _is_a_word(name: str, text: str) -> bool:
    """Whether a text writes a name without its capital: a title may write all its words with one."""
    return re.search(rf"\b{name.lower()}\b", text) is not None


def _day(documents: Sequence[Document], figures: Sequence[Figure]) -> dt.date | None:
    """The day that most documents give their figures, two or more of them, the latest; else the first published."""
    whens = ((figure.context.when, figure.document.id) for figure in figures)
    told = {(when.start, document) for when, document in whens if when is not None and when.start == when.stop}
    often = Counter(day for day, _ in told)
    day = max(often, key=lambda each: (often[each], each), default=None)
    published = min((document.published for document in documents if document.published), default=None)
    return day if published is None or (day is not None and often[day] > 1) else published
