"""Archives: zip, tar, gzip, bzip2, xz and what is packed in them. Nothing is written to disk, and bombs are bounded."""

from __future__ import annotations

import bz2
import functools
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import IO, Any

from factcheck.documents.entries import Found, Source
from factcheck.documents.model import Unread
from factcheck.documents.readers import Reader, by_name
from factcheck.documents.sidecar import ENDS as SIDECARS
from factcheck.errors import UnreadableError

MEMBERS = 50_000  # of one archive
_CHUNK = 1 << 20
_SMALL = 4_000_000  # bytes; what is smaller may be packed as tight as it likes
_TIGHTEST = 200  # times; news packs to a third, the same line over and over to a hundredth
_PACKED: dict[bytes, Callable[[IO[bytes]], Any]] = {b"\x1f\x8b": gzip.open, b"BZh": bz2.open, b"\xfd7z": lzma.open}
_TAR_NAMES = {".tgz": ".tar", ".tbz2": ".tar", ".txz": ".tar"}
_BROKEN = (zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, NotImplementedError)


class _TightError(UnreadableError):
    """A file that is packed as no text is."""


def read(source: Source) -> Iterator[Found]:
    """The files inside an archive, each as a source of its own."""
    try:
        yield from _read(source)
    except _BROKEN as error:
        why = " ".join(str(error).split())[:80]
        raise UnreadableError(f"broken as an archive ({why})", todo="unpack it with its own program") from error
    except RuntimeError as error:  # zipfile's word for a password
        raise UnreadableError("encrypted", todo="unpack it with its password and scan the folder") from error


def _read(source: Source) -> Iterator[Found]:
    if source.data.startswith(b"PK"):
        yield from _zipped(source)
        return
    unpack = next((unpack for magic, unpack in _PACKED.items() if source.data.startswith(magic)), None)
    if unpack is None:
        yield from _tarred(source)
        return
    path = PurePosixPath(source.path)
    name = str(path.with_suffix(_TAR_NAMES.get(path.suffix.lower(), "")))
    yield source.inside(name, _unpacked(unpack(io.BytesIO(source.data)), source, None, len(source.data)))


def _zipped(source: Source) -> Iterator[Found]:
    with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        names = {member.filename: member for member in members}
        office = "word/document.xml" in names or "content.xml" in names
        if office and "mimetype" not in names and "[Content_Types].xml" not in names:
            office = False
        if office:  # an office document under another name
            suffix = ".docx" if "word/document.xml" in names else ".odt"
            yield source.inside(source.path if source.path.endswith(suffix) else f"{source.path}{suffix}", source.data)
            return
        _check_members(len(members))
        if source.path.lower().endswith(".wacz"):
            members = [m for m in members if m.filename.endswith((".warc", ".warc.gz"))]

        for member in members:
            beside = functools.partial(_beside, archive, names, member.filename, source)
            opened = functools.partial(archive.open, member)
            yield from _member(source, member.filename, opened, (member.file_size, member.compress_size), beside)


def _beside(
    archive: zipfile.ZipFile, names: Mapping[str, zipfile.ZipInfo], of: str, source: Source, name: str
) -> bytes | None:
    """The bytes of the file of that name in the same folder of an archive as another one."""
    member = names.get(of[: of.rfind("/") + 1] + name)
    return _unpacked(archive.open(member), source, None, member.compress_size) if member is not None else None


def _tarred(source: Source) -> Iterator[Found]:
    with tarfile.open(fileobj=io.BytesIO(source.data), mode="r:") as archive:
        for count, member in enumerate(archive):
            _check_members(count)
            if member.isreg():
                opened = functools.partial(_opened, archive, member)
                yield from _member(source, member.name, opened, (member.size, member.size))


def _opened(archive: tarfile.TarFile, member: tarfile.TarInfo) -> IO[bytes]:
    return archive.extractfile(member) or io.BytesIO()


def _member(
    source: Source,
    name: str,
    opened: Callable[[], IO[bytes]],
    sizes: tuple[int, int],
    sibling: Callable[[str], bytes | None] = lambda _: None,
) -> Iterator[Found]:
    """One file of an archive, if it may be read; what is hidden or tells of another file is passed over.

    ``sizes`` are its bytes and those that it takes in the archive. What is wrong with it costs it alone.
    """
    parts = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", "..", ".")]
    if not parts or any(part.startswith((".", "__MACOSX")) for part in parts) or parts[-1].endswith(SIDECARS):
        return
    path = f"{source.path}/{'/'.join(parts)}"
    reader = by_name(parts[-1])
    if reader is None:
        what = PurePosixPath(parts[-1]).suffix
        yield Unread(path, f'"{what}" files are not read; save the text as .txt or .md')
    elif sizes[0] > reader.largest:
        yield Unread(path, f"{sizes[0] / 1e6:,.1f} MB is more than such a file may have; unpack it and split it")
    else:
        try:
            yield source.inside(path, _unpacked(opened(), source, reader, sizes[1]), sibling)
        except _TightError as error:
            yield Unread(path, str(error))


def _unpacked(handle: IO[bytes], source: Source, reader: Reader | None, packed: int) -> bytes:
    """All of a packed file, counted as it comes out: what it says of its own size is not believed."""
    largest = reader.largest if reader else source.budget.bytes
    parts, size = [], 0
    with handle:
        while chunk := handle.read(_CHUNK):
            size += len(chunk)
            source.budget.spend(len(chunk))
            if size > largest:
                raise UnreadableError("unpacks to more than a document may have", todo="unpack it and split it")
            if size > _SMALL and size > _TIGHTEST * packed:
                what = f"packed more than {_TIGHTEST} times tighter than it is: a bomb, not text"
                raise _TightError(what, todo="unpack it, if you know what it is")
            parts.append(chunk)
    return b"".join(parts)


def _check_members(count: int) -> None:
    if count > MEMBERS:
        raise UnreadableError(f"an archive of more than {MEMBERS:,} files", todo="unpack it and scan the folder")
