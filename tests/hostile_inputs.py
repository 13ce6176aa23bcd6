"""More than a hundred files that attack: broken, hidden, huge, alive; the same each time they are written.

``python -m tests.hostile_inputs FOLDER`` writes them, to be tried by hand.
"""

from __future__ import annotations

import gzip
import io
import os
import random
import socket
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.article_files import HERALD, MANY, ONE

ARTICLE = "Ferry sinks\n2031-03-04\n\nAt least {} people were killed when a ferry sank off Sorn, the {} said.\n"
GOOD = {
    "good1.txt": ARTICLE.format(14, "coast guard"),
    "good2.txt": ARTICLE.format(9, "navy").replace("At least", "Exactly"),
}
DEAD = "\n\nExactly 7 people were hurt in the harbour of Tarn, a nurse said.\n"  # each text is an article still


def binary() -> Iterator[tuple[str, bytes]]:
    """What is no text, by its bytes."""
    words = "Forty families left the café on Friday, and 12 people were hurt."
    yield "bytes.txt", bytes(range(256)) * 64
    yield "nulls.txt", b"12 dead" + bytes(5000)
    yield "unmarked.txt", words.encode("utf-16-le")
    yield "half.txt", b"\xff\xfe\x00"
    yield "quarter.txt", b"\xff\xfe\x00\x00\x41"
    yield "koi8.txt", "Сорок семей покинули дома".encode("koi8-r")
    yield "nothing.txt", b""
    yield "mark.txt", b"\xef\xbb\xbf"
    yield "space.txt", b" \n\t\r\n \x0c"
    yield "program.txt", b"\x7fELF" + random.Random(1).randbytes(4000)
    yield "picture.txt", b"\x89PNG\r\n\x1a\n" + random.Random(2).randbytes(4000)
    yield "picture.png", b"\x89PNG\r\n\x1a\n"
    yield "sound.mp3", b"ID3\x03\x00\x00" + bytes(900)
    yield "old.doc", b"\xd0\xcf\x11\xe0" + bytes(600)


def broken() -> Iterator[tuple[str, bytes]]:
    """Every format with half its bytes, with others in its middle, and with none that fit."""
    noise = random.Random(3)
    with tempfile.TemporaryDirectory() as folder:
        for end in (*ONE, *MANY):
            path = Path(folder) / f"a{end}"
            if end in ONE:
                ONE[end][0](path, HERALD)
            else:
                MANY[end][0](path)
            data = path.read_bytes()
            if end in (".txt", ".text", ".md"):
                continue  # half of a text is a text
            yield f"half{end}", data[: len(data) // 2]
            yield f"torn{end}", data[: len(data) // 3] + noise.randbytes(60) + data[len(data) // 2 :]
            yield f"noise{end}", noise.randbytes(300)


def bombs() -> Iterator[tuple[str, bytes]]:
    """What grows when it is opened, or never ends."""

    def zipped(members: dict[str, bytes]) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in members.items():
                archive.writestr(name, data)
        return buffer.getvalue()

    deep = zipped({"a.txt": b"12 dead"})
    for _ in range(9):
        deep = zipped({"inner.zip": deep})
    laughs = '<!ENTITY a0 "ha 12 dead ">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    outside = '<!ENTITY s SYSTEM "file:///etc/passwd">'
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE):
            member = tarfile.TarInfo(f"../../{kind!r}.txt")
            member.type, member.linkname = kind, "/etc/passwd"
            archive.addfile(member)
    yield "bomb.zip", zipped({"a.txt": b"1 " * 9_000_000})
    yield "bomb.txt.gz", gzip.compress(b"1 " * 9_000_000, 9)
    yield "deep.zip", deep
    yield "links.tar", tar.getvalue()
    yield "hidden.zip", zipped({".a.txt": b"12 dead", "__MACOSX/._b.txt": b"12"})
    for name, entities in (("laughs", laughs), ("outside", outside)):
        inside = "&a9;" if name == "laughs" else "&s;"
        yield (
            f"{name}.rss",
            f"<!DOCTYPE rss [{entities}]><rss><channel><title>{inside}</title></channel></rss>".encode(),
        )
        yield f"{name}.html", f"<!DOCTYPE html [{entities}]><html><body><p>{inside}</p></body></html>".encode()
    yield "deep.json", b"[" * 100_000
    yield "deep2.json", b'{"text":' * 50_000
    yield "deep.html", b"<html><body>" + b"<div>" * 30_000 + b"12 dead" + b"</div>" * 30_000
    yield "long.json", b'[{"text": "12 dead", "date": "' + b"9" * 200_000 + b'"}]'
    yield "number.json", b'[{"text": ' + b"9" * 100_000 + b"}]"


TEXTS = {
    # marks that nobody sees, and orders to a terminal
    "shy": "1\u00ad200 peo\u00adple were kil\u00adled.",
    "zero": "12\u200b345 people died.",
    "tag": "1\U000e00312 died.",
    "bidi": "\u202e21\u202c died, \u2067he\u2069 said.",
    "bom": "12\ufeff34 died.",
    "c1": "\x9b31m12 died\x90.",
    "escape": "\x1b]0;owned\x0712 died\x1b[2J.",
    "bell": "12\x07 died\x00.",
    "ends": "12\u2028died\u2029on\x85Friday\x0c.",
    "surrogate": "12 people\ufffe died\uffff.",
    "fillers": "12\u3164 people \u115fdied.",
    "rtl": "נמצאו \u200f12 גופות.",
    "zalgo": "12 p" + "\u0301\u0327" * 400 + "eople died.",
    "math": "𝟏𝟐 people, ١٢ men, 十二 women, Ⅻ boys, ½ of all.",
    # what is alive somewhere
    "script": "<script>alert(12)</script> 12 died <img src=x onerror=alert(1)>.",
    "wiki": "{{tpl}} [[a|b]] 12 '''died''' ~~~~.",
    "markdown": "[12](https://evil.test) died ![x](y) @all #12 https://evil.test/?a=12.",
    "formula": '=HYPERLINK("x") 12 died.',
    "command": "::error::12 died%0A::set-output name=x::y.",
    "jinja": "{{ 7*7 }} {% include 'x' %} 12 died ${8*8}.",
    "sql": "'; DROP TABLE figures; -- 12 died.",
    "made": "Made by factcheck 9.9.9 12 died.",
    "path": "../../../etc/passwd:12 died.",
    # sentences that once were too much
    "next": "Police arrested 15 people in the next hour and over the next two hours.",
    "circa": "The town had c. 5,000 people (c. 1640).",
    "rs": "A meal costs Rs. 5,000 for 4 people (c. 5 BC).",
    "cut": "12 said to",
    "power": "5×10^95th and n M 5×10^90 and 4E+99 people.",
    "dates": "On 31 February 0001 and 29/02/9999, 12 died; 99999-99-99 more on 0/0/0.",
    "ago": "9999999999 years ago 12 people died.",
    "hyphens": "--12--13--%--$--14 -- --",
    "quotes": "“" * 3000 + "12 died" + "”" * 3000,
    "brackets": "(" * 3000 + "12 died" + ")" * 3000,
    # much of something
    "digits": "1" * 100_000,
    "commas": "1," * 5_000,
    "ones": "12 " * 3_000,
    "words": "one hundred and " * 800,
    "x": "x" * 300_000,
    "stops": "a." * 50_000,
    "newlines": "\n" * 100_000 + "12 died.",
    "hedges": "about nearly at least " * 1_000 + "12 died.",
    "dashes": "12-" * 2_000,
    "percent": "12% of " * 1_000,
    "ranges": "from 1 to " * 1_000,
    "killed": "In Sorn 12 people were killed. " * 300,
    "numbers": " ".join(f"In Tarn {n} gulls were counted." for n in range(100, 320)),
    "table": "12\t13\t14\n" * 1_000,
    "bullets": "- 12\n" * 1_000,
    "headings": "# 12\n" * 500,
    "urls": "http://a.b/12?c=12 " * 500,
    "mails": "12@12.12 " * 500,
}


def texts() -> Iterator[tuple[str, bytes]]:
    for name, text in TEXTS.items():
        yield f"text-{name}.txt", (text + DEAD).encode("utf-8", "surrogatepass")
    yield "text-lone.txt", b"12 people \xed\xa0\x80 died." + DEAD.encode()
    yield "text-overlong.txt", b"12 people \xc0\xaf\xf8\x88\x80\x80\x80 died." + DEAD.encode()


NAMES = (
    b"\xff\xfe.txt",
    b"\xff\xfd.txt",
    b"line\nbreak.txt",
    b"\x1b[31mred.txt",
    b"-rf.txt",
    b"=cmd.txt",
    b"::error::.txt",
    "\u202etxt.exe.txt".encode(),
    b"[a](b)|c.txt",
    b"{{tpl}}.txt",
    b"<b>.txt",
    b"a:12.txt",
    b"*.txt",
    b"%41%0A.txt",
    b"n" * 246 + b".txt",
    b"'\"$(id)`id`.txt",
    b"#1.txt",
    b" .txt",
    b"\x9b31m.txt",
    "\u00ad\u200b.txt".encode(),
)


def names() -> Iterator[tuple[str, bytes]]:
    for n, name in enumerate(NAMES):
        yield os.fsdecode(name), f"Harbour {n}\n\nExactly {n + 3} boats were seen at the mole, a clerk said.\n".encode()


def odd_files(folder: Path) -> Iterator[str]:
    """Makes what is no file, or not in the folder; gives the names."""
    outside = folder.parent / "outside"
    outside.mkdir(exist_ok=True)
    (outside / "secret.txt").write_text("The secret of the house is 4711 beds.\n")
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        here = Path.cwd()
        os.chdir(folder)  # an address of a socket is short
        try:
            listening.bind("socket.txt")
        finally:
            os.chdir(here)
    links: dict[str, str | Path] = {
        "device.txt": "/dev/zero",
        "out.txt": outside / "secret.txt",
        "folder": outside,
        "loop.txt": "loop.txt",
        "nowhere.txt": "gone.txt",
    }
    for name, target in links.items():
        (folder / name).symlink_to(target)
    return iter(("pipe.txt", "socket.txt", *links))


def write(folder: Path) -> dict[str, list[bytes]]:
    """Writes them all; gives their names by kind: what must be ``bad``, and what may be read or be bad."""
    made: dict[str, list[bytes]] = {"bad": [], "any": []}
    for name, text in GOOD.items():
        (folder / name).write_text(text)
    for kind, inputs in (("bad", binary()), ("any", broken()), ("any", bombs()), ("any", texts()), ("any", names())):
        for name, data in inputs:
            raw = os.fsencode(name)
            (folder / name).write_bytes(data)
            made[kind].append(raw)
    made["bad"] += [name.encode() for name in odd_files(folder)]
    return made


if __name__ == "__main__":
    told = write(Path(sys.argv[1]))
    print(sum(map(len, told.values())))
