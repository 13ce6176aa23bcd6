import pytest

from factcheck.lemmas import inflections, is_plural, noun_lemma, verb_form, verb_lemma


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("kill", "kill kills killed killing"),
        ("die", "dies died dying"),
        ("impose", "imposed imposing imposes"),
        ("visit", "visited visiting"),  # no e, no doubling
        ("stop", "stopped stopping"),
        ("commit", "committed committing"),
        ("develop", "developed developing"),
        ("refer", "referred"),
        ("offer", "offered offering"),
        ("cancel", "cancelled canceled cancelling canceling"),
        ("evacuate", "evacuated evacuating"),
        ("seize", "seized seizing seizes"),
        ("carry", "carries carried carrying"),
        ("deploy", "deployed deploys"),
        ("agree", "agreed agreeing"),
        ("panic", "panicked panicking"),
        ("shoot", "shoots shot shooting"),
        ("strike", "strikes struck striking stricken"),
        ("find", "found finding"),
        ("fall", "fell fallen"),
        ("see", "saw seen"),
        ("wound", "wounded wounding"),
        ("lead", "led"),
        ("rise", "rose risen rising"),
        ("hit", "hit hitting hits"),
        ("be", "is was were been"),
        ("redeploy", "redeployed"),  # a prefix before a known verb
        ("zorbify", "zorbified zorbifies"),  # a verb no list knows
        ("crate", "crates"),
    ],
)
def test_verb_lemma(base: str, forms: str) -> None:
    assert {form: verb_lemma(form) for form in forms.split()} == dict.fromkeys(forms.split(), base)


@pytest.mark.parametrize(
    ("word", "forms", "noun_too"),
    [
        ("attack", {"base"}, True),
        ("strikes", {"s"}, True),
        ("arrives", {"s"}, False),
        ("killed", {"past", "participle"}, False),
        ("fell", {"past"}, False),
        ("cut", {"base", "past", "participle"}, True),
        ("killing", {"ing"}, False),
    ],
)
def test_verb_form_tells_what_a_word_can_be(word: str, forms: set[str], noun_too: bool) -> None:
    form = verb_form(word)
    assert form is not None
    assert set(form.forms) == forms
    assert form.noun_too is noun_too


@pytest.mark.parametrize("word", ["people", "drone", "aircraft", "kyiv", "embassy"])
def test_verb_form_knows_no_verb_behind_a_noun(word: str) -> None:
    assert verb_form(word) is None


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("drones", "drone"),
        ("people", "person"),
        ("persons", "person"),
        ("men", "man"),
        ("policewomen", "policewoman"),
        ("gunmen", "gunman"),
        ("children", "child"),
        ("lives", "life"),
        ("casualties", "casualty"),
        ("injuries", "injury"),
        ("troops", "troop"),
        ("co-sponsors", "co-sponsor"),
        ("cities", "city"),
        ("buses", "bus"),
        ("houses", "house"),
        ("cases", "case"),
        ("boxes", "box"),
        ("crises", "crisis"),
        ("aircraft", "aircraft"),
        ("police", "police"),
        ("goods", "goods"),
        ("headquarters", "headquarters"),
    ],
)
def test_noun_lemma(plural: str, singular: str) -> None:
    assert noun_lemma(plural) == singular
    assert is_plural(plural)


@pytest.mark.parametrize(
    "word", ["gas", "bus", "crisis", "news", "hamas", "glass", "this", "drone", "person", "moss", "texas"]
)
def test_singular_that_ends_in_s_is_left_alone(word: str) -> None:
    assert noun_lemma(word) == word
    assert not is_plural(word)


@pytest.mark.parametrize(
    ("word", "some"),
    [
        ("down", {"down", "downs", "downed", "downing"}),
        ("kill", {"kill", "kills", "killed", "killing"}),
        ("person", {"person", "people", "persons"}),
        ("child", {"child", "children"}),
        ("shoot", {"shoot", "shot", "shooting"}),
        ("city", {"city", "cities"}),
        ("ban", {"ban", "banned", "banning"}),
        ("policeman", {"policeman", "policemen"}),
    ],
)
def test_inflections(word: str, some: set[str]) -> None:
    assert some <= inflections(word)
