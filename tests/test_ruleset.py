"""Reading rules files: what they may say, what is wrong with them and where, how folders lie over each other."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factcheck
from factcheck.context.action_words import action_words
from factcheck.errors import RulesError, UsageError
from factcheck.ruleset import ClaimType, default_folders, load_ruleset, templates, words
from factcheck.ruleset.schema import rules_schema
from factcheck.sentences.lexicon import lexicon as lexicon_of
from factcheck.vocabulary import load_vocabulary, shipped_rules
from factcheck.vocabulary.binding import keys
from factcheck.vocabulary.places import find_places

BROKEN = Path(__file__).parent / "corpora" / "broken_rules"
EXPECTED = (BROKEN / "expected.txt").read_text(encoding="utf-8").splitlines()

BOATS = """\
[claim.boats.sunk]
question = "How many {counted|boats} sank?"
counted = ["boat~"]
done_to = ["sink~"]
match = ["The gale sank {12} boats."]
"""


def write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_shipped_rules_have_no_problem() -> None:
    assert load_ruleset(thorough=True).problems == ()


@pytest.mark.parametrize("path", sorted(BROKEN.glob("*.toml")), ids=lambda path: path.stem)
def test_a_broken_file_is_told_with_its_place_and_what_to_do(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BROKEN.parents[2])  # messages name files as seen from here
    problems = load_ruleset(path).problems
    told = [str(problem).replace("tests/corpora/broken_rules/", "") for problem in problems]
    assert told == [line for line in EXPECTED if line.startswith(f"{path.name}:")]
    assert told


def test_every_kind_of_broken_file_is_expected() -> None:
    assert {line.partition(":")[0] for line in EXPECTED} == {path.name for path in BROKEN.glob("*.toml")}
    assert len(EXPECTED) >= 30


def test_a_broken_file_never_stops_the_others(tmp_path: Path) -> None:
    write(tmp_path, "broken.toml", "[claim.a.b\n")
    write(tmp_path, "half.toml", BOATS + '\n[claim.boats.hit]\ncountd = ["boat~"]\n')
    ruleset = load_ruleset(tmp_path)
    assert ruleset.claim("boats.sunk") is not None
    assert ruleset.claim("boats.hit") is None
    assert ruleset.claim("casualties.killed") is not None
    assert len(ruleset.problems) == 3


WREN = 'question = "How many wrens?"\ncounted = ["wren~"]\nmatch = ["There were {12} wrens."]\n'
DOUBLES = [
    (
        "[claim.a]\n" + WREN + "[claim.a]\n" + WREN + "[claim.b]\ncountd = 1\n",
        [("5", "twice"), ("9", '"question"'), ("10", '"countd"')],
    ),
    (
        "[claim.a]\n" + WREN + '[claim.a]\r\n[[claim.a.verdict]]\na = ""\n[claim.c]\n',
        [("5", "twice"), ("8", '"question"')],
    ),
    ("[claim.a]\n" + WREN + "reach = 1\nreach = 2 # two\nrech = 3\n", [("6", "overwrite"), ("7", '"rech"')]),
    ("[claim.a]\n" + WREN + "[claim.a]\n[claim.a]\n[claim.b\n", [("5", "twice"), ("6", "twice"), ("7", "']'")]),
    ("[claim.a]\n" + WREN + "reach = [\n1]\nreach = [\n2]\nrech = 3\n", [("8", "overwrite")]),
    ("[claim.a]\n" * 60, [(str(line), "twice") for line in range(2, 53)]),
]


@pytest.mark.parametrize(("text", "told"), DOUBLES)
def test_what_is_given_twice_hides_no_other_mistake(text: str, told: list[tuple[str, str]], tmp_path: Path) -> None:
    path = tmp_path / "birds.toml"
    path.write_bytes(text.encode())
    problems = load_ruleset(tmp_path).problems
    assert [str(problem.line) for problem in problems] == [line for line, _ in told]
    assert [what in problem.what for problem, (_, what) in zip(problems, told, strict=True)] == [True] * len(told)
    assert all(problem.source for problem in problems)


def test_a_problem_shows_the_line_with_a_mark_under_the_place(tmp_path: Path) -> None:
    path = write(tmp_path, "boats.toml", BOATS.replace("counted =", "  countd ="))
    [problem] = load_ruleset(tmp_path).problems
    assert problem.shown() == (
        f'{path}:3:3: unknown key "countd"; did you mean "counted"?\n    countd = ["boat~"]\n    ^'
    )


def test_a_file_of_the_same_name_replaces_the_shipped_one_and_others_add(tmp_path: Path) -> None:
    write(tmp_path, "casualties.toml", BOATS)
    write(tmp_path, "more.toml", BOATS.replace("boats.sunk", "boats.lost"))
    ruleset = load_ruleset(tmp_path)
    assert ruleset.claim("boats.sunk") is not None
    assert ruleset.claim("boats.lost") is not None
    assert ruleset.claim("casualties.killed") is None
    assert ruleset.claim("drones.downed") is not None


def test_a_claim_in_two_files_names_both_places(tmp_path: Path) -> None:
    first = write(tmp_path, "a.toml", BOATS)
    second = write(tmp_path, "b.toml", "\n" + BOATS)
    [problem] = load_ruleset(tmp_path).problems
    assert str(problem).startswith(f'{second}:2:1: the claim "boats.sunk" is already in {first}:1;')


def test_one_file_may_be_given_in_place_of_a_folder(tmp_path: Path) -> None:
    assert load_ruleset(write(tmp_path, "boats.toml", BOATS)).claim("boats.sunk") is not None


def test_a_folder_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no such folder of rules; check the path$"):
        load_ruleset(tmp_path / "nowhere")
    with pytest.raises(UsageError, match=r"no such rules file; check the path$"):
        load_ruleset(tmp_path / "nowhere.toml")


def test_rules_in_the_working_folder_are_taken_without_asking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert default_folders(Path("more")) == (Path("more"),)
    write(tmp_path / "rules", "boats.toml", BOATS)
    write(tmp_path / "rules/context", "weights.toml", "")
    assert default_folders(Path("more")) == (Path("rules/boats.toml"), Path("more"))
    assert default_folders(Path("rules"), Path("more")) == (Path("rules"), Path("more"))
    assert load_ruleset(*default_folders()).problems == ()
    assert load_ruleset(*default_folders()).laid_over == (
        "laid over the rules of factcheck: 1 rule of rules/; left out: rules/context, unless you add --rules rules"
    )


def test_the_hash_follows_the_files(tmp_path: Path) -> None:
    write(tmp_path, "boats.toml", BOATS)
    before = load_ruleset(tmp_path)
    assert before == load_ruleset(tmp_path)
    write(tmp_path, "boats.toml", BOATS + "# changed\n")
    assert before.sha256 != load_ruleset(tmp_path).sha256 != load_ruleset().sha256


def test_extends_takes_what_is_not_given_again_and_no_examples(tmp_path: Path) -> None:
    child = (
        '[claim.boats.ferries]\nextends = "boats.sunk"\ncounted = ["ferry~"]\nmatch = ["The gale sank {2} ferries."]\n'
    )
    write(tmp_path, "boats.toml", BOATS + "\n" + child)
    ruleset = load_ruleset(tmp_path)
    claim = ruleset.claim("boats.ferries")
    assert claim is not None
    assert (claim.counted, claim.done_to) == (("ferry~",), ("sink~",))
    assert claim.question == "How many {counted|boats} sank?"
    assert [example.text for example in claim.matches] == ["The gale sank {2} ferries."]
    assert (claim.line, ruleset.problems) == (7, ())


def test_a_claim_that_is_off_is_left_out(tmp_path: Path) -> None:
    write(tmp_path, "boats.toml", BOATS + 'status = "off"\n')
    assert load_ruleset(tmp_path).claim("boats.sunk") is None


def test_a_broken_context_file_falls_back_to_the_shipped_one(tmp_path: Path) -> None:
    path = write(tmp_path / "context", "sentences.toml", "titles = [\n")
    ruleset = load_ruleset(tmp_path)
    assert [problem.path for problem in ruleset.problems] == [str(path)]
    assert ruleset.vocabulary.sha256 == load_ruleset().vocabulary.sha256


@pytest.mark.parametrize("name", ["words", "speaker"])
def test_a_context_file_of_an_earlier_version_is_told_what_to_do(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / "context", f"{name}.toml", "titles = []\n")
    [problem] = load_ruleset(tmp_path).problems
    assert str(problem).startswith(f'{path}: nothing reads a context file "{name}.toml"; its words are classes now')


def test_a_weight_of_a_level_that_is_none_is_told(tmp_path: Path) -> None:
    weights = "[parts.place]\nsame = [1, 1, 1]\nnexted = [1, 1, 1]\n[parts.mood]\nsame = [1, 1, 1]\n"
    wanted = write(tmp_path / "context", "wanted.toml", "[levels]\nfirmness = 2.0\nhedges = 1.0\n")
    path = write(tmp_path / "context", "weights.toml", weights)
    told = [str(problem) for problem in load_ruleset(tmp_path).problems]
    assert told[0].startswith(f'{wanted}:3:1: nothing is weighed by "hedges"; take it out; known here: casualties, ')
    assert told[1] == f'{path}:3:1: nothing is weighed by "nexted"; take it out; did you mean "nested"?'
    assert told[2].startswith(f'{path}:4:1: nothing is weighed by "mood"; take it out; known here: ')
    assert len(told) == 3


def test_keys_of_an_earlier_version_are_told_and_what_a_file_leaves_out_is_as_shipped(tmp_path: Path) -> None:
    text = '[classes]\nkill = "slay"\n[light]\nverbs = "be"\n[idioms]\nkill = ["lose life"]\n'
    path = write(tmp_path / "context", "actions.toml", text)
    write(tmp_path / "en", "classes.toml", '[classes]\n"two objects" = "give"\n')
    ruleset = load_ruleset(tmp_path)
    assert [str(problem) for problem in ruleset.problems] == [
        f'{path}:4:1: "light.verbs" is no key any more; write light = "…" above the first [table]',
        f'{path}:5:1: "idioms" is no key any more; put them into [classes], verb and noun joined: kill = "… lose-life"',
    ]
    words = action_words(ruleset.vocabulary)
    assert (words.classes, words.light) == ({"slay": "kill"}, action_words(load_ruleset().vocabulary).light)
    lexicon = lexicon_of(ruleset.vocabulary)
    assert lexicon.words("two objects") == {"give"}
    assert "find" in lexicon.words("showing")


def test_a_context_file_that_nothing_reads_is_told(tmp_path: Path) -> None:
    path = write(tmp_path / "context", "sentence.toml", "titles = []\n")
    [problem] = load_ruleset(tmp_path).problems
    assert str(problem) == (
        f'{path}: nothing reads a context file "sentence.toml"; '
        'a context file replaces the shipped one of its name; did you mean "sentences"?'
    )


@dataclasses.dataclass(frozen=True)
class Shape:
    """A context table of a test."""

    titles: tuple[str, ...]
    limit: Decimal | None = None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('titels = ["mr"]\n', ':1:1: unknown key "titels"; did you mean "titles"?'),
        ("titles = [\n  'mr',\n  3 ]\n", ':3:3: expected a text, found 3; put it in quotation marks: "3"'),
        ("\n\nlimit = 1\n", ':1:1: the key "titles" is missing; add: titles = …'),
        ("titles = []\nlimit = true\n", ":2:1: expected a number, found true; give a number"),
    ],
)
def test_a_context_table_is_checked_against_its_shape(tmp_path: Path, text: str, told: str) -> None:
    path = write(tmp_path / "context", "people.toml", text)
    with pytest.raises(RulesError) as error:
        load_vocabulary(tmp_path).bind("people", Shape)
    assert str(error.value) == f"{path}{told}"


PLACES = '''\
a = 1 # [not]
[x."y z"]
b = [1, "]", {c = 2, d = [3,
 4]}]
[[q]]
k = """
[no] = 1
"""
[[q]]
k.l = '}'
[q.sub]
m = 1.5
'''


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("a",), (1, 1)),
        (("x", "y z"), (2, 1)),
        (("x", "y z", "b"), (3, 1)),
        (("x", "y z", "b", 1), (3, 9)),
        (("x", "y z", "b", 2, "d"), (3, 22)),
        (("x", "y z", "b", 2, "d", 1), (4, 2)),
        (("q",), (5, 1)),
        (("q", 0, "k"), (6, 1)),
        (("q", 1), (9, 1)),
        (("q", 1, "k", "l"), (10, 1)),
        (("q", 1, "sub", "m"), (12, 1)),
    ],
)
def test_places_of_keys_and_items(path: tuple[str | int, ...], place: tuple[int, int]) -> None:
    assert find_places(PLACES)[path] == place


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=6)
VALUES = st.recursive(
    st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)


def as_toml(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{as_toml(key)} = {as_toml(inner)}" for key, inner in value.items()) + " }"
    if isinstance(value, list):
        return '[ # "]\n ' + ",\n # }\n".join(map(as_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def paths(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        yield (*path, key)
        yield from paths(inner, (*path, key))


@settings(deadline=None)
@given(st.dictionaries(TEXTS, st.dictionaries(TEXTS, VALUES, max_size=3), max_size=3))
def test_every_key_and_item_of_any_toml_has_a_place(table: dict[str, dict[str, object]]) -> None:
    lines = []
    for name, pairs in table.items():
        lines.append(f"[{as_toml(name)}] # [x]")
        lines += [f'  {as_toml(key)} = {as_toml(value)} # "' for key, value in pairs.items()]
    assert set(find_places("\n".join(lines) + "\n")) == set(paths(table))


@pytest.mark.parametrize("path", sorted(shipped_rules().rglob("*.toml")), ids=lambda path: path.stem)
def test_places_are_found_in_every_shipped_file(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    for keys_, (line, column) in find_places(text).items():
        last = keys_[-1]
        if isinstance(last, str):
            found = lines[line - 1][column - 1 :]
            assert found.startswith("[") or last in found


@pytest.mark.parametrize(
    ("template", "slots", "question"),
    [
        ("How many {counted|people} died?", {}, "How many people died?"),
        ("How many {counted|people} died?", {"counted": "miners"}, "How many miners died?"),
        ("How many died[ in {place}]?", {}, "How many died?"),
        ("How many died[ in {place}]?", {"place": "Orlen"}, "How many died in Orlen?"),
        ("How many died[ in {place}][ {when}]?", {"when": "on Monday"}, "How many died on Monday?"),
        ("How much[ did {actor|someone} pay]?", {}, "How much did someone pay?"),
        ("How heavy was {counted|it}?", {"counted": "steel bars"}, "How heavy were steel bars?"),
        ("How heavy was {counted|it}?", {"counted": "the bus"}, "How heavy was the bus?"),
    ],
)
def test_questions_are_filled(template: str, slots: dict[str, str], question: str) -> None:
    assert templates.fault(template) is None
    assert templates.fill(template, slots) == question


@pytest.mark.parametrize(
    ("specs", "text", "expected"),
    [
        (["drone~"], "the drones fell", True),
        (["drone"], "the drones fell", False),
        (["shoot~"], "it was shot", True),
        (["shoot~ down"], "he was shot down there", True),
        (["shoot~ down"], "shot and put down", False),
        (["@ships"], "two ferries", True),
        (["re:'^the \\w+ fell$'"], "the drones fell", True),
        (["re:fell"], "the drones flew", False),
    ],
)
def test_words(specs: list[str], text: str, expected: bool) -> None:
    lists = {"ships": ("boat~", "@ferries"), "ferries": ("ferry~", "@ships")}
    assert words.compile_words(specs, lists).in_words(tuple(text.split()), text) is expected


def test_an_evil_pattern_is_stopped_and_named() -> None:
    with pytest.raises(words.PatternTimeoutError) as error:
        words.search("(a|aa)+$", "a" * 80 + "!")
    assert error.value.pattern == "(a|aa)+$"


def test_every_key_tells_what_it_is_for() -> None:
    properties = rules_schema()["definitions"]["claim"]["properties"]
    assert set(properties) == set(keys(ClaimType))
    assert all(len(shape["description"]) > 10 for shape in properties.values())


@pytest.mark.parametrize("path", sorted(shipped_rules().glob("*.toml")), ids=lambda path: path.stem)
def test_the_schema_accepts_the_shipped_rules(path: Path) -> None:
    import tomllib

    jsonschema.validate(tomllib.loads(path.read_text(encoding="utf-8")), rules_schema())


@pytest.mark.parametrize("name", ["unknown_key", "text_for_list", "unknown_kind", "no_why", "unknown_section"])
def test_the_schema_refuses_what_rules_check_refuses(name: str) -> None:
    import tomllib

    table = tomllib.loads((BROKEN / f"{name}.toml").read_text(encoding="utf-8"))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(table, rules_schema())


def test_the_shipped_schema_is_the_one_made_from_the_code() -> None:
    shipped = json.loads((shipped_rules() / "rules.schema.json").read_text(encoding="utf-8"))
    assert shipped == rules_schema()


def test_the_shipped_rules_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(factcheck.extract("The blast killed 12 people.").figures) == 1

    def refuse(*_: object) -> None:
        raise AssertionError("rules are read again")

    monkeypatch.setattr("factcheck.ruleset.loading.load_ruleset", refuse)
    assert [figure.number for figure in factcheck.extract("Nine people drowned.").figures] == ["Nine"]
