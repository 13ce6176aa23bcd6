"""Denied against affirmed: what a text denies, and how that stands to the same number told as a fact."""

from __future__ import annotations

import datetime as dt

import pytest

from factcheck.claims import Claim, claim_figures
from factcheck.comparing import Comparison, compare
from factcheck.comparing.conflicts import compare_group
from factcheck.comparing.denials import is_contested, is_denied
from factcheck.documents import document_from_text
from factcheck.examples import paragraph
from factcheck.figures import extract_figures
from factcheck.grouping import ClaimGroup
from factcheck.ruleset import load_ruleset
from tests.factories import unmarked

RULES = load_ruleset()
DAY = dt.date(2031, 3, 4)


def read(marked: str, name: str = "herald", day: dt.date = DAY) -> Claim:
    """The claim of the number in brackets, as a scan reads it."""
    text, at = unmarked(marked)
    claims = claim_figures(extract_figures(paragraph(text, RULES, day, name), RULES.vocabulary).figures, RULES)
    return next(c for c in claims if c.figure.quantity.span.start <= at < c.figure.quantity.span.stop)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The ministry denied that [12] soldiers had died.", True),
        ("The ministry denied [12] soldiers had died.", True),
        ("The ministry denied on Tuesday that [12] soldiers had died.", True),
        ("Officials denied reports that [12] had died.", True),
        ("The ministry denied the deaths of [12] soldiers.", True),
        ("The ministry denied the loss of [40] bombers.", True),
        ("The ministry denied losing [40] planes.", True),
        ("The firm denied it had cut [300] jobs.", True),
        ("The ministry dismissed reports that [12] soldiers had been killed as fake.", True),
        ("The claim that [40] planes were destroyed is false, he said.", True),
        ("There is no evidence that [12] people died.", True),
        ("The ministry denied a report of [12] deaths.", True),
        ("The governor called reports of [12] dead untrue.", True),
        ("The army did not lose [40] planes, he said.", True),
        ("The air force said it hasn’t lost [40] planes.", True),
        ("It was not [12] people who died but 15.", True),
        ("The firm will not cut [300] jobs.", True),
        # the deed, not the number
        ("He denies murdering [three] women.", False),
        ("The suspect denied that he had killed [four] people.", False),
        ("The guard denied having shot [four] people.", False),
        ("The guard denied claims of beating [four] prisoners.", False),
        # neither
        ("[No one] was killed in the blast.", False),
        ("Officials reported [no] casualties.", False),
        ("The man denied [three] counts of murder.", False),
        ("The agency denied [14] requests.", False),
        ("He has not paid the offered [$1 million].", False),
        ("But not as much as [6] people made before.", False),
        ("The insurer denied care to [14] patients.", False),
        ("The duty does not fall to [zero] until May.", False),
        ("In their [second] term they did not lose.", False),
        ("The army could not confirm that [12] soldiers had died.", False),
        ("The army did not confirm [12] deaths.", False),
        ("Neither side confirmed that [12] soldiers had died.", False),
        ("The minister did not speak to them for [30] days.", False),
        ("We were not respected [four] years ago.", False),
        ("The ministry said [12] soldiers had died.", False),
        ("[Forty] planes were lost.", False),
    ],
)
def test_what_is_denied(text: str, denied: bool) -> None:
    assert is_denied(read(text), RULES.vocabulary) == denied


def compared(a: str, b: str, days: tuple[int, int] = (4, 4)) -> Comparison:
    one, other = read(a, "herald", DAY.replace(day=days[0])), read(b, "courier", DAY.replace(day=days[1]))
    return compare(one, other, RULES.vocabulary)


MAYOR = "In Riga [12] soldiers died, the mayor said."


@pytest.mark.parametrize(
    ("a", "b", "relation", "reason"),
    [
        (
            MAYOR,
            "The army denied that [12] soldiers had died.",
            "disputed",
            "“12” according to the mayor (herald) is denied by the army (courier).",
        ),
        ("In Riga [12] soldiers died.", "The army denied that [12] soldiers had died.", "disputed", "by the army"),
        (MAYOR, "The army denied that [at least 10] soldiers had died.", "disputed", "is denied by the army"),
        (
            "In Riga [12] soldiers died.",
            "There is no evidence that [12] soldiers died.",
            "conflict",
            "“12” in herald is denied in courier.",
        ),
        (MAYOR, "The mayor denied that [12] soldiers had died.", "update", "the same speaker"),
        (MAYOR, "The army denied that [40] soldiers had died.", "compatible", "“40” is only denied, by the army"),
        (
            "The army denied that [12] soldiers had died.",
            "Not a soldier died: [no] deaths.",
            "compatible",
            "leaves room",
        ),
        (
            "The mayor denied that [12] had died.",
            "The army denied that [12] soldiers had died.",
            "agree",
            "same number",
        ),
        (
            "[Three] women were murdered.",
            "He denies murdering [three] women.",
            "compatible",
            "not the number; that says nothing",
        ),
        (
            "[Five] women were murdered.",
            "He denies murdering [three] women.",
            "compatible",
            "not the number; that says nothing",
        ),
        (MAYOR, "[No one] was killed, the army said.", "disputed", "two speakers"),
        ("[No one] was killed.", "[No one] was killed, the army said.", "agree", "same number"),
        ("Russia lost [40] planes.", "Russia did not lose [40] planes, the ministry said.", "disputed", "is denied by"),
        (
            "Russia lost [40] planes.",
            "Russia did not lose [43] planes, the ministry said.",
            "compatible",
            "leaves room",
        ),
    ],
)
def test_denied_against_affirmed(a: str, b: str, relation: str, reason: str) -> None:
    found = compared(a, b)
    assert (found.relation, reason in found.reason) == (relation, True), found.reason


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The firm raised its wage to [$15] an hour.", "Its offer does not match [$15] an hour."),
        ("He promised to pay [$2 million] to the town.", "He has not paid the [$2 million] he spoke of."),
        ("The bill sets a wage of [$15] an hour.", "We will not compromise on [$15] an hour, he said."),
    ],
)
def test_what_did_not_happen_may_be_something_else(a: str, b: str) -> None:
    assert compared(a, b).relation == "agree"


def test_one_sentence_sets_its_numbers_side_by_side_itself() -> None:
    text = "The toll is 12 dead a week, not 12 dead a day, he said."
    one, other = claim_figures(extract_figures(paragraph(text, RULES), RULES.vocabulary).figures, RULES)
    assert not is_contested(one, other)


def test_a_speaker_who_denies_later_takes_it_back() -> None:
    found = compared(MAYOR, "The mayor denied that [12] soldiers had died.", (4, 6))
    assert (found.relation, found.hint) == ("update", "retracted?")
    assert found.reason == (
        "“12” according to the mayor (herald) is denied by the mayor (courier): "
        "the same speaker takes back what was said."
    )


def test_one_article_that_affirms_and_denies() -> None:
    text = "In Riga 12 soldiers died on Monday.\n\nBut it is not true that 12 soldiers died in Riga."
    document = document_from_text(text, "herald", DAY, id="herald")
    one, other = claim_figures(extract_figures(document, RULES.vocabulary).figures, RULES)
    found = compare(one, other, RULES.vocabulary)
    assert (found.relation, found.nature) == ("conflict", "internal")


def test_a_group_holds_the_denial_against_the_equal_number() -> None:
    claims = (read(MAYOR), read("The army denied that [12] soldiers had died.", "courier"))
    conflict = compare_group(ClaimGroup("g1", claims[0].type, "", claims, (), 1.0), RULES.vocabulary)
    assert conflict.relation == "disputed"


def test_another_place_is_kept_apart() -> None:
    found = compared(MAYOR, "The army denied that [12] soldiers had died in Warsaw.")
    assert (found.relation, found.nature) == ("compatible", "apart")


def test_the_absence_of_a_report_is_no_figure() -> None:
    reports, casualties = (
        extract_figures(paragraph(f"There were no {what}.", RULES), RULES.vocabulary).figures
        for what in ("immediate reports of casualties", "casualties")
    )
    assert reports == ()
    assert [figure.number for figure in casualties] == ["no"]
