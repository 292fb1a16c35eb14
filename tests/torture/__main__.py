"""Long runs; exit 1 when anything was lost.

python -m tests.torture kill --runs 1000 --seed 1 --workers 2
python -m tests.torture power --runs 25        (needs the right to mount a file)
python -m tests.torture fuzz --reader agenda --count 100000 --seed 1
python -m tests.torture keys --seconds 3600 --seed 1
python -m tests.torture long
python -m tests.torture paste
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.torture.fuzz import MOST_GROWTH, READERS, fuzz
from tests.torture.keys import torture as press
from tests.torture.kill import torture
from tests.torture.long import record
from tests.torture.pastes import paste
from tests.torture.power import cut


def main() -> int:
    """Run it, and say what was lost and what it cost."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.torture", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("kill", "power", "fuzz", "keys", "long", "paste"), help="what is done to it")
    parser.add_argument("--runs", type=int, default=1_000_000, help="so many kills at most")
    parser.add_argument("--seconds", type=float, default=86_400.0, help="for so long at most")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1, help="as many at once, each with a seed of its own")
    parser.add_argument("--synchronous", choices=("OFF", "NORMAL"), default="", help="power: a weaker mode, to see that it is seen")
    parser.add_argument("--reader", choices=tuple(READERS), help="fuzz: which of them; all if left out")
    parser.add_argument("--count", type=int, default=1_000, help="fuzz: so many inputs")
    parser.add_argument("--first", type=int, default=0, help="fuzz: the number of the first input, to see one of them again")
    parser.add_argument("--keep", type=Path, help="fuzz: a folder for the inputs that failed")
    args = parser.parse_args()
    if args.what == "power":
        return _power(min(args.runs, 10_000), args.seconds, args.seed, args.synchronous)
    if args.what == "fuzz":
        return max(_fuzz(name, args) for name in ([args.reader] if args.reader else READERS))
    if args.what == "long":
        return _long()
    if args.what == "paste":
        return _paste()
    if args.what == "keys":
        return _keys(args.seconds, args.seed)
    if args.workers > 1:
        return _several(args)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="klubban-torture-") as home:
        result = torture(Path(home), args.seed, args.runs, args.seconds, lambda told: print(f"frö {args.seed}: {told}", flush=True))
    wall = time.monotonic() - began
    cpu = sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    for lost in result.lost:
        print(f"FÖRLUST (frö {args.seed}) {lost}")
    each = max(result.runs, 1)
    print(
        f"frö {args.seed}: {result.runs} körningar, {len(result.lost)} förluster; "
        f"ord som eftersöktes {result.words}, i öppna dialoger {result.in_dialogs}, beslut {result.decided}, "
        f"dödade före första skärmen {result.early}; {wall / each:.1f} s och {cpu / each:.1f} CPU-s per körning"
    )
    return 1 if result.lost else 0


def _power(runs: int, seconds: float, seed: int, weakened: str) -> int:
    dice, end = random.Random(seed), time.monotonic() + seconds
    acknowledged = lost = done = 0
    while done < runs and time.monotonic() < end:
        with tempfile.TemporaryDirectory(prefix="klubban-torture-") as folder:
            told, there = cut(Path(folder), dice.uniform(0.05, 1.5), weakened)
        acknowledged += told
        lost += max(0, told - there)
        done += 1
    print(f"frö {seed}: {done} strömavbrott, {acknowledged} kvitterade händelser, {lost} förlorade")
    return 1 if lost else 0


def _fuzz(name: str, args: argparse.Namespace) -> int:
    numbers = range(args.first, args.first + args.count)
    outcome = fuzz(name, args.seed, numbers, lambda told: print(told, flush=True), args.seconds)
    for place, (number, data, told) in outcome.first.items():
        print(f"FEL {name}, frö {args.seed}, nummer {number}, {outcome.failures[place]} gånger: {place}\n{told[-1_500:]}")
        if args.keep:
            args.keep.mkdir(parents=True, exist_ok=True)
            (args.keep / f"{name}-{args.seed}-{number}").write_bytes(data)
    failed = sum(outcome.failures.values())
    print(
        f"{name}, frö {args.seed}: {outcome.inputs} indata, {outcome.accepted} lästes, "
        f"{outcome.inputs - outcome.accepted - failed} avvisades med besked, {failed} fel; längst {outcome.slowest:.1f} CPU-s, "
        f"minnet växte {outcome.grown} MB; {outcome.seconds:.0f} s",
        flush=True,
    )
    return 1 if failed or outcome.grown > MOST_GROWTH else 0


def _long() -> int:
    """A day of 10,000 events: the last thousand may cost little more than the second, in time and in memory."""
    print("| händelser | en akt, median ms | den långsammaste, ms | minne, MB |\n| --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory(prefix="klubban-torture-") as home:
        rows = record(Path(home) / "stor.klubban", tell=lambda told: print(told, flush=True))
    return 1 if rows[-1].usual > 4 * rows[1].usual or rows[-1].megabytes > rows[1].megabytes + 200 else 0


def _paste() -> int:
    print("| en megabyte | tills den står där, s | nästa tangent, s |\n| --- | --- | --- |")
    costs = paste(lambda told: print(told, flush=True))
    return 1 if max(cost.next_key for cost in costs.values()) > 10 else 0


def _keys(seconds: float, seed: int) -> int:
    with tempfile.TemporaryDirectory(prefix="klubban-torture-") as home:
        outcome = press(Path(home), seed, seconds, lambda told: print(f"frö {seed}: {told}", flush=True))
    for failure in outcome.failures:
        print(f"FEL (frö {seed}) {failure}")
    print(
        f"frö {seed}: {outcome.seconds:.0f} s, {outcome.acts} tangenter och annat, {outcome.starts} starter, "
        f"{outcome.events} händelser i sammanträdena efteråt, {len(outcome.failures)} fel"
    )
    return 1 if outcome.failures else 0


def _several(args: argparse.Namespace) -> int:
    share = -(-args.runs // args.workers)
    command = [sys.executable, "-m", "tests.torture", args.what, "--runs", str(share), "--seconds", str(args.seconds)]
    running = [subprocess.Popen([*command, "--seed", str(args.seed * 100 + n)]) for n in range(args.workers)]
    return max([process.wait() for process in running])


if __name__ == "__main__":
    sys.exit(main())
