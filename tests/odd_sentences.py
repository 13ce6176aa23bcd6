"""Odd sentences without end: numbers, hedges, units, dates, speakers and clauses in any order, cut anywhere.

``python -m tests.odd_sentences SECONDS [SEED]`` reads as many as fit, and tells how many, and what broke.
"""

from __future__ import annotations

import datetime as dt
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.claims import claim_figures
from factcheck.comparing import compare_groups
from factcheck.documents import document_from_text
from factcheck.figures import Figure, extract_figures
from factcheck.grouping import group_claims
from factcheck.ruleset import bundled_ruleset


def pool(words: str, *more: str) -> tuple[str, ...]:
    """The words of a pool; an underscore is a space inside one."""
    return (*(word.replace("_", " ") for word in words.split()), *more)


NUMBERS = pool("""
0 1 2 7 12 15 1,200 5,000 1.5 .38 0.001 1,2,3 12-15 12–15 3/4 1½ ½ 10^6 5×10^95 3E+7 1e9 1.2m 3bn 12k $5 €1,89 £3.50
12% 0% 100% 1,000,000,000 999999999999999999999999 00012 12th 1st 22nd 1350 2014 1,35 1.234,56 ٣٥ ３８ 十二 Ⅻ F-16
9/11 24/7 twelve a dozen dozens hundreds scores half third quarter two-thirds million billion zero none no couple few
several both twenty-one hundred thousand one-in-four 12-year-old 5-4 12:50 -12 +12 ~12 #12 12° 12' 12" 12a B12
12.12.12 1-800-555-0100
""")
HEDGES = pool("""
about around some c. ca. circa roughly at_least at_most up_to over under more_than fewer_than less_than nearly almost
just_over no_more_than as_many_as between from to or and an_estimated exactly only another a_further the_next the_last
the_past every not_even well_over in_excess_of a_record minus plus ± Rs. No. vs. Mr. p. per
""")
UNITS = pool("""
people soldiers dead bodies hours hour minutes days weeks months years km miles m ft kg tonnes tons barrels per_cent
percent percentage_points dollars euros million_dollars degrees_Celsius mph kWh GB votes drones times as_many cases
a_day per_hour per_100,000 square_miles in_the_next_hour in_the_coming_hours two_hours_earlier ago later old of_them
others more each
""")
DATES = pool("""
Monday on_Sunday last_week yesterday today tomorrow in_2014 in_May May_3 3_May_2014 2014-05-03 05/03/2014 31_February
on_the_31st in_the_1990s since_Friday by_2030 BC AD 5_BC mid-June overnight at_12:50_p.m. this_year the_previous_day
29_February_2023 in_year_0 in_the_9999s a_century_ago next_month two_weeks_ago between_May_and_June from_1914_to_1918
""")
CLAUSES = pool(
    """
were_killed died was_hurt killed injured launched downed fled arrested said police_said the_minister_told_reporters
according_to officials which_had who_were including of_whom after when_a_ferry_sank if would could may not never denied
no_reports_of rose fell by to from in_Kabul off_Sorn near_the_U.S._border and but while as because the a an he_said
she_added it they “ ” " ( ) [ ] — – - , ; : . … ! ? .. ., • * # | < > & ' ’ / \\
""",
    *"\n\t\u00ad\u200b\u202e\u00a0\ufeff\U0001f600",
    "\n\n",
)
POOLS = (NUMBERS, NUMBERS, HEDGES, UNITS, UNITS, DATES, CLAUSES, CLAUSES)
DAYS = (dt.date(2025, 6, 4), dt.date.min, dt.date.max, dt.date(2024, 2, 29), None)


@dataclass
class Found:
    """How many texts were read, with how many figures, and those that broke, each with its error."""

    texts: int = 0
    figures: int = 0
    broken: list[tuple[str, str]] = field(default_factory=list)


def odd_text(chance: random.Random) -> str:
    """A few odd sentences, the last of them cut off anywhere."""
    words = [chance.choice(chance.choice(POOLS)) for _ in range(chance.randint(1, 24))]
    joined = "".join(word + chance.choice((" ", " ", " ", " ", "", ", ", "-")) for word in words)
    made = chance.choice(("", "", "The ", "“", "Police said ", "- ", "Killed: ")) + joined
    return made[: chance.randint(1, len(made))] if chance.random() < 0.5 else made.rstrip() + "."


def odd_texts(seed: int) -> Iterator[tuple[str, dt.date | None]]:
    chance = random.Random(seed)
    while True:
        yield odd_text(chance), chance.choice(DAYS)


def read_odd_texts(seconds: float, seed: int = 1, most: int = 10**9) -> Found:
    """Reads, groups and compares as many odd texts as fit into the time (of the processor), two at a time."""
    ruleset, found = bundled_ruleset(), Found()
    stop = time.process_time() + seconds
    texts = odd_texts(seed)
    while time.process_time() < stop and found.texts < most:
        two = [next(texts), next(texts)]
        found.texts += 2
        try:
            figures: list[Figure] = []
            for n, (text, day) in enumerate(two, 1):
                document = document_from_text(text, f"{n}.txt", day, id=f"d{n}", vocabulary=ruleset.vocabulary)
                extraction = extract_figures(document, ruleset.vocabulary)
                found.broken += [(text, fault.error) for fault in extraction.faults]
                for figure in extraction.figures:
                    if not figure.sentence.holds(figure.quantity.span):
                        found.broken.append((text, f"{figure.text!r} stands outside its sentence"))
                figures += extraction.figures
            claims = tuple(claim_figures(figures, ruleset))
            found.figures += len(figures)
            groups = group_claims(claims, ruleset.vocabulary).groups
            compare_groups(groups, ruleset.vocabulary, claims=claims)
        except Exception as error:  # whatever it is, it is a find
            found.broken.append(("\n---\n".join(text for text, _ in two), f"{type(error).__name__}: {error}"))
    return found


def main(seconds: float, seed: int) -> int:
    found = read_odd_texts(seconds, seed)
    print(f"{found.texts:,} texts read, {found.figures:,} figures, {len(found.broken)} broken (seed {seed})")
    for text, error in found.broken[:20]:
        print(f"  {error}\n    {text!r}")
    return int(bool(found.broken))


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1))
