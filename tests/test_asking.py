"""The questions a reader sees: of what is sure, told apart, else a quote."""

from __future__ import annotations

import dataclasses

import pytest

import factcheck
from factcheck.claims import Asked, Claim, ask
from factcheck.claims.asking import articled, place_words, quoted
from factcheck.ruleset import ClaimType
from tests.claim_factories import claim


def asked(*groups: Asked) -> tuple[str, ...]:
    return ask(groups)


def group(*claims: Claim, story: str = "") -> Asked:
    return Asked(claims, claims[0].question, story)


def of_text(text: str) -> Claim:
    """The claim of the last figure of a text."""
    ruleset = factcheck.load_ruleset()
    from factcheck.claims import claim_figures

    extraction = factcheck.extract(factcheck.document_from_text(text), ruleset)
    return claim_figures(extraction.figures, ruleset)[-1]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        # built: noun and verb are sure
        ("The storm killed 12 people in Aleppo.", "How many people were killed in Aleppo?"),
        ("Some 14 ferrets were vaccinated by the zoo.", None),
        # a noun that is written in the singular beside a number that is not one has no plural to ask for
        ("He praised 12 state media for it.", "About “12 state media for it”"),
        ("She wrote of 4 West at length.", "About “4 West at length”"),
        # what happened so often is no thing: nobody breaks times, and its words say what happened
        ("The champion was broken four times in that set.", "How many times did it happen (“four times in that set”)?"),
        ("The valve was closed on nine occasions by hand.", "How many times did it happen (“nine occasions by hand”)?"),
        # a measure without a rule says nothing of what: its words do
        ("Of all the requests 31% came through it by spring.", "About “31% came through it by spring”"),
    ],
)  # fmt: skip
def test_a_question_is_built_of_what_is_sure_else_it_quotes(text: str, question: str | None) -> None:
    (found,) = asked(group(of_text(text)))
    if question is None:
        assert found.startswith("How many ferrets were ")
    else:
        assert found == question


@pytest.mark.parametrize(
    ("text", "question"),
    [
        # a mere "it" asks of nothing: the words of the text say of what
        ("Later the two sat for {five years} in a cell.", "(“five years in a cell”)?"),
        # what is put "at" a place is asked for there
        ("A mudslide killed 12 people at Marl Barracks on Monday.", " at Marl Barracks?"),
        ("A mudslide killed 12 people in Aleppo.", " in Aleppo?"),
        ("A fire killed 12 people at Tarn University.", " at Tarn University?"),
    ],
)  # fmt: skip
def test_a_question_says_of_what_and_where_if_that_is_sure(text: str, question: str) -> None:
    (found,) = asked(group(of_text(text.replace("{", "").replace("}", ""))))
    assert found.endswith(question)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Trade fell {12.5 million} pounds of food, they said.", "About “12.5 million pounds of food”"),
        ("{Some 20} blocks from where the man was shot at noon.", "About “some 20 blocks from where the man was shot”"),
        ("They raised more than they hoped for: {$8,200}.", "About “$8,200”"),
        ("The fund grew by {$8,200}.", "About “The fund grew by $8,200”"),
        # cut where it goes on, it ends with no word that leads on; its own end may be such a word
        (
            "They drew {nine} lanterns of old glass rather than the lamps.",
            "About “nine lanterns of old glass”",
        ),
        # what is cut in its midst ends with the number's own phrase, or before a phrase that is not whole
        ("They came {two} weeks after President Ruiz Marl Ortega Tarn de Leon left.", "About “two weeks”"),
        ("They ran {nine} metres Talent show mogul Ruiz tells judges plainly.", "About “nine metres”"),
        (
            "They kept {nine} green and wooden lanterns of the tall house of old Tarn.",
            "About “nine green and wooden lanterns”",
        ),
        ("They saw {nine} U.S. lanterns.", "About “nine U.S. lanterns”"),
        ("They asked for {nine} of those that they had not.", "About “nine of those that they had not”"),
        ("“They kept {nine} of the lanterns.” So he said.", "About “nine of the lanterns”"),
    ],
)
def test_a_quote_ends_with_its_clause(text: str, words: str) -> None:
    assert quoted(claim(text).figure) == words


@pytest.mark.parametrize(
    ("place", "text", "question"),
    [
        ("WRCC", "in WRCC land killing {12} people", "How many people were killed?"),  # letters are no place
        ("Relief Fund", "killing {12} people of the Relief Fund", "How many people were killed?"),
        ("Port Tarn", "in Port Tarn killing {12} people", "How many people were killed in Port Tarn?"),
        ("Idlib", "killing {12} people", "How many people were killed in Idlib?"),  # named in other words
    ],
)
def test_a_place_is_asked_for_where_a_text_uses_it_as_one(place: str, text: str, question: str) -> None:
    other = group(claim("killing {9} people", place="Marl"))
    one = group(claim(text, place=place))
    asks = ask((Asked(one.claims, "How many people were killed?"), Asked(other.claims, "How many people were killed?")))
    assert asks[0] == question


def test_no_two_questions_read_the_same() -> None:
    killed = "fire killing {12} people"
    groups = (
        group(claim(killed, place="Jayrud", about="2031-07-02")),
        group(claim(killed, place="Jayrud", about="2031-07-05")),
        group(claim(killed, place="Tarn")),
        group(claim(killed), story="Marisol, 3 March"),
        group(claim(killed), story="“We Saw Nothing of It”: Nine Miners Are Lost …, 4 March 2031"),
        group(claim(killed), claim("killing {15} people")),
        group(claim("killing {16} people")),
        group(claim("killing {16} people", outlet="Herald")),
        group(claim("killing {16} people", outlet="Herald")),
    )
    base = tuple(Asked(each.claims, "How many people were killed?", each.story) for each in groups)
    # a question none of the claims asks is taken as it is, and told apart like the others
    assert ask(base) == (
        "How many people were killed in Jayrud on 2 July 2031?",
        "How many people were killed in Jayrud on 5 July 2031?",
        "How many people were killed in Tarn?",
        "How many people were killed (Marisol, 3 March)?",
        "How many people were killed (4 March 2031)?",
        "How many people were killed (12 – 15)?",
        f"How many people were killed (16; {groups[6].claims[0].figure.document.path}, line 1)?",
        "How many people were killed (16; Herald, line 1)?",
        "How many people were killed (16; Herald, line 1)? [2]",
    )


def test_what_tells_none_apart_is_not_added() -> None:
    numbers = ("12", "15")
    claims = (claim(f"fire killing {{{number}}} people", place="Jayrud") for number in numbers)
    groups = [Asked((each,), "How many people were killed?", "Jayrud, 2 July") for each in claims]
    assert asked(*groups) == tuple(f"How many people were killed ({number})?" for number in numbers)


def test_one_number_in_two_spellings_is_named_once() -> None:
    spelt, loose = (
        Asked(tuple(claim(f"killing {{{number}}} people") for number in numbers), "How many people were killed?")
        for numbers in (("12", "twelve"), ("1,735", "hundreds"))
    )
    assert [each.rpartition("(")[2] for each in asked(spelt, loose)] == ["12)?", "hundreds – 1,735)?"]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Two cables that carry calls in the Baltic were cut.", "How many cables were damaged in the Baltic?"),
        ("Two cables that carry calls in Estonia were cut.", "How many cables were damaged in Estonia?"),
        ("Fire killed 12 in Libya. The Libya of old.", "How many people were killed in Libya?"),
        ("Fire killed 12 persons in Aleppo.", "How many people were killed in Aleppo?"),
    ],
)
def test_places_and_people_are_named_as_one_says_them(text: str, question: str) -> None:
    assert asked(group(of_text(text))) == (question,)


def test_one_question_is_left_as_it_is() -> None:
    assert ask([Asked((claim("killing {12} people", place="Tarn"),), "Do these numbers fit together?")]) == (
        "Do these numbers fit together?",
    )


def test_what_most_claims_name_is_asked_for() -> None:
    texts = (
        "The blast killed 12 officers in Aleppo.",
        "Twelve very brave officers were killed in Aleppo.",
        "The blast killed 12 offficers in Aleppo.",
    )
    claims = tuple(of_text(text) for text in texts)
    assert asked(Asked(claims, claims[2].question)) == ("How many officers were killed in Aleppo?",)


@pytest.mark.parametrize(
    ("actor", "text", "by"),
    [
        ("Tarn council", "As told by the Tarn council it spent {$12}.", " by the Tarn council?"),
        ("Mayor Ruiz", "Mayor Ruiz spent {$12}.", " by Mayor Ruiz?"),
        ("Longer", "Longer or not it spent {$12}.", "?"),  # the capital of a first word is no name's
    ],
)
def test_who_did_it_is_named_where_it_is_a_name(actor: str, text: str, by: str) -> None:
    rule = ClaimType("How much was spent[ by {actor}]?")
    made = claim(text, counted=None, action=None)
    made = dataclasses.replace(made, rule=rule, question="How much was spent?", slots={"actor": actor})
    assert ask((Asked((made,), made.question),)) == (f"How much was spent{by}",)


@pytest.mark.parametrize("place", ["the United Kingdom", "the Marl Islands", "Unitedville"])
def test_a_place_in_other_words_has_its_article(place: str) -> None:
    made = claim("killing {12} people", place=place.removeprefix("the "))
    assert place_words(made.figure) == place


@pytest.mark.parametrize(
    ("text", "question"),
    [
        # the verb agrees with what fills the slot behind it
        ("The steel bombs weighed {3} tonnes each.", "How heavy were steel bombs?"),
        ("The steel bomb weighed {3} tonnes.", "How heavy was the steel bomb?"),
        # words in front that go with a number told only
        ("The council said 14 of its {31} own officials had signed.", "How many officials"),
        ("The fund took {212} overall donations.", "How many donations"),
        ("The fund took {212} large donations.", "How many large donations"),
        ("They met {12} Combined Forces doctors.", "How many Combined Forces doctors"),
        # what happened so often is nothing that one does something to
        ("The plan was revised {seven} times.", "How many times did it happen?"),
        # a deed is not done to itself; who does it may be
        ("They demanded {four} demands.", "How many demands?"),
        ("They supplied {four} supplies.", "How many supplies?"),
        ("They studied {four} students.", "How many students were studied?"),
        # a singular beside a number that is not one has no plural
        ("Total nonfarm payroll employment rose by {38,000} in May.", "What number was given for "),
        # an adjective that made the rule take the figure stands in its question already
        ("Some {9,000} unemployed miners are out of work.", "How many miners are out of work?"),
    ],
)
def test_a_question_is_english(text: str, question: str) -> None:
    assert of_marked(text).question.startswith(question)


def of_marked(text: str) -> Claim:
    """The claim of the figure in braces."""
    from factcheck.examples import read_marked

    found = read_marked(text, factcheck.load_ruleset())
    assert isinstance(found, Claim), found
    return found


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("Tarn", "The Tarn raid and the Tarn bombing. He was in Tarn.", "Tarn"),
        ("Marl Sea", "In the Marl Sea, and on the Marl Sea they sank.", "the Marl Sea"),
        ("Senate", "The spending of the Senate, said he, as the Senate knows.", "the Senate"),
        ("U.S.", "A word of U.S. officials.", "the U.S."),
        ("U.S.", "The U.S. sold ships.", "the U.S."),
    ],
)
def test_an_article_is_the_names_own(name: str, text: str, words: str) -> None:
    assert articled(name, [text]) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Illegal crossings fell by {9} percent.", "illegal crossings"),
        ("Tarnian crossings fell by {9} percent.", "Tarnian crossings"),
        ("Gale Party crossings fell by {9} percent.", "Gale Party crossings"),
        ("Gale crossings fell by {9} percent. The old Gale line stands.", "Gale crossings"),
    ],
)
def test_a_first_word_has_its_capital_only_if_it_is_a_name(text: str, words: str) -> None:
    assert f" {words} " in of_marked(text).question
