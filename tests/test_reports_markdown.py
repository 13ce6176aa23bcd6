from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from factcheck.reports import Options, markdown
from tests.report_factories import HOSTILE, ferry_scan, hostile_scan, large_scan, scan

EXPECTED = """\
# 1 claim to look at

2 documents, 6 figures. 2 claims made more than once: 1 disputed, 1 update. Rules `0123456789ab`.

## 1. Disputed: How many passengers were aboard?

The company says up to 40, the coast guard says a few (2 to 9). *Slip of unit or typing?*

Next: Two speakers? Ask both what they count, and as of when: the company (“Up to 40” in line 4) and the \
coast guard (“a few” in line 4).

| Figure | Who | Outlet | Date | Place | Quote |
| --- | --- | --- | --- | --- | --- |
| **Up to 40** | the company | Tarn Herald | 2031-03-04 | `in/herald.txt:4` | **Up to 40** passengers were \
aboard, the company said; the coast guard said a few. |
| **a few** | the coast guard | Tarn Herald | 2031-03-04 | `in/herald.txt:4` | Up to 40 passengers were \
aboard, the company said; the coast guard said **a few**. |

2 figures in 1 document.

1 other claim agrees or can be reconciled (`--all` shows it).

## Not read

- `in/scan.pdf` the file is encrypted; save it without a password
"""

REST = """\
## The rest

| Relation | Claim | Figures | Range | Sources |
| --- | --- | --- | --- | --- |
| Update | How many people were killed? | At least 14, 19, Twelve | 12 or more | 2 documents · 2 outlets · 2 origins |
"""


def test_whole_report() -> None:
    assert markdown.render(ferry_scan(), Options()) == EXPECTED


def test_the_rest_on_request() -> None:
    assert REST in markdown.render(ferry_scan(), Options(everything=True))


def test_nothing_to_look_at() -> None:
    assert markdown.render(scan(), Options()).startswith("# Nothing was read\n\n0 documents, 0 figures. Rules")


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("12 dead, 3 hurt (both)", "12 dead, 3 hurt (both)"),
        ("a|b", "a\\|b"),
        ("*bold* _em_ `code`", "\\*bold\\* \\_em\\_ \\`code\\`"),
        ("a_file_name", "a_file_name"),
        ("$5 to $6", "\\$5 to \\$6"),  # not mathematics
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("[a](b) ![c](d)", "\\[a\\](b) !\\[c\\](d)"),
        ("- item", "\\- item"),
        ("12. item", "12\\. item"),
        ("# title", "\\# title"),
        ("ask @someone about #12", "ask @<!-- -->someone about #<!-- -->12"),
        ("see https://evil.test/x", "see https:/<!-- -->/evil.<!-- -->test/x"),
        ("www.evil.test", "www<!-- -->.<!-- -->evil.<!-- -->test"),
        ("mail a@b.test", "mail a@<!-- -->b.<!-- -->test"),
        ("the U.S. had 1.5 or 2.50 m. of it.", "the U.S. had 1.5 or 2.50 m. of it."),
        ("two\nlines", "two lines"),
        (" after ", " after "),
    ],
)
def test_escape(text: str, escaped: str) -> None:
    assert markdown.escape(text) == escaped


@pytest.mark.parametrize(("path", "shown"), [("a.txt:1", "`a.txt:1`"), ("a`b|c", "``a`b\\|c``"), ("`a`", "`` `a` ``")])
def test_code(path: str, shown: str) -> None:
    assert markdown.code(path) == shown


def test_hostile_text_stays_text() -> None:
    text = markdown.render(hostile_scan(), Options(everything=True))
    parsed = MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(text)
    inline = [token for block in parsed for token in (block.children or ())]
    kinds = {token.type for token in [*parsed, *inline]}
    assert {t.content for t in inline if t.type == "html_inline"} <= {"<!-- -->"}
    assert not kinds & {"html_block", "link_open", "image", "fence", "s_open"}
    assert [block.content for block in parsed if block.type == "inline"].count("Figure") == 1
    shown = "".join(token.content for token in inline if token.type in ("text", "code_inline", "text_special"))
    assert "<script>alert(1)</script>" in shown
    assert "[U+202E]override" in shown
    assert "\x1b" not in text
    assert HOSTILE.split()[0] in shown


def test_tables_keep_their_columns() -> None:
    parsed = MarkdownIt("gfm-like", {"linkify": False}).parse(markdown.render(hostile_scan(), Options()))
    rows = [n for n, token in enumerate(parsed) if token.type == "tr_open"]
    cells = [sum(t.type in ("td_open", "th_open") for t in parsed[n : n + 30 * 1 and n + 18]) for n in rows]
    assert cells == [6] * 3


def test_many() -> None:
    assert markdown.render(large_scan(500), Options(everything=True)).count("\n## ") == 252
