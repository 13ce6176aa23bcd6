"""The pipeline: paths and a rule set to a `Scan`.

Importing this module is cheap; the stages are imported when a scan runs. What is done to one document depends on that
document and the rule set alone, so it may be done in worker processes without changing a byte of the result.
"""

from __future__ import annotations

import contextlib
import dataclasses
import gc
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal

from factcheck.errors import FactcheckError, UsageError

if TYPE_CHECKING:
    import datetime as dt

    from factcheck.claims import Claim
    from factcheck.comparing import Conflict, Policy
    from factcheck.decisions import Log, Review, Standing
    from factcheck.documents import Discovery, Document, ReadOptions, Unread
    from factcheck.figures import Extraction, Figure
    from factcheck.quantities import Seen
    from factcheck.records import Record, Value
    from factcheck.ruleset import Ruleset
    from factcheck.stories import Story
    from factcheck.vocabulary import Vocabulary

    Extracted = list[Extraction | Unread]  # what one file gave

Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]
Progress = Callable[[int, int], None]  # documents done, documents in all

PARALLEL_BYTES = 1_500_000  # below this, starting workers costs more than they save

# New objects before cycles are looked for. What a scan makes is held to its end and has no cycles, so looking through
# all of it every 700 objects, as Python does, takes a fifth of the time and frees nothing.
COLLECT_EVERY = 200_000


@dataclass(frozen=True, slots=True)
class Copied:
    """A copy of the document with the id ``of``; ``same`` tells by a figure's id which one of that document it is."""

    document: Document
    figures: tuple[Figure, ...]
    of: str
    same: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Scan:
    """Everything a scan found. ``questions`` holds every group of two figures or more, in the reader's order; each of
    them is in one of ``conflicts`` (to review), ``decided``, ``updates`` and ``agreeing``.

    ``rules_hash`` names the rule set it was made with; ``passed_over`` are files of the folders that are notes about
    them (README, LICENSE), not articles; ``left_out`` counts what the configuration leaves out; ``ours`` are reports
    that factcheck wrote; ``review`` holds what people decided, where a log of decisions was given. ``copies`` are
    documents that are one of ``documents`` once more: they count nowhere else.
    """

    documents: tuple[Document, ...]
    figures: tuple[Figure, ...]
    claims: tuple[Claim, ...]
    questions: tuple[Conflict, ...]
    seen: tuple[tuple[Document, Seen], ...]
    unread: tuple[Unread, ...]
    rules_hash: str
    statistics: dict[str, int] = field(default_factory=dict)
    passed_over: tuple[str, ...] = ()
    left_out: int = 0
    ours: tuple[str, ...] = ()
    review: Review | None = None
    stories: tuple[Story, ...] = ()
    copies: tuple[Copied, ...] = ()

    @property
    def standings(self) -> tuple[Standing, ...]:
        """Where each conflict stands with the people who review them; empty when no decisions were asked for."""
        return self.review.standings if self.review else ()

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What is to review: the groups that disagree and that nobody has decided, in the reader's order."""
        return self._flagged(decided=False)

    @property
    def decided(self) -> tuple[Conflict, ...]:
        """The groups that disagree, and of which somebody said whether they are a conflict."""
        return self._flagged(decided=True)

    def _flagged(self, *, decided: bool) -> tuple[Conflict, ...]:
        from factcheck.comparing import FLAGGED

        standings = self.standings or (None,) * len(self.questions)
        pairs = zip(self.questions, standings, strict=True)
        return tuple(
            c for c, standing in pairs if c.relation in FLAGGED and bool(standing and standing.decided) == decided
        )

    @property
    def updates(self) -> tuple[Conflict, ...]:
        """The groups in which a later count replaced an earlier one."""
        return tuple(conflict for conflict in self.questions if conflict.relation == "update")

    @property
    def agreeing(self) -> tuple[Conflict, ...]:
        """The groups whose figures can all be true at once."""
        return tuple(conflict for conflict in self.questions if conflict.relation in ("compatible", "agree"))

    def to_records(self, of: Literal["figures", "questions"] = "figures") -> list[Record]:
        """One row for each figure, or for each question that two or more answer, as plain values by column.

        ``pandas.DataFrame(scan.to_records())`` and ``polars.DataFrame(scan.to_records())`` take it as it is.
        """
        from factcheck.records import figure_records, question_records

        if of == "questions":
            return question_records(self.questions)
        return figure_records(self.figures, self.claims, self.questions)

    def table(self, of: Literal["figures", "questions"] = "questions") -> dict[str, list[Value]]:
        """The same by column, of the questions in the reader's order: ``pandas.DataFrame(scan.table())``."""
        records = self.to_records(of)
        return {column: [record[column] for record in records] for column in (records[0] if records else {})}

    def _repr_html_(self) -> str:
        from factcheck.display import paragraph, table

        rows = ((each.relation, each.group.question, f"{len(each.group.claims)} figures") for each in self.questions)
        return paragraph(repr(self)[1:-1]) + table(("Relation", "Question", "Figures"), rows)

    def __repr__(self) -> str:
        found = f"{len(self.documents)} documents, {len(self.figures)} figures, {len(self.questions)} groups"
        return f"<Scan: {found}, {len(self.unread)} not read>"


@dataclass(frozen=True, slots=True)
class Work:
    """What is the same for every document of a scan."""

    vocabulary: Vocabulary
    options: ReadOptions | None = None

    def extract(self, path: str, stdin: BinaryIO | None = None) -> Extracted:
        """Read one file and find the figures of its documents, or say why that cannot be done."""
        from factcheck.documents import Unread, printable_path, read_file

        try:
            found = read_file(path, self.options, stdin=stdin, vocabulary=self.vocabulary)
        except FactcheckError:
            raise
        except Exception as error:
            return [Unread(printable_path(path), _internal(error))]
        return [each if isinstance(each, Unread) else self._figures(each) for each in found]

    def _figures(self, document: Document) -> Extraction | Unread:
        from factcheck.documents import Unread
        from factcheck.figures import extract_figures

        try:
            return extract_figures(document, self.vocabulary)
        except FactcheckError:
            raise
        except Exception as error:  # one odd text must not cost the reader all the others
            return Unread(document.path, _internal(error))

    def extract_batch(self, paths: Sequence[str]) -> list[Extracted]:
        """`extract` for several files, in a worker process."""
        return [self.extract(path) for path in paths]


def _internal(error: Exception) -> str:
    return f"internal error ({type(error).__name__}: {error}); please report it with this file"


def scan(
    paths: Paths,
    ruleset: Ruleset | None = None,
    *,
    rules: Paths = (),
    published: dt.date | None = None,
    options: ReadOptions | None = None,
    log: Log | None = None,
    policy: Policy = "range",
    jobs: int | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
    strict: bool = True,
) -> Scan:
    """Read ``paths`` (files, folders, patterns, ``-``), find their figures, group them by claim and compare.

    ``rules`` are folders of rules laid over those that come with the tool; a loaded ``ruleset`` may be given instead.
    ``published`` is the date of documents that do not tell theirs, and ``options`` is all that may be told about
    reading, that date among it; ``log`` holds people's decisions; ``policy`` says
    which reading of a claim is called the best. ``jobs`` is the number of worker processes; without it, one for each
    core when there is enough to read. The result does not depend on it.

    What cannot be read is in ``unread`` of the result. Raises UsageError for a rules folder that is not there and, when
    ``strict``, for a path that is not there and where there is nothing at all to read.
    """
    from factcheck.documents import ReadOptions, discover
    from factcheck.ruleset import bundled_ruleset, load_ruleset, with_tolerances

    folders = [Path(folder) for folder in as_paths(rules)]
    ruleset = ruleset or (load_ruleset(*folders) if folders else bundled_ruleset())
    options = options or ReadOptions()
    options = dataclasses.replace(options, published=published or options.published)
    ruleset = with_tolerances(ruleset, options.tolerances)
    discovery = discover(as_paths(paths), options)
    if strict:
        _check_there(as_paths(paths), discovery)
    work = Work(ruleset.vocabulary, options)
    with _seldom_collecting():
        extracted = extract_all(discovery.sources, work, jobs, stdin, progress)
        results = tuple(result for _, results in extracted for result in results)
        return assemble(results, ruleset, discovery, log, policy)


def _check_there(paths: Sequence[str], discovery: Discovery) -> None:
    """Raises UsageError for the first path that is not there, or the first of several that give nothing to read."""
    from factcheck.documents import printable_path

    gone = {printable_path(path) for path in paths if not os.path.lexists(path)}
    missing = next((each for each in discovery.unread if each.path in gone or not discovery.sources), None)
    if missing is not None:
        raise UsageError(missing.why, where=missing.path)


@contextlib.contextmanager
def _seldom_collecting() -> Iterator[None]:
    before = gc.get_threshold()
    gc.set_threshold(COLLECT_EVERY)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def assemble(
    results: Sequence[Extraction | Unread],
    ruleset: Ruleset,
    discovery: Discovery | None = None,
    log: Log | None = None,
    policy: Policy = "range",
) -> Scan:
    """The second half of a scan: each document once, its figures numbered in order, claimed, grouped and compared."""
    from factcheck.claims import claim_figures
    from factcheck.documents import Unread
    from factcheck.grouping.bounds import bounded
    from factcheck.stories.copies import part_copies

    kept, copied = part_copies(result for result in results if not isinstance(result, Unread))
    extractions = number(kept)
    unread = [result for result in results if isinstance(result, Unread)]
    unread += [problem for extraction in extractions for problem in _broken_sentences(extraction)]
    documents = tuple(extraction.document for extraction in extractions)
    figures = tuple(figure for extraction in extractions for figure in extraction.figures)
    claims = tuple(claim_figures(figures, ruleset))
    compared, limits = bounded(claims)
    judged = _judge(compared, documents, figures, ruleset, log, policy)
    return Scan(
        documents=documents,
        figures=figures,
        claims=claims,
        questions=judged.conflicts,
        seen=tuple((extraction.document, seen) for extraction in extractions for seen in extraction.seen),
        unread=tuple(sorted([*(discovery.unread if discovery else ()), *unread, *limits], key=_by_place)),
        rules_hash=ruleset.sha256,
        statistics=judged.statistics,
        passed_over=discovery.passed_over if discovery else (),
        left_out=discovery.left_out if discovery else 0,
        ours=discovery.ours if discovery else (),
        review=judged.review,
        copies=_numbered_copies(copied, extractions),
        stories=judged.stories,
    )


def _broken_sentences(extraction: Extraction) -> Iterator[Unread]:
    from factcheck.documents import Unread
    from factcheck.figures import MOST_NUMBERS

    document = extraction.document
    for fault in extraction.faults:
        why = f"this sentence could not be read ({fault.error}); please report it"
        yield Unread(document.path, why, document.line(fault.span.start))
    if extraction.cut is not None:
        why = f"more than {MOST_NUMBERS:,} numbers: nothing from here on is read; split the text into articles"
        yield Unread(document.path, why, document.line(extraction.cut))


def _by_place(problem: Unread) -> tuple[str, int]:
    return problem.path, problem.line or 0


@dataclass(frozen=True, slots=True)
class _Judged:
    conflicts: tuple[Conflict, ...]
    stories: tuple[Story, ...]
    statistics: dict[str, int]
    review: Review | None = None


def _judge(
    claims: tuple[Claim, ...],
    documents: tuple[Document, ...],
    figures: tuple[Figure, ...],
    ruleset: Ruleset,
    log: Log | None,
    policy: Policy,
) -> _Judged:
    """Groups, as people corrected them, with their verdicts, their stories, and what people decided on them."""
    from factcheck.comparing import compare_groups
    from factcheck.grouping import group_claims
    from factcheck.stories import tell_stories

    vocabulary = ruleset.vocabulary
    grouping = group_claims(claims, vocabulary)
    decided = log if log is not None and log.decisions else None
    corrected = None
    if decided is not None:
        from factcheck.decisions import Review, apply_corrections
        from factcheck.decisions import review as review_conflicts

        corrected = apply_corrections(grouping.groups, claims, decided, documents=documents)
    groups = corrected.groups if corrected else grouping.groups
    conflicts = compare_groups(groups, vocabulary, policy=policy, claims=claims)
    ties = [[claim.figure.document.id for claim in conflict.group.claims] for conflict in conflicts]
    stories = tell_stories(documents, figures, grouping.events, ties, vocabulary)
    conflicts = number_groups(conflicts, stories)
    judged = _Judged(conflicts, stories, dict(grouping.statistics))
    if decided is None or corrected is None:
        return judged
    review = review_conflicts(conflicts, decided, documents=documents, figures=figures)
    return dataclasses.replace(judged, review=Review(review.standings, (*review.stale, *corrected.stale)))


def reviewed(found: Scan, log: Log) -> Scan:
    """The same scan under another log, one that corrects no group differently."""
    from factcheck.decisions import CORRECTIONS, Review
    from factcheck.decisions import review as review_conflicts

    now = review_conflicts(found.questions, log, documents=found.documents, figures=found.figures)
    before = found.review.stale if found.review else ()
    corrections = (each for each in before if each.decision.kind in CORRECTIONS)
    return dataclasses.replace(found, review=Review(now.standings, (*now.stale, *corrections)))


def number(extractions: Iterable[Extraction], documents: int = 0, figures: int = 0) -> tuple[Extraction, ...]:
    """The same extractions sorted by path, documents numbered d1, d2, … and figures f1, f2, … through all of them.

    ``documents`` and ``figures`` are how many have numbers already.
    """
    numbered = []
    for n, extraction in enumerate(sorted(extractions, key=lambda e: e.document.order), start=documents + 1):
        document = dataclasses.replace(extraction.document, id=f"d{n}")
        ids = {figure.id: f"f{figures + k}" for k, figure in enumerate(extraction.figures, start=1)}
        figures += len(ids)
        numbered.append(
            dataclasses.replace(
                extraction,
                document=document,
                figures=tuple(_renamed(figure, document, ids) for figure in extraction.figures),
            )
        )
    return tuple(numbered)


def _numbered_copies(copied: Sequence[tuple[Extraction, str]], kept: Sequence[Extraction]) -> tuple[Copied, ...]:
    from factcheck.stories.copies import original_figures

    of = {copy.document.path: path for copy, path in copied}
    originals = {extraction.document.path: extraction for extraction in kept}
    numbered = number((copy for copy, _ in copied), len(kept), sum(len(each.figures) for each in kept))
    found = []
    for copy in numbered:
        original = originals[of[copy.document.path]]
        found.append(Copied(copy.document, copy.figures, original.document.id, original_figures(copy, original)))
    return tuple(found)


def _renamed(figure: Figure, document: Document, ids: Mapping[str, str]) -> Figure:
    whole = ids.get(figure.whole) if figure.whole else None
    return dataclasses.replace(figure, id=ids[figure.id], document=document, whole=whole)


def number_groups(conflicts: Iterable[Conflict], stories: Iterable[Story] = ()) -> tuple[Conflict, ...]:
    """The same groups with the ids g1, g2, … in the reader's order, and questions of which no two are the same."""
    from factcheck.claims import Asked, ask

    listed = tuple(conflicts)
    named = {document: story.name for story in stories for document in story.documents}
    firsts = (conflict.group.claims[0].figure.document.id for conflict in listed)
    told = zip(listed, (named.get(first, "") for first in firsts), strict=True)
    questions = ask(
        [
            Asked(each.group.claims, each.group.question, story, each.deciding.a if each.deciding else None)
            for each, story in told
        ]
    )
    return tuple(
        dataclasses.replace(conflict, group=dataclasses.replace(conflict.group, id=f"g{n}", question=question))
        for n, (conflict, question) in enumerate(zip(listed, questions, strict=True), start=1)
    )


def extract_all(
    sources: Sequence[str], work: Work, jobs: int | None, stdin: BinaryIO | None, progress: Progress | None
) -> Iterator[tuple[str, Extracted]]:
    """Each source with the figures of its documents, by workers where that is worth their start, in any order."""
    files = [source for source in sources if source != "-"]
    workers = min(_workers(files, jobs), len(files))
    found = _in_workers(files, work, workers) if workers > 1 else map(work.extract, files)
    for done, (path, results) in enumerate(zip(files, found, strict=True), start=1):
        if progress is not None:
            progress(done, len(files))
        yield path, results
    if len(files) < len(sources):
        yield "-", work.extract("-", stdin)


def _in_workers(files: Sequence[str], work: Work, workers: int) -> Iterator[Extracted]:
    """Batches of files to worker processes: few enough that what they share is sent seldom, enough to stay busy."""
    from concurrent.futures import ProcessPoolExecutor

    size = max(1, min(64, len(files) // (workers * 6)))
    batches = [files[at : at + size] for at in range(0, len(files), size)]
    with ProcessPoolExecutor(workers, initializer=leave_interrupts) as pool:
        for results in pool.map(work.extract_batch, batches):
            yield from results


def leave_interrupts() -> None:
    """In a worker: Control-C reaches every process of a terminal; it ends at once and leaves the telling to one."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _workers(files: Sequence[str], jobs: int | None) -> int:
    if jobs is not None:
        return max(1, jobs)
    if len(files) < 2 or _size(files) < PARALLEL_BYTES:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _size(files: Sequence[str]) -> int:
    """The bytes of all files, as far as they can be asked for."""
    total = 0
    for path in files:
        try:
            total += Path(path).stat().st_size
        except OSError:
            continue
    return total


def as_paths(paths: Paths) -> tuple[str, ...]:
    """One path or several, as a tuple."""
    if isinstance(paths, (str, os.PathLike)):
        return (os.fspath(paths),)
    return tuple(os.fspath(path) for path in paths)
