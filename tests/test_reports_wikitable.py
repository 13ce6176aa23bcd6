from __future__ import annotations

import pytest

from factcheck.reports import Options, wikitable
from tests.report_factories import ferry_scan, hostile_scan, scan

EXPECTED = """\
== Disputed: How many passengers were aboard? ==
The company says up to 40, the coast guard says a few (2 to 9).
: Next: Two speakers? Ask both what they count, and as of when: the company (“Up to 40” in line 4) and the \
coast guard (“a few” in line 4).
{| class="wikitable sortable"
! Figure !! Who !! Outlet !! Date !! Place !! Quote
|-
| '''Up to 40'''
| the company
| Tarn Herald
| 2031-03-04
| in/herald.txt:4
| '''Up to 40''' passengers were aboard, the company said; the coast guard said a few.
|-
| '''a few'''
| the coast guard
| Tarn Herald
| 2031-03-04
| in/herald.txt:4
| Up to 40 passengers were aboard, the company said; the coast guard said '''a few'''.
|}

== The rest ==
{| class="wikitable sortable"
! Relation !! Claim !! Figures !! Range !! Sources
|-
| Update
| How many people were killed?
| At least 14, 19, Twelve
| 12 or more
| 2 documents · 2 outlets · 2 origins
|}

== Not read ==
* in/scan.pdf: the file is encrypted; save it without a password
"""


def test_whole_report() -> None:
    assert wikitable.render(ferry_scan(), Options(everything=True)) == EXPECTED


def test_nothing_found() -> None:
    assert wikitable.render(scan(), Options()) == "Nothing was read in 0 documents.\n"


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("12 dead – “said” (3)", "12 dead – “said” (3)"),
        ("a|b", "a&#124;b"),
        ("[[link]] {{tpl}}", "&#91;&#91;link&#93;&#93; &#123;&#123;tpl&#125;&#125;"),
        ("'''bold''' but it's", "&#39;&#39;&#39;bold&#39;&#39;&#39; but it's"),
        ("<b>&amp;", "&#60;b&#62;&#38;amp;"),
        ("* item", "&#42; item"),
        ("== head ==", "&#61;= head =="),
        ("-12", "&#45;12"),
        ("~~~~ __TOC__ a_b", "&#126;&#126;&#126;&#126; &#95;&#95;TOC&#95;&#95; a_b"),
        ("see http://a.b", "see http&#58;//a.b"),
        ("to mailto:a@b.c", "to mailto&#58;a@b.c"),
    ],
)
def test_escape(text: str, escaped: str) -> None:
    assert wikitable.escape(text) == escaped


def test_hostile_text_adds_no_markup() -> None:
    text = wikitable.render(hostile_scan(), Options(everything=True))
    assert text.count("{|") == text.count("|}") == 1
    assert text.count("|-") == 2
    assert not any(mark in text for mark in ("<", ">", "[", "]", "{{", "\x1b", "~~"))
