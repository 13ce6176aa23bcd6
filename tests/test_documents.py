"""Reading: what a page's lines are, what is known of it, how bytes become text, which files a request means."""

from __future__ import annotations

import dataclasses
import datetime as dt
import errno
import os
from pathlib import Path
from typing import Any

import pytest

from factcheck.documents import Document, Unread, discover, document_from_text, read_documents, read_file
from factcheck.documents.dates import date_in_name, find_date
from factcheck.documents.outlets import outlet_of
from factcheck.documents.readers import READERS

BODY = "The river rose by two metres on Friday, and 40 families left their homes before dawn."


def read_document(path: str) -> Document | Unread:
    (found,) = read_file(path)
    return found


def kinds(text: str) -> list[tuple[str, str]]:
    """Each block as (kind, first 30 characters)."""
    return [(block.kind, block.span.of(text)[:30]) for block in document_from_text(text).blocks]


LINES = [
    # (line, what it is between two paragraphs)
    ("Advertisement", "furniture"),
    ("Story Continued Below", "furniture"),
    ("LISTEN TO ARTICLE 4:12 SHARE THIS ARTICLE Share Tweet Post Email", "furniture"),
    ("Tags: , ,", "furniture"),
    ("Share Tweet Email Print", "furniture"),
    ("Slideshow (12 images)", "furniture"),
    ("This article is more than 3 years old", "furniture"),
    ("Click on bars to see headlines", "furniture"),
    ("Powered by Hale Press", "furniture"),
    ("Powered by higher taxes, the deficit fell to 12 crowns.", "paragraph"),
    ("Report an issue with this summary", "furniture"),
    ("Copyright © 2019 The Valley Courier, LLC. All rights reserved.", "furniture"),
    ("Sign up for our newsletter to get 5 stories a day", "furniture"),
    ("Are you affected by the flood? Text your photos to 555-014-2222.", "furniture"),
    ("8 years ago", "furniture"),
    ("[image]", "furniture"),
    # teasers of other stories
    ("Read also: Storm kills 16 in the south", "furniture"),
    ("( PHOTOS: 9 bridges that fell)", "furniture"),
    ("[Read: The 12 lessons of the flood]", "furniture"),
    ("(Also on the Herald: 40 roads closed)", "furniture"),
    ("Related Storm kills 16 in the south", "furniture"),
    ("Related coverage Mayor sells 12 houses", "furniture"),
    ("Don't miss: 40 ideas for your garden", "furniture"),
    ("Opinion: The 3 mistakes of the mayor", "furniture"),
    # counters, ratings, players
    ("prev next Image 2 of 3", "furniture"),
    ("PHOTO GALLERY | 1 of 38 IMAGES", "furniture"),
    ("1 / 18", "furniture"),
    ("1.2K shares 36 comments", "furniture"),
    ("Rate this article: 4.1 out of 5 (738 votes)", "furniture"),
    ("JUST WATCHED Bridge falls Replay More Videos ... MUST WATCH Bridge falls 02:40", "furniture"),
    ("Mayor speaks of 12 dead Listen · 4:59 4:59", "furniture"),
    # addresses, menus, consent, code
    ("https://herald.example/2031/03/12/40-dead", "furniture"),
    ("Read or share this story: https://herald.example/2031/12/5-dead/2212625002/", "furniture"),
    ("See the documents: herald.example/a/12", "furniture"),
    ("Home | World | Sport (12) | Opinion | Weather 14", "furniture"),
    ("News · Politics · Live 3", "furniture"),
    ("We and our 761 partners store cookies on your device and process data for 390 days.", "furniture"),
    ("Please accept 14 cookies in your browser settings so that we can show you ads.", "furniture"),
    ("@media only screen and (min-width : 500px) {.wide { display: none; }}", "furniture"),
    ("<!-- ad_size = '300x250'; ad_place = '12'; //-->", "furniture"),
    ("var slots = ['top', 728, 90];", "furniture"),
    # credits
    ("Photo: Ann Example / Herald (CC BY 2.0)", "byline"),
    ("[Image via: Picture Agency 24]", "byline"),
    ("Contributing: Ann Example, Bo Sample", "byline"),
    ("Update 5:53 p.m. ET", "metadata"),
    ("Updated Monday 5/27 3:00 a.m. ET", "metadata"),
    # what looks like furniture and is text
    ("Photos: 12 homes burned down in Elmsford", "caption"),
    ("Related costs rose to $12 million.", "paragraph"),
    ("More than 40 families left, and 4 of 5 roads were closed", "heading"),
    ("Police have one more lead: the van left at 12:40", "heading"),
    ("The winner finished in 2:04:30", "heading"),
    ("He read all 12 reports: “None is good.”", "paragraph"),
    ("Anna read: 12 lines, then 14.", "paragraph"),
    ("The bakery sold 300 cookies to its partners.", "paragraph"),
    ("The regulator fined 3 firms over cookies, privacy and consent.", "paragraph"),
    ("He wrote about it on herald.example/12 and was fined $40.", "paragraph"),
    ("World leaders | 12 met on Monday | the sport of kings | 40 guests", "heading"),
    ("If x = 12, then the town has 40 families.", "paragraph"),
    ("Update: 12 more people were found.", "paragraph"),
    ("163 total sources", "heading"),
    ("Coverage gathered from 163 media outlets", "heading"),
    ("He shared 12 photos of the damage.", "paragraph"),
    ("The mayor asked people to share what they have.", "paragraph"),
    ("Print runs fell to 30,000 copies.", "paragraph"),
    ("Email and post workers, 400 of them, walked out.", "paragraph"),
    ("12 years ago the bridge fell.", "paragraph"),
    # pictures
    ("Rescuers at the quay on 3 May. (AP Photo/Ann Example)", "caption"),
    ("The damaged bridge. REUTERS/Ann Example", "caption"),
    ("Enlarge this image toggle caption Ann Example/Getty Images", "caption"),
    ("He bought 3 works from Getty Images. The fourth was a gift.", "paragraph"),
    # authors
    ("Ann Example and Bo Sample contributed to this report.", "byline"),
    ("Reporting by Ann Example in Riga", "byline"),
    ("By Friday, 40 people had left", "heading"),
    # dates
    ("Updated at 10:15 p.m. ET", "metadata"),
    ("Published: March 13, 2013", "metadata"),
    ("On March 13, 2013 the bridge fell.", "paragraph"),
    # headings and lists
    ("What happens next?", "heading"),
    ("Three dead in Larnaca", "heading"),
    ("## Second day", "heading"),
    ("“We are safe,” he said.", "paragraph"),
    ("• 12 people were hurt", "bullet"),
    ("- 12 people were hurt", "bullet"),
    ("3. Boil the water", "bullet"),
    ("** 12 people were hurt", "bullet"),
    ("-- 12 people were hurt", "bullet"),
    ("**12 people** were hurt in the fall.", "paragraph"),
    ("- 12 people were hurt" + ", and the rest were told to stay where they were" * 15 + ".", "bullet"),
    ("3.5 million people were hurt", "heading"),
]


@pytest.mark.parametrize(("line", "kind"), LINES, ids=[line[:40] for line, _ in LINES])
def test_line(line: str, kind: str) -> None:
    text = f"{BODY}\n\n{BODY}\n\n{line}\n\n{BODY}\n"
    assert kinds(text)[2] == (kind, line[:30])


TEASED = [
    (f"{BODY} (RELATED: Storm Kills 16 In The South)", ["paragraph", "furniture"]),
    (f"{BODY} [Read more: 12 things to know] {BODY}", ["paragraph", "furniture", "paragraph"]),
    (f"{BODY} ( IN 90 SECONDS: The flood)", ["paragraph", "furniture"]),
    (f"{BODY} (His brother: 12 years old.)", ["paragraph"]),
    (f"{BODY} (USA) He lost 12 cows.", ["paragraph"]),
]


@pytest.mark.parametrize(("line", "found"), TEASED)
def test_a_teaser_among_sentences(line: str, found: list[str]) -> None:
    assert [kind for kind, _ in kinds(f"{BODY}\n\n{line}\n\n{BODY}\n")] == ["paragraph", *found, "paragraph"]


def test_a_menu_of_lines_and_a_list_of_games() -> None:
    menu = "\n".join(("Home", "World 12", "Sport", "Opinion (33)", "My Tarn"))
    assert [kind for kind, _ in kinds(f"{menu}\n\nFlood in Riga\n2031-03-04\n\n{BODY}\n")] == [
        *["furniture"] * 5, "title", "metadata", "paragraph"
    ]  # fmt: skip
    games = "\n".join(("Tarn 3 Sela 1", "Riga 2 Orsa 2", "Norham 0 Elmsford 4"))
    assert "furniture" not in [kind for kind, _ in kinds(f"{BODY}\n\n{games}\n\n{BODY}\n")]


@pytest.mark.parametrize(
    "teaser", ["Read also: Storm kills 16", "Related Storm kills 16 in the south", "( PHOTOS: 9 bridges that fell )"]
)
def test_a_teaser_is_never_the_headline(teaser: str) -> None:
    assert document_from_text(f"{teaser}\nFlood in Riga\n\n{BODY}\n").title == "Flood in Riga"
    assert document_from_text(f"{teaser}\n\n{BODY}\n").title is None


@pytest.mark.parametrize(
    "line", ["RIGA | Tue Apr 28, 2009 RIGA (Reuters) - What's in a name?", "TARN, 4 March 2031 - 12 dead"]
)
def test_a_dateline_is_no_headline(line: str) -> None:
    assert document_from_text(f"{line}\n\n{BODY}\n").title is None


@pytest.mark.parametrize("rule", ["___", "***", "• • •", "–", "====", "---"])
def test_rule_of_marks_is_no_block(rule: str) -> None:
    assert len(kinds(f"{BODY}\n\n{rule}\n\n{BODY}\n")) == 2


HEADERS = [
    # (text, title, published, how it is known, first block of text)
    (f" date 2025-06-01 {BODY}", None, "2025-06-01", "header", BODY),
    (f"Flood in Riga\n\n2025-06-01\n\n{BODY}", "Flood in Riga", "2025-06-01", "header", BODY),
    (f"Flood hits Riga, 3 dead.\n\n2025-06-01\n\n{BODY}", "Flood hits Riga, 3 dead.", "2025-06-01", "header", BODY),
    (f"Flood in Riga\nMAR. 14, 2013, 8:12 PM\n{BODY}", "Flood in Riga", "2013-03-14", "header", BODY),
    (f"Flood in Riga\nTuesday, July 2nd, 2013\n{BODY}", "Flood in Riga", "2013-07-02", "header", BODY),
    (f"Flood in Riga\nTue Jul 2, 2013 1: 28PM GMT\n{BODY}", "Flood in Riga", "2013-07-02", "header", BODY),
    (f"Flood in Riga\non July 02 2013 7:41 AM\n{BODY}", "Flood in Riga", "2013-07-02", "header", BODY),
    (f"Flood in Riga\nWEDNESDAY 03 JULY 2013\n{BODY}", "Flood in Riga", "2013-07-03", "header", BODY),
    (f"Flood\nUpdated: May 4, 2020\nPublished: May 3, 2020\n{BODY}", "Flood", "2020-05-03", "label", BODY),
    (f"Flood\nPUBLISHED: 02:31 GMT, 3 May 2020 | UPDATED: 4 May 2020\n{BODY}", "Flood", "2020-05-03", "label", BODY),
    (f"Flood\nPublished 2025-06-01 · 7 min read · 713 comments\n{BODY}", "Flood", "2025-06-01", "header", BODY),
    (f"Flood in Riga\n2025-06-01 765 views\n{BODY}", "Flood in Riga", "2025-06-01", "header", BODY),
    (f"Flood in Riga\nTarn Herald, 1 June 2025\n{BODY}", "Flood in Riga", "2025-06-01", "header", BODY),
    (f"Flood in Riga\nBy Ann Example | June 1, 2025, 10:15 AM\n{BODY}", "Flood in Riga", "2025-06-01", "header", BODY),
    (f"Flood in Riga\nRIGA 01-Jun-2025\n{BODY}", "Flood in Riga", "2025-06-01", "header", BODY),
    (f"Flood\n— Ann Example (@ann) June 1, 2025\n{BODY}", "Flood", None, None, "— Ann Example (@ann) June 1, 2025"),
    (f"Flood\nOn 1 June 2025 12 people died\n{BODY}", "Flood", None, None, "On 1 June 2025 12 people died"),
    (f"Flood in Riga\n3 Oct 2016 {BODY}", "Flood in Riga", "2016-10-03", "header", f"3 Oct 2016 {BODY}"),
    (f"Flood in Riga\n{BODY} It was 3 Oct 2016 then.", "Flood in Riga", None, None, f"{BODY} It was 3 Oct 2016 then."),
    (f"---\ntitle: Flood in Riga\ndate: 2020-05-03\n---\n{BODY}", "Flood in Riga", "2020-05-03", "front_matter", BODY),
    (f"Title: Flood in Riga\nDate: 3 May 2020\n\n{BODY}", "Flood in Riga", "2020-05-03", "label", BODY),
    (f"# Flood in Riga\n\n{BODY}", "Flood in Riga", None, None, BODY),
    (f"{BODY}\n{BODY}", None, None, None, BODY),
    (f"Advertisement\nFlood in Riga\n{BODY}", "Flood in Riga", None, None, BODY),
    # a list with keys in bold is the document's own data whatever the key; one of the text's is not
    (f"## Metadata\n\n- **Source**: Coast Wire\n- **Depth**: 3\n- **Date**: 2031-03-04\n\n{BODY}",
     None, "2031-03-04", "label", BODY),
    (f"# Flood\n\n* **URL**: http://a.org\n* **HTTP Status**: 200\n* **Date**: 2031-03-04\n\n{BODY}",
     "Flood", "2031-03-04", "label", BODY),
    ("- **Dead**: 12\n- **Hurt**: 40\n- **Source**: police\n", None, None, None, "- **Dead**: 12"),
    # a page saved with its ticker and menus; what is nothing but a ticker is a text
    (f"News\nLens\n11:02\nPort opens\n10:40\nBridge shut\n10:05\nTown wins\nNews\nFlood in Riga\n4 March 2031\n{BODY}",
     "Flood in Riga", "2031-03-04", "header", BODY),
    (f"Home\nWorld\nSport\nFlood in Riga\nMarch 4, 2031\n{BODY}", "Flood in Riga", "2031-03-04", "header", BODY),
    ("11:02\nPort opens\n10:40\nBridge shut\n10:05\nTown wins cup\n", "11:02", None, None, "Port opens"),
    (f"Flood in Riga\n2020-13-45\n{BODY}", "Flood in Riga", None, None, "2020-13-45"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "published", "known_from", "first"), HEADERS)
def test_header(text: str, title: str | None, published: str | None, known_from: str | None, first: str) -> None:
    document = document_from_text(text)
    assert document.title == title
    assert (document.published and document.published.isoformat()) == published
    assert document.published_from == known_from
    body = next(b for b in document.blocks if b.kind not in ("title", "metadata", "furniture"))
    assert body.span.of(text) == first


def test_header_tells_outlet_and_address() -> None:
    text = f'---\ntitle: "Flood"\noutlet: Valley Courier\nurl: https://example.org/a\n---\n{BODY}'
    document = document_from_text(text)
    assert (document.title, document.outlet, document.url) == ("Flood", "Valley Courier", "https://example.org/a")


def test_date_of_the_option_is_used_only_where_the_text_tells_none() -> None:
    day = dt.date(2020, 1, 2)
    assert document_from_text(BODY, published=day).published_from == "option"
    dated = document_from_text(f"Flood\n2025-06-01\n{BODY}", published=day)
    assert (dated.published, dated.published_from) == (dt.date(2025, 6, 1), "header")


@pytest.mark.parametrize(
    ("path", "outlet"),
    [
        ("a/CNN_Web_News__id12.txt", "CNN Web News"),
        ("www.nytimes.com__19_7.txt", "nytimes.com"),
        ("usnews.example.com_80__ab12.txt", "usnews.example.com"),
        ("bbc.co.uk-flood.txt", "bbc.co.uk"),
        ("ahram__fk19238.txt", "ahram"),
        ("0__Daily_Herald.txt", "Daily Herald"),
        ("12__BBC.txt", "BBC"),
        ("3__Radio_Tarn_1.txt", "Radio Tarn 1"),
        ("3__site894.txt", None),
        ("3__12.txt", None),
        ("000_71fa.txt", None),
        ("30_11ecb__30_11ecb.txt", None),
        ("71fa7a7f8dc6b449__2.txt", None),
        ("flood.txt", None),
        ("flood.final.txt", None),
        ("-", None),
    ],
)
def test_outlet(path: str, outlet: str | None) -> None:
    assert outlet_of(path) == outlet


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2025-06-01-flood.txt", "2025-06-01"),
        ("flood_20250601.txt", "2025-06-01"),
        ("news/2025/06/01/flood.txt", "2025-06-01"),
        ("flood-1234.txt", None),
        ("120250601.txt", None),
        ("2025-13-01.txt", None),
    ],
)
def test_date_in_name(name: str, day: str | None) -> None:
    found = date_in_name(name)
    assert (found and found.isoformat()) == day
    where = "folder" if "/" in name else "filename"
    assert document_from_text(BODY, name).published_from == (where if day else None)


DATELINES = [
    ("San Tarn, 9 Jun 89 (AFP) -- The river rose.", "1989-06-09"),
    ("Port Tarn (Norland), 12 Feb 08 (Coast Wire) -- [text] The river rose.", "2008-02-12"),
    ("Tarn city, 12 Feb 2031 (Coast Wire) – The river rose.", "2031-02-12"),
    ("TARN, 9 June 1989 — The river rose.", "1989-06-09"),
    ("Riga, 4 March 2031. The river rose.", "2031-03-04"),
    ("Riga, Norland, Tuesday 4 March 2031: “The river rose.”", "2031-03-04"),
    ("Riga, 4 March 2031, a cold day. The river rose.", None),
    ("San Tarn, 9 Jun 89 people left.", None),
    ("Riga, 4 March 2031 was a cold day (the coldest) for 12 people.", None),
    ("The mayor, 12 May 2031 (AFP) said.", None),
    ("On 3 May 12 people died.", None),
]


@pytest.mark.parametrize(("text", "day"), DATELINES)
def test_dateline(text: str, day: str | None) -> None:
    document = document_from_text(f"Flood in Riga\n\n{text} {BODY}\n")
    assert (document.published and document.published.isoformat()) == day
    assert document.published_from == ("dateline" if day else None)


@pytest.mark.parametrize("value", ["unknown", "N/A", "null", "NaN", "-", "Unnamed"])
def test_what_says_that_there_is_none(value: str) -> None:
    document = document_from_text(
        f"Title: {value}\nSource: {value}\nAuthor: {value}\n\n{BODY}\n", f"1__{value.replace('/', '')}.txt"
    )
    assert (document.title, document.outlet, document.author) == (None, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "3 May 12 people",
        "9 Jun 89 more",
        "2025-02-30",
        "Mayor 12, 2013",
        "12 2013",
        "March 2013",
        "March 13",
        "v1.2.2013",
    ],
)
def test_no_date(text: str) -> None:
    assert find_date(text) is None


def test_wrapped_lines_are_joined() -> None:
    wrapped = (
        "The river rose by two metres on Friday, and forty families\n"
        "left their homes before dawn, the town hall of Example said\n"
        "in a statement. Three of them were taken to hospital.\n"
    )
    assert [block.span.of(wrapped) for block in document_from_text(wrapped).blocks] == [wrapped.strip()]


def test_lines_that_are_paragraphs_stay_apart() -> None:
    text = "\n".join([BODY, BODY, "Allies urge calm", BODY])
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "paragraph", "heading", "paragraph"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_offsets_and_lines_are_those_of_the_file(tmp_path: Path, end: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(f"\ufeffFlood{end}{end}Forty famílies left.{end}".encode())
    document = read_document(str(path))
    assert isinstance(document, Document)
    at = document.text.index("Forty")
    assert at == 5 + 2 * len(end)
    assert document.line(at) == 3
    assert "Forty famílies left." in [block.span.of(document.text) for block in document.blocks]


ENCODINGS = [
    ("Forty famílies left – “at once”.".encode(), None),
    (b"\xef\xbb\xbf" + "Forty famílies left – “at once”.".encode(), None),
    ("Forty famílies left – “at once”.".encode("utf-16"), None),
    (b"\xfe\xff" + "Forty famílies left – “at once”.".encode("utf-16-be"), None),
    ("Forty famílies left – “at once”.".encode("utf-32"), None),
    ("Forty famílies left – “at once”.".encode("cp1252"), "byte 9 (0xed) is not UTF-8: read as Windows-1252"),
]


@pytest.mark.parametrize(("data", "note"), ENCODINGS)
def test_encoding(tmp_path: Path, data: bytes, note: str | None) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    document = read_document(str(path))
    assert isinstance(document, Document)
    assert document.text == "Forty famílies left – “at once”."
    assert (document.note or "").startswith(note or "")
    assert bool(document.note) == bool(note)


@pytest.mark.parametrize(
    "text", ["\x1b[1m12\x1b[0m \x1b[1m9\x1b[0m \x1b[1m4\x1b[0m died", "\x07" * 9 + "12 died", "d\x08d" * 9 + " 12 died"]
)
def test_what_a_terminal_wrote_is_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text)
    assert isinstance(read_document(str(path)), Document)


UNREADABLE = [
    (b"%PDF-1.7\n%\xe2\xe3", "broken as a PDF; save it anew"),
    (b"PK\x03\x04rest", "broken as an archive (File is not a zip file); unpack it"),
    (b"\x89PNG\r\n\x1a\n\0\0", "a picture, not text"),
    (bytes(range(256)) * 8, "a binary file, not text; save it as UTF-8 text"),
    (b"\x01\x02\x03\x04\x05 words", "a binary file, not text"),
    ("no mark at all".encode("utf-16-le"), "UTF-16 without its byte-order mark, it seems; save it as UTF-8"),
    (b"\xff\xfea\x00\x00\xd8", "marked as UTF-16 but broken at byte 2"),
    (b"caf\x81\x8d", "unknown encoding: byte 3 (0x81) is not UTF-8, nor is the file Windows-1252"),
    (
        b"\xb1\xb2\xb3\xb4\xa7\xa8 abc",
        "unknown encoding: byte 0 (0xb1) is not UTF-8, and as Windows-1252 it is no text",
    ),
    (b"", "empty; there is nothing to read in it"),
    (b" \r\n\t\n", "empty; there is nothing to read in it"),
]


@pytest.mark.parametrize(("data", "why"), UNREADABLE)
def test_unreadable(tmp_path: Path, data: bytes, why: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    problem = read_document(str(path))
    assert isinstance(problem, Unread)
    assert problem.why.startswith(why)
    assert "; " in problem.why  # what to do


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = dataclasses.replace(READERS["text"], largest=2_000_000)
    monkeypatch.setattr("factcheck.documents.reading.reader_for", lambda *_: text)
    path = tmp_path / "a.txt"
    path.write_bytes(b"a " * 1_500_000)
    problem = read_document(str(path))
    assert isinstance(problem, Unread)
    assert problem.why == "3.0 MB is more than the 2 MB one document may have; split it into articles"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "sub/c.txt", "sub/deep/d", ".hidden.txt", ".git/e.txt", "README.md", "x.png"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(BODY)
    return tmp_path


def names(paths: tuple[str, ...], folder: Path) -> list[str]:
    return [os.path.relpath(path, folder).replace(os.sep, "/") for path in paths]


def test_folder(folder: Path) -> None:
    found = discover([folder])
    assert names(found.sources, folder) == ["a.md", "b.txt", "sub/c.txt", "sub/deep/d"]
    assert names(found.passed_over, folder) == ["README.md"]
    assert [(Path(u.path).name, u.why) for u in found.unread] == [
        ("x.png", '".png" files are not read; save the text as .txt or .md')
    ]


def test_each_file_once_whatever_the_order(folder: Path) -> None:
    one = discover([folder / "b.txt", folder, folder / "a.md", folder / "sub/../b.txt"])
    other = discover([folder / "sub/../b.txt", folder / "a.md", folder, folder / "b.txt"])
    assert len(one.sources) == len(other.sources) == 4
    assert one == other


def test_a_note_is_read_when_it_is_named(folder: Path) -> None:
    found = discover([folder, folder / "README.md"])
    assert "README.md" in names(found.sources, folder)
    assert found.passed_over == ()


def test_pattern(folder: Path) -> None:
    assert names(discover([f"{folder}/*.txt"]).sources, folder) == ["b.txt"]
    assert names(discover([f"{folder}/**/*.txt"]).sources, folder) == ["b.txt", "sub/c.txt"]


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("none.txt", "no such file or folder; check the path"),
        ("*.none", "no file matches this pattern; check it, or name the folder"),
        ("empty", "no files in this folder that can be read; `factcheck formats` lists those that can"),
    ],
)
def test_nothing_there(tmp_path: Path, path: str, why: str) -> None:
    (tmp_path / "empty").mkdir()
    assert [problem.why for problem in discover([tmp_path / path]).unread] == [why]


@pytest.mark.parametrize(
    ("closed", "sources"), [("sub", ["a.md", "b.txt"]), ("sub/deep", ["a.md", "b.txt", "sub/c.txt"]), (".", [])]
)
def test_a_folder_that_does_not_open_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, closed: str, sources: list[str]
) -> None:
    opened = os.scandir

    def refuse(path: str) -> Any:
        if Path(path) == folder / closed:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return opened(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = discover([folder])
    assert names(found.sources, folder) == sources
    problem = found.unread[0]
    assert names((problem.path,), folder) == [closed]
    assert problem.why == "permission denied; check that it is a folder you may open"


def test_a_file_in_a_folder_that_does_not_open(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, **_: Any) -> Any:
        raise PermissionError(errno.EACCES, "Permission denied", str(self))

    monkeypatch.setattr(Path, "stat", refuse)
    assert discover(["closed/a.txt"]).sources == ("closed/a.txt",)  # reading it tells why not


def test_documents_are_numbered_by_path_and_the_rest_is_told(folder: Path) -> None:
    (folder / "b.txt").write_bytes(bytes(range(256)) * 8)
    documents, unread = read_documents([folder])
    assert [(d.id, Path(d.path).name) for d in documents] == [("d1", "a.md"), ("d2", "c.txt"), ("d3", "d")]
    assert [Path(problem.path).name for problem in unread] == ["b.txt", "x.png"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user who may be refused")
def test_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BODY)
    path.chmod(0)
    problem = read_document(str(path))
    assert isinstance(problem, Unread)
    assert "permission denied" in problem.why
