"""Which files a request means: files, folders, patterns, ``-`` for standard input."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from factcheck.documents.excluding import Excluder
from factcheck.documents.model import Unread, printable_path
from factcheck.documents.options import ReadOptions
from factcheck.documents.readers import by_name
from factcheck.documents.sidecar import ENDS as SIDECARS
from factcheck.marks import is_our_file

# README, LICENSE and the like speak about a folder; they are no articles unless they are asked for by name.
_FOLDER_NOTE = re.compile(r"[A-Z][A-Z_-]{3,}(?:\.(?:md|markdown|txt))?")
# What may lie beside the articles: the log of what people decided, the configuration, what is told of single files.
_BESIDE = ("decisions.jsonl", "factcheck.toml", *SIDECARS)


class Discovery(NamedTuple):
    """The files to read, what cannot be read, and what was passed over on purpose; each sorted by path.

    ``passed_over`` are notes about a folder, ``ours`` what factcheck wrote: reports are no articles.
    """

    sources: tuple[str, ...]
    unread: tuple[Unread, ...]
    passed_over: tuple[str, ...] = ()
    left_out: int = 0  # files and folders that the configuration or an ignore file names
    ours: tuple[str, ...] = ()


def discover(paths: Iterable[str | os.PathLike[str]], options: ReadOptions | None = None) -> Discovery:
    """Find the files behind ``paths``, each once, whatever the order and number of times they are named."""
    excluder = Excluder(options.exclude, options.root) if options else Excluder()
    sources: dict[str, str] = {}
    unread: dict[str, Unread] = {}
    passed_over: set[str] = set()
    for path in dict.fromkeys(os.fspath(path) for path in paths):
        for found in _find(path, excluder):
            if isinstance(found, Unread):
                unread.setdefault(found.path, found)
            elif found is not None:
                real = found if found == "-" else os.path.realpath(found)
                sources[real] = min(found, sources.get(real, found), key=lambda name: (len(name), name))
        if path != "-" and _is_folder(path):
            passed_over.update(str(note) for note in _walk(Path(path), [], Excluder()) if _is_note(note))
    ours = {path for path in (*sources.values(), *unread) if path != "-" and is_our_file(Path(path))}
    named = set(sources.values()) - ours
    told = {path: problem for path, problem in unread.items() if path not in ours}
    if ours and not named and not told:
        todo = "a report that factcheck wrote, no article; name the articles"
        told = {path: Unread(path, todo) for path in ours}
        ours = set()
    return Discovery(
        tuple(sorted(named)),
        tuple(replace(told[path], path=printable_path(path)) for path in sorted(told)),
        tuple(map(printable_path, sorted(passed_over - named))),
        excluder.left_out,
        tuple(map(printable_path, sorted(ours))),
    )


def _find(path: str, excluder: Excluder) -> Iterator[str | Unread]:
    if path == "-":
        yield path
    elif _is_folder(path):
        yield from _folder(path, excluder)
    elif _exists(path):
        yield _file(Path(path))
    elif glob.has_magic(path):
        yield from _pattern(path, excluder)
    else:
        yield Unread(path, "no such file or folder; check the path")


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except OSError:
        return False


def _exists(path: str) -> bool:
    try:
        return Path(path).exists()
    except OSError:
        return True  # reading it tells what is wrong


def _pattern(pattern: str, excluder: Excluder) -> Iterator[str | Unread]:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - absolute patterns too
    if not matches:
        yield Unread(pattern, "no file matches this pattern; check it, or name the folder")
    for match in matches:
        if match.endswith(_BESIDE):
            continue
        if not _is_folder(match):
            yield _file(Path(match))
        elif "**" not in pattern:  # which has visited the folder's files itself
            yield from _folder(match, excluder)


def _folder(path: str, excluder: Excluder) -> Iterator[str | Unread]:
    closed: list[Unread] = []
    found = [entry for entry in _walk(Path(path), closed, excluder) if not _is_note(entry)]
    yield from closed
    if not closed and not any(isinstance(_file(entry), str) for entry in found):
        yield Unread(path, "no files in this folder that can be read; `factcheck formats` lists those that can")
    for entry in found:
        if _leads_out(entry, path):
            yield Unread(str(entry), "a link that leads out of the folder; name what it leads to, to read that")
        elif not entry.is_dir():  # a link to a folder inside, whose files are found there
            yield _file(entry)


def _leads_out(entry: Path, folder: str) -> bool:
    """Whether a link in a folder leads to somewhere outside of it."""
    return entry.is_symlink() and not Path(os.path.realpath(entry)).is_relative_to(os.path.realpath(folder))


def _walk(folder: Path, closed: list[Unread], excluder: Excluder) -> Iterator[Path]:
    """The files of a folder and those below it that are not left out; what does not open goes to ``closed``.

    Links to folders are given as they are, and not followed.
    """
    for parent, folders, names in os.walk(folder, onerror=lambda error: closed.append(_closed(error))):
        here = Path(parent)
        folders[:] = sorted(
            name for name in folders
            if not name.startswith(".") and not excluder.hides(here / name, folder=True, top=folder)
        )  # fmt: skip
        links = [name for name in folders if (here / name).is_symlink()]
        for name in sorted([*names, *links]):
            beside = name.startswith(".") or name.endswith(_BESIDE)
            if not beside and not excluder.hides(here / name, folder=False, top=folder):
                yield here / name


def _closed(error: OSError) -> Unread:
    why = (error.strerror or str(error)).lower()
    return Unread(os.fspath(error.filename), f"{why}; check that it is a folder you may open")


def _is_note(path: Path) -> bool:
    return _FOLDER_NOTE.fullmatch(path.name) is not None


def _file(path: Path) -> str | Unread:
    if by_name(path.name) is None:
        rules = path.suffix == ".toml"
        what = f"for a folder of rules: --rules {path.parent}" if rules else "save the text as .txt or .md"
        return Unread(str(path), f'"{path.suffix}" files are not read; {what}')
    return str(path)
