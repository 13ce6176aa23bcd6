"""How long a cold scan of ``seeds/`` takes, beside a Python that does nothing, in one run.

    python tests/bench/startup.py [--runs 15] [--imports]

The two take turns, so that a busy machine slows both; the figures are medians and minima over the runs.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOTHING = [sys.executable, "-c", "pass"]
SCAN = [sys.executable, "-m", "factcheck", "scan", "seeds/", "--exit-zero"]


def seconds(command: list[str]) -> float:
    """The wall time of one run of a command."""
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def measure(runs: int) -> dict[str, list[float]]:
    """Times of both commands, taken in turns after one run each to warm the disk."""
    commands = {"python -c pass": NOTHING, "factcheck scan seeds/": SCAN}
    for command in commands.values():
        seconds(command)
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            times[name].append(seconds(command))
    return times


def slowest_imports(count: int = 25) -> list[str]:
    """The imports of a scan that cost most, themselves alone, in microseconds."""
    run = subprocess.run([SCAN[0], "-X", "importtime", *SCAN[1:]], cwd=ROOT, capture_output=True, text=True, check=True)
    rows = [line.split("|") for line in run.stderr.splitlines() if line.startswith("import time:") and "|" in line]
    costs = [(int(row[0].split(":")[1]), row[2].strip()) for row in rows if row[0].split(":")[1].strip().isdigit()]
    return [f"{cost:>8} us  {name}" for cost, name in sorted(costs, reverse=True)[:count]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--imports", action="store_true", help="list the imports that cost most")
    options = parser.parse_args()
    times = measure(options.runs)
    for name, values in times.items():
        print(f"{name:<24} median {statistics.median(values) * 1000:6.0f} ms   best {min(values) * 1000:6.0f} ms")
    more = statistics.median(times["factcheck scan seeds/"]) - statistics.median(times["python -c pass"])
    print(f"{'the scan itself':<24} median {more * 1000:6.0f} ms")
    if options.imports:
        print(*slowest_imports(), sep="\n")


if __name__ == "__main__":
    main()
