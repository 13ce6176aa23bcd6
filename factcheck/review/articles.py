"""The articles under review: read once, and again only where a file or the rules changed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from factcheck.decisions import Log
from factcheck.decisions.files import State, state
from factcheck.documents import Discovery, ReadOptions, Unread, discover
from factcheck.errors import UsageError
from factcheck.figures import Extraction
from factcheck.ruleset import Ruleset, default_folders, load_ruleset, with_tolerances
from factcheck.scan import Progress, Scan, Work, assemble, extract_all
from factcheck.vocabulary import shipped_rules


class Articles:
    """Scans the same paths again and again; a document is read anew only when its file changed."""

    def __init__(
        self,
        paths: Sequence[str],
        *,
        rules: Sequence[Path] = (),
        options: ReadOptions | None = None,
        jobs: int | None = None,
        progress: Progress | None = None,
    ) -> None:
        if "-" in paths:
            raise UsageError("standard input cannot be reviewed", where="-", todo="save it to a file and name that")
        self._paths, self._rules = tuple(paths), tuple(rules)
        self._options = options or ReadOptions()
        self._jobs, self._progress = jobs, progress
        self._results: dict[str, tuple[State, list[Extraction | Unread]]] = {}
        self._discovery: Discovery = discover(self._paths, self._options)
        self.ruleset: Ruleset = self._load_rules()
        self._seen = self._states()

    def changed(self) -> bool:
        """Whether a file came, went or changed, or the rules did, since they were last asked about."""
        self._discovery = discover(self._paths, self._options)
        now = self._states()
        if now == self._seen:
            return False
        if _rules_of(now) != _rules_of(self._seen):
            self.ruleset = self._load_rules()
        self._seen = now
        return True

    def scan(self, log: Log | None = None) -> Scan:
        """The scan as of now, with people's corrections and decisions."""
        wanted = {source: self._seen[source] for source in self._discovery.sources}
        self._results = {path: known for path, known in self._results.items() if wanted.get(path) == known[0]}
        missing = [source for source in wanted if source not in self._results]
        work = Work(self.ruleset.vocabulary, self._options)
        progress, self._progress = self._progress, None  # later scans happen behind a screen of their own
        for path, results in extract_all(missing, work, self._jobs, None, progress):
            self._results[path] = (wanted[path], results)
        results = [result for _, results in self._results.values() for result in results]
        return assemble(results, self.ruleset, self._discovery, log)

    def _load_rules(self) -> Ruleset:
        self._results.clear()  # figures are read with the vocabulary of the rules
        return with_tolerances(load_ruleset(*default_folders(*self._rules)), self._options.tolerances)

    def _states(self) -> dict[str, State]:
        folders = (shipped_rules(), shipped_rules() / "context", *default_folders(*self._rules))
        rules = [str(path) for folder in folders for path in _files(folder)]
        return {path: state(path) for path in (*self._discovery.sources, *rules)}


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("**/*.toml")) if folder.is_dir() else [folder]


def _rules_of(states: dict[str, State]) -> dict[str, State]:
    return {path: mark for path, mark in states.items() if path.endswith(".toml")}
