"""The words that tell how a number is meant: ``modality.toml``."""

from __future__ import annotations

from factcheck.context.matching import Phrases
from factcheck.context.model import Modality
from factcheck.context.view import SentenceView
from factcheck.spans import Span
from factcheck.vocabulary import ByWord, toml_table

Found = tuple[Modality, Span]


@toml_table
class Moods:
    """``modality.toml``."""

    verbs: ByWord[Modality]
    objects: ByWord[Modality]
    nouns: ByWord[Modality]
    adjectives: ByWord[Modality]
    predicates: ByWord[Modality]
    modals: ByWord[Modality]
    met: frozenset[str]
    lasting: frozenset[str]
    granted: frozenset[str]
    sensing: frozenset[str]
    heading: frozenset[str]
    unplanned: frozenset[str]
    likely: frozenset[str]
    forces: frozenset[str]
    arranged: frozenset[str]
    acting: frozenset[str]
    foreseeing: Phrases
    laws: frozenset[str]
    sums: frozenset[str]
    drafts: ByWord[Modality]
    drafting: frozenset[str]
    reaching: frozenset[str]
    wishing: frozenset[str]
    seeing: frozenset[str]
    guessing: frozenset[str]
    conditions: frozenset[str]
    asking: frozenset[str]
    general: Phrases
    retracted: Phrases
    counting: frozenset[str]
    preventing: frozenset[str]
    sparing: frozenset[str]
    done: frozenset[str]
    past: frozenset[str]
    now: frozenset[str]
    against: frozenset[str]
    ahead: frozenset[str]
    gone: frozenset[str]
    served: frozenset[str]
    behind: frozenset[str]
    without: frozenset[str]
    given: frozenset[str]
    mandative: frozenset[str]
    singular: frozenset[str]
    referring: frozenset[str]


def moods(view: SentenceView) -> Moods:
    return view.vocabulary.bind("modality", Moods)
