"""The parts of the table: each reads one thing of a pair as levels with an amount, which weights turn into bits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from factcheck.context.registry import PARTS as CONTEXT
from factcheck.pairs.pair import Pair
from factcheck.pairs.parts import asked, event, numbers, standing, wording
from factcheck.pairs.parts.asked import Level

Part = Callable[[Pair], Iterable[Level]]

PARTS: Mapping[str, Part] = {
    "value": numbers.value,
    "question": asked.question,
    "counted": asked.counted,
    "qualifiers": asked.qualifiers,
    "degree": asked.degree,
    "topic": asked.topic,
    "written": numbers.written,
    "sentence": wording.words_in("words", 40.0),
    "right": wording.words_in("right", 20.0),
    "left": wording.words_in("left", 20.0),
    "position": standing.position,
    "leading": standing.leading,
    "beside": standing.beside,
    "speaker": standing.of_part("speaker"),
    "event": event.event,
    "names": event.names,
    "when": event.when,
    "place": event.place,
    "sets": numbers.sets,
    "manner": numbers.manner,
    "answers": numbers.answers,
    **{part.name: standing.of_part(part.name) for part in CONTEXT if part.evidence},
}
