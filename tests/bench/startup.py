"""How long a cold scan of ``seeds/`` takes, beside a Python that does nothing, in one run.

    python tests/bench/startup.py [--runs 15] [--imports]

The two take turns, so that a busy machine slows both; the figures are medians and minima over the runs. Compiled
modules are cached as they are after any installation, in a folder of the benchmark's own.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
NOTHING = [sys.executable, "-c", "pass"]
SCAN = [sys.executable, "-m", "factcheck", "scan", "seeds/", "--exit-zero"]


class Time(NamedTuple):
    """What one run took, in seconds: by the clock, and of the processor."""

    wall: float
    cpu: float


def timed(command: list[str], env: dict[str, str]) -> Time:
    """The time of one run of a command."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Time(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def measure(runs: int, env: dict[str, str]) -> dict[str, list[Time]]:
    """Times of both commands, taken in turns after one run each to warm the disk."""
    commands = {"python -c pass": NOTHING, "factcheck scan seeds/": SCAN}
    for command in commands.values():
        timed(command, env)
    times: dict[str, list[Time]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            times[name].append(timed(command, env))
    return times


def slowest_imports(env: dict[str, str], count: int = 25) -> list[str]:
    """The imports of a scan that cost most, themselves alone, in microseconds."""
    command = [SCAN[0], "-X", "importtime", *SCAN[1:]]
    run = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    rows = [line.split("|") for line in run.stderr.splitlines() if line.startswith("import time:") and "|" in line]
    costs = [(int(row[0].split(":")[1]), row[2].strip()) for row in rows if row[0].split(":")[1].strip().isdigit()]
    return [f"{cost:>8} us  {name}" for cost, name in sorted(costs, reverse=True)[:count]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--imports", action="store_true", help="list the imports that cost most")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as cache:
        env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        env["PYTHONPYCACHEPREFIX"] = cache
        times = measure(options.runs, env)
        imports = slowest_imports(env) if options.imports else []
    for name, values in times.items():
        wall, cpu = [t.wall for t in values], [t.cpu for t in values]
        shown = (
            f"{1000 * statistics.median(wall):6.0f}",
            f"{1000 * min(wall):6.0f}",
            f"{1000 * statistics.median(cpu):6.0f}",
        )
        print(f"{name:<24} median {shown[0]} ms   best {shown[1]} ms   processor {shown[2]} ms")
    print(*imports, sep="\n")


if __name__ == "__main__":
    main()
