"""``factcheck rules``: whole outputs, exit codes, and what goes to which stream."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factcheck.cli import main
from factcheck.ruleset import load_ruleset

GEESE = """\
[claim.geese.counted]
question = "How many geese were tagged?"
counted = ["goose~"]
done_to = ["tag~"]
match = ["Wardens tagged {340} geese on the marsh."]
no_match = [{ text = "Wardens fed {340} geese on the marsh.", why = "fed, not tagged" }]
"""


@pytest.fixture(autouse=True)
def _somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, text: str) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["rules", *words])


def test_the_commands_and_their_first_lines() -> None:
    told = run("--help").output.partition("Commands:")[2].partition("Example:")[0]
    commands = re.findall(r"^  (\S+)  +\S", told, re.MULTILINE)
    assert set(commands) == {"check", "diff", "list", "new", "schema", "stats", "test", "try"}


def test_list_names_claim_question_status_and_place() -> None:
    write("rules/geese.toml", GEESE)
    assert run("list", "geese").output == (
        "claim          question                     status    where\n"
        "geese.counted  How many geese were tagged?  stable    rules/geese.toml:1\n"
    )


def test_list_verbose_tells_checks_and_known_false_alarms() -> None:
    more = 'at_most = ["crowds.size"]\nfalse_alarms = ["goslings counted by some"]\n'
    write("rules/geese.toml", GEESE + more)
    assert run("list", "geese", "-v").output == (
        "geese.counted  (rules/geese.toml:1, stable)\n"
        "  How many geese were tagged?\n"
        "  at most: crowds.size\n"
        "  known false alarm: goslings counted by some\n"
    )


def test_list_of_all_has_every_concept() -> None:
    names = {line.split()[0].partition(".")[0] for line in run("list").stdout.splitlines()[1:]}
    assert {"casualties", "drones", "tariffs", "votes", "quakes", "disease"} <= names


def test_an_unknown_name_is_wrong_usage_with_a_suggestion() -> None:
    result = run("test", "casualties.kiled")
    assert result.exit_code == 2
    assert 'did you mean "casualties.killed"?' in result.stderr


def test_check_is_content() -> None:
    write("rules/geese.toml", GEESE)
    result = run("check", "rules/geese.toml")
    assert (result.exit_code, result.output) == (0, "1 claim in 1 file: no problems\n")


def test_check_shows_the_place_the_line_and_what_to_do() -> None:
    write("mine/geese.toml", GEESE.replace("done_to", "done_too"))
    result = run("check", "mine")
    assert result.exit_code == 2
    assert result.stdout == (
        'mine/geese.toml:4:1: unknown key "done_too"; did you mean "done_to"?\n'
        '    done_too = ["tag~"]\n'
        "    ^\n"
        "0 claims in 1 file: 1 problem\n"
    )


def test_check_of_all_files_in_force() -> None:
    result = run("check")
    assert result.exit_code == 0
    assert result.stdout.endswith("files: no problems\n")


def test_a_broken_file_is_told_once_on_standard_error_and_the_rest_runs() -> None:
    write("rules/geese.toml", GEESE)
    write("rules/swans.toml", "[claim.swans\n")
    result = run("test", "geese")
    assert result.exit_code == 2
    assert result.stdout == "2 examples of 1 claim: all as they should\n"
    assert result.stderr.startswith("factcheck: rules/swans.toml:1:13: ")


@pytest.mark.parametrize(
    ("old", "new", "kind", "why"),
    [
        (
            "tagged {340} geese",
            "fed {340} geese",
            "missing: Wardens fed {340} geese on the marsh.",
            'fails at words: counted is "geese", as asked; what is done to them is "feed", not tag~',
        ),
        (
            "Wardens fed {340}",
            "Wardens drove and tagged {340}",
            "noisy: Wardens drove and tagged {340} geese on the marsh.",
            "matches, but must not: fed, not tagged",
        ),
        (
            '"Wardens tagged {340} geese on the marsh."',
            '{ text = "Wardens tagged {345} geese.", low = 300 }',
            "wrong: Wardens tagged {345} geese.",
            "low reads 345, not 300",
        ),
        (
            '"fed, not tagged"',
            '"fed, not tagged", instead = "casualties.killed"',
            "wrong: Wardens fed {340} geese on the marsh.",
            "must go to casualties.killed, but goes to no rule",
        ),
        (
            '"Wardens tagged {340} geese on the marsh."',
            '{ text = "Wardens tagged {340} geese.", gap = true }',
            "closed: Wardens tagged {340} geese.",
            "this known gap works now: take gap = true away",
        ),
    ],
    ids=["missing", "noisy", "wrong reading", "wrong rule", "closed gap"],
)
def test_test_tells_what_kind_of_failure(old: str, new: str, kind: str, why: str) -> None:
    assert old in GEESE
    write("rules/geese.toml", GEESE.replace(old, new))
    result = run("test", "rules/geese.toml")
    assert result.exit_code == 1
    told = f"rules/geese.toml:1: geese.counted: {kind}\n    {why}\n"
    assert result.stdout == told + "2 examples of 1 claim: 1 failed\n"


def test_a_known_gap_is_shown_and_does_not_fail() -> None:
    write("rules/geese.toml", GEESE.replace('["Wardens', '[{ text = "Wardens fed {12} geese.", gap = true }, "Wardens'))
    result = run("test", "geese", "-v")
    assert result.exit_code == 0
    assert "geese.counted: known gap: Wardens fed {12} geese." in result.stdout
    assert result.stdout.endswith("3 examples of 1 claim: all as they should, 1 known gap\n")


@pytest.mark.parametrize(("relation", "code"), [("conflict", 0), ("agree", 1)])
def test_a_verdict_is_run_through_grouping_and_comparing(relation: str, code: int) -> None:
    verdict = f"""
[[claim.geese.counted.verdict]]
a = "Wardens tagged {{340}} geese on Orlen marsh on Monday, the trust said."
b = "Wardens tagged {{290}} geese on Orlen marsh on Monday, the trust said."
relation = "{relation}"
"""
    write("rules/geese.toml", GEESE + verdict)
    assert run("test", "geese").exit_code == code


def test_try_shows_the_steps_of_the_rule_that_matches() -> None:
    write("rules/geese.toml", GEESE)
    result = run("try", "Last week they tagged nine geese.")
    assert result.exit_code == 0
    assert result.output == (
        "nine: count, counted: geese, happened: tag (the counted are its object)\n"
        "  geese.counted matches  (rules/geese.toml:1)\n"
        "    ✓ kind: the number is of kind count; asked: count\n"
        '    ✓ words: counted is "geese", as asked; what is done to them is "tag", as asked\n'
    )


def test_try_shows_the_first_step_that_failed() -> None:
    write("rules/geese.toml", GEESE)
    result = run("try", "--rule", "geese", "Last week they fed nine geese.")
    assert result.exit_code == 1
    assert result.output.endswith(
        "  geese.counted fails  (rules/geese.toml:1)\n"
        "    ✓ kind: the number is of kind count; asked: count\n"
        '    ✗ words: counted is "geese", as asked; what is done to them is "feed", not tag~\n'
    )


def test_try_says_when_there_is_no_figure_or_no_rule_near() -> None:
    assert run("try", "The marsh is wide.").output == "no figure in this sentence; factcheck explain tells why\n"
    assert "no rule comes near" in run("try", "Wardens tagged 12 geese.").output


def test_new_makes_a_rule_that_passes_its_own_test() -> None:
    result = run("new", "--from", "Wardens tagged 12 geese.", "--name", "geese.tagged")
    assert result.exit_code == 0
    write("rules/geese.toml", result.stdout)
    assert run("check", "rules").exit_code == 0
    assert run("test", "geese").output == "1 example of 1 claim: all as they should\n"


def test_new_asks_which_number_is_meant() -> None:
    result = run("new", "--from", "Wardens tagged 12 of 80 geese.")
    assert result.exit_code == 2
    assert "put the one that is meant in braces" in result.stderr
    assert "Wardens tagged 12 of {80} geese." in run("new", "--from", "Wardens tagged 12 of {80} geese.").stdout


def test_stats_counts_hits_rivals_and_the_unclaimed() -> None:
    write("rules/geese.toml", GEESE + GEESE.replace("geese.counted", "geese.tagged"))
    article = write("articles/marsh.txt", "Marsh report\n\nWardens tagged 340 geese. They planted 12 willows.\n")
    result = run("stats", str(article))
    assert result.exit_code == 0
    assert result.stdout == (
        "1 document, 2 figures, 1 claimed by a rule (50%)\n\n"
        "rule             hits\n"
        "geese.counted       1\n"
        "geese.tagged        0\n"
        "(the rules of factcheck that hit nothing: --all)\n\n"
        "taken by       would match too      figures\n"
        "geese.counted  geese.tagged               1\n\n"
        "unclaimed, the first 1:\n"
        "  articles/marsh.txt:3: They planted {12} willows.\n"
    )


def test_stats_lists_the_readers_own_rules_that_hit_nothing() -> None:
    write("rules/geese.toml", GEESE)
    write("more/swans.toml", GEESE.replace("geese.counted", "swans.counted").replace("goose~", "swan~"))
    article = write("marsh.txt", "Wardens tagged 340 geese.\n")
    assert (
        "\n\nrule             hits\ngeese.counted       1\nswans.counted       0\n"
        in run("stats", str(article), "--rules", "more").stdout
    )
    article.write_text("Nothing.\n")
    assert "\n\nrule             hits\ngeese.counted       0\n(the rules" in run("stats", str(article)).stdout


def test_stats_lists_every_rule_that_hit_nothing_when_asked() -> None:
    write("rules/geese.toml", GEESE)
    article = write("marsh.txt", "Wardens tagged 340 geese. The flood killed nine people.\n")
    stdout = run("stats", str(article), "--all").stdout
    rows = dict(line.split() for line in stdout.split("\n\n")[1].splitlines()[1:])
    assert rows.keys() == {claim.name for claim in load_ruleset(Path("rules")).claims}
    assert {name for name, hits in rows.items() if hits != "0"} == {"geese.counted", "casualties.killed"}
    assert "--all)" not in stdout


def test_stats_shows_what_a_rule_takes() -> None:
    write("rules/geese.toml", GEESE)
    article = write("marsh.txt", "Marsh report\n\nWardens tagged 340 geese. They planted 12 willows.\n")
    stdout = run("stats", str(article), "--rule", "geese", "--unclaimed", "0").stdout
    assert stdout.endswith("\n\ngeese.counted takes:\n  marsh.txt:3: Wardens tagged {340} geese.\n")
    article.write_text("Nothing.\n")
    assert run("stats", str(article), "--rule", "geese").stdout.endswith("\n\ngeese.counted takes nothing\n")
    assert run("stats", str(article), "--rule", "swans").exit_code == 2


def test_try_names_the_rule_that_takes_it_even_when_it_is_not_asked_for() -> None:
    write("rules/geese.toml", GEESE + GEESE.replace("geese.counted", "geese.tagged"))
    sentence = "Wardens tagged 340 geese."
    assert "  geese.counted matches  (rules/geese.toml:1)" in run("try", sentence).stdout
    told = run("try", "--rule", "geese.tagged", sentence).stdout
    assert "  geese.tagged would match too, but geese.counted takes it  (rules/geese.toml:7)" in told


def test_a_rule_that_comes_second_is_told_the_precedence_it_needs() -> None:
    first = GEESE.replace('done_to = ["tag~"]', 'done_to = ["tag~"]\nprecedence = 2')
    write("rules/geese.toml", first + GEESE.replace("geese.counted", "geese.tagged"))
    assert "geese.counted takes it first; give this claim precedence = 3" in run("test", "geese.tagged").output


def test_a_wrong_verdict_comes_with_its_reason() -> None:
    verdict = """
[[claim.geese.counted.verdict]]
a = "Wardens tagged {340} geese on the marsh."
b = "Rangers have since tagged {355} geese."
relation = "agree"
"""
    write("rules/geese.toml", GEESE + verdict)
    output = run("test", "geese").output
    assert "they are conflict, not agree: “340” in a and “355” in b cannot both be right." in output


def test_check_of_a_path_that_is_not_there() -> None:
    result = run("check", "nowhere.toml")
    assert result.exit_code == 2
    assert "nowhere.toml: no such rules file; check the path" in str(result.exception) + result.stderr


def test_stats_says_what_it_could_not_read() -> None:
    result = run("stats", "nowhere.txt")
    assert result.exit_code == 3
    assert "nowhere.txt: not read" in result.stderr


def test_diff_shows_what_an_edit_gains_and_loses() -> None:
    write("old/geese.toml", GEESE)
    write("new/geese.toml", GEESE.replace("goose~", "swan~").replace("geese", "swans"))
    write("marsh.txt", "Marsh report\n\nWardens tagged 340 geese. They tagged 12 swans.\n")
    result = run("diff", "old", "new", "marsh.txt")
    assert result.exit_code == 1
    assert result.stdout == (
        "marsh.txt:3: geese.counted → no rule\n    Wardens tagged {340} geese.\n"
        "marsh.txt:3: no rule → swans.counted\n    They tagged {12} swans.\n"
        "2 figures: 1 gained, 1 lost, 0 moved to another rule\n"
    )


def test_diff_of_the_same_rules_is_silent() -> None:
    write("old/geese.toml", GEESE)
    write("marsh.txt", "Marsh report\n\nWardens tagged 340 geese.\n")
    result = run("diff", "old", "old", "marsh.txt")
    assert (result.exit_code, result.stdout) == (0, "1 figure: 0 gained, 0 lost, 0 moved to another rule\n")


def test_schema_is_json() -> None:
    assert json.loads(run("schema").stdout)["title"] == "factcheck rules"


def test_output_gives_a_terminal_no_orders() -> None:
    said = run("try", "Wardens \x1b[31mtagged 12 geese.").output
    assert "12" in said
    assert "\x1b" not in said
