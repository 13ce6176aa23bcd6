"""What grouping and comparing cost, and how that grows: many events of an article each, and one event in many articles.

    python -m tests.bench.linking_speed [FOLDER] [--bulk 2000] [--story 280]

The articles of both are made up, the same every time; with FOLDER the bulk is its text files. Reading is not counted.
A growth of 1.0 means that twice the articles cost twice as much; it is told between a quarter of the articles and all
of them, so that one run on one core answers whatever the machine.
"""

from __future__ import annotations

import argparse
import gc
import math
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.claims import Claim, claim_figures
from factcheck.comparing import compare_groups
from factcheck.documents import Document, document_from_text
from factcheck.figures import extract_figures
from factcheck.grouping import group_claims
from factcheck.ruleset import Ruleset, bundled_ruleset
from factcheck.scan import COLLECT_EVERY

_SYLLABLES = ("bar", "den", "fol", "gast", "hol", "kir", "lund", "mar", "nes", "or", "pel", "rin", "sta", "tor", "vik")
_ENDS = ("by", "ford", "ham", "mouth", "stead", "ton")
# Of each kind of event: what its articles say, in sentences with places for a town, a person and three numbers.
_EVENTS = (
    (
        "Fire sweeps through a mill in {town}",
        "At least {a} people were killed when a mill burned down in {town} on Monday, the fire service said.",
        "{person}, who leads the rescue, said {b} workers had been taken to hospital and {c} were still missing.",
        "The mill employed {d} people.",
    ),
    (
        "{town} council votes on its budget",
        "The council of {town} approved a budget of ${b} million by {a} votes to {c} on Tuesday.",
        "Mayor {person} said that {d} homes would be built within three years.",
    ),
    (
        "Storm cuts power in {town}",
        "A storm left {d} homes without power in {town} on Wednesday and damaged {b} roofs, the network said.",
        "Crews rescued {a} people from flooded cars, said {person}, a spokeswoman for the county.",
    ),
    (
        "Strike at the port of {town}",
        "Some {d} dockers walked out in {town} on Thursday over pay, their union said.",
        "{person} of the union put the number of idle ships at {a}; the port counted {c}.",
        "The dockers ask for a rise of {b} percent.",
    ),
)
_OUTLETS = ("Courier", "Gazette", "Herald", "Ledger", "Mercury", "Observer")


def _name(dice: random.Random, ends: Sequence[str] = ("",)) -> str:
    return "".join((*dice.choices(_SYLLABLES, k=3), dice.choice(ends))).capitalize()


def _article(dice: random.Random, event: Sequence[str], town: str, person: str) -> str:
    numbers = {"a": dice.randint(5, 40), "b": dice.randint(50, 90), "c": dice.randint(2, 30)}
    facts = {"town": town, "person": person, "d": f"{dice.randint(20, 90) * 100:,}", **numbers}
    title, lead, *rest = (sentence.format(**facts) for sentence in event)
    return "\n\n".join((title, lead, *dice.sample(rest, len(rest)))) + "\n"


def bulk(count: int) -> Iterator[str]:
    """As many articles as events."""
    dice = random.Random(1)
    for _ in range(count):
        yield _article(dice, dice.choice(_EVENTS), _name(dice, _ENDS), f"{_name(dice)} {_name(dice)}")


def story(count: int) -> Iterator[str]:
    """As many articles of one event, no two with the same numbers."""
    dice = random.Random(2)
    town, person = _name(dice, _ENDS), f"{_name(dice)} {_name(dice)}"
    for _ in range(count):
        yield _article(dice, _EVENTS[0], town, person)


def claims_of(texts: Sequence[str], ruleset: Ruleset) -> list[list[Claim]]:
    """The claims of each article."""
    return [list(claim_figures(extract_figures(each, ruleset.vocabulary).figures, ruleset)) for each in _read(texts)]


def _read(texts: Sequence[str]) -> Iterator[Document]:
    for n, text in enumerate(texts):
        outlet = _OUTLETS[n % len(_OUTLETS)]
        yield document_from_text(text, f"{outlet}__{n:05}.txt", id=f"d{n:05}")


def seconds(claims: Sequence[Sequence[Claim]], ruleset: Ruleset) -> tuple[float, float]:
    """Processor time of grouping and of comparing, the best of two runs."""
    best = [math.inf, math.inf]
    flat = [claim for each in claims for claim in each]
    for _ in range(2):
        started = time.process_time()
        grouping = group_claims(flat, ruleset.vocabulary)
        grouped = time.process_time()
        compare_groups(grouping, ruleset.vocabulary, claims=flat)
        taken = grouped - started, time.process_time() - grouped
        best = [min(pair) for pair in zip(best, taken, strict=True)]
    return best[0], best[1]


def told(name: str, texts: Sequence[str], ruleset: Ruleset) -> str:
    """A line: what each article costs, in the whole and by step, and how that grows from a quarter of them."""
    claims = claims_of(texts, ruleset)
    group_claims(claims[0], ruleset.vocabulary)  # what is made once
    part, whole = (seconds(claims[:count], ruleset) for count in (len(claims) // 4, len(claims)))
    each = [1000 * taken / len(claims) for taken in whole]
    growth = [math.log(max(b, 1e-4) / max(a, 1e-4), 4) for a, b in zip(part, whole, strict=True)]
    total = math.log(sum(whole) / sum(part), 4)
    figures = sum(map(len, claims))
    return (
        f"{name}: {len(claims)} articles, {figures} figures, {sum(each):.1f} ms an article, growth {total:.2f} "
        f"(grouping {each[0]:.1f} ms, {growth[0]:.2f}; comparing {each[1]:.1f} ms, {growth[1]:.2f})"
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("folder", nargs="?", type=Path)
    options.add_argument("--bulk", type=int, default=2000)
    options.add_argument("--story", type=int, default=280)
    asked = options.parse_args()
    gc.set_threshold(COLLECT_EVERY)  # as a scan does
    ruleset = bundled_ruleset()
    paths = sorted(asked.folder.glob("*.txt"))[: asked.bulk] if asked.folder else []
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in paths] or list(bulk(asked.bulk))
    print(told("linking many events", texts, ruleset))
    print(told("linking one event", list(story(asked.story)), ruleset))


if __name__ == "__main__":
    main()
