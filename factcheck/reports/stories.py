"""The stories of a scan with the groups that belong to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.comparing import Conflict
from factcheck.reports import describe
from factcheck.reports.text import one_line
from factcheck.scan import Scan


@dataclass(frozen=True, slots=True)
class Story:
    """One event: its name ("Aleppo, 15 April 2017"), the ids of its documents, its groups in the reader's order."""

    id: str
    name: str
    documents: tuple[str, ...]
    conflicts: tuple[Conflict, ...]


def stories(scan: Scan) -> tuple[Story, ...]:
    """The stories that have a group, in the reader's order of their first."""
    home = story_ids(scan)
    held: dict[str, list[Conflict]] = defaultdict(list)
    for conflict in describe.ordered(scan):
        held[home[conflict.group.id]].append(conflict)
    told = {story.id: story for story in scan.stories}
    return tuple(
        Story(id_, one_line(told[id_].name), told[id_].documents, tuple(conflicts)) for id_, conflicts in held.items()
    )


def story_ids(scan: Scan) -> Mapping[str, str]:
    """The id of the story of each group, by the group's id."""
    of_document = {document: story.id for story in scan.stories for document in story.documents}
    return {each.group.id: of_document[each.group.claims[0].figure.document.id] for each in scan.questions}
