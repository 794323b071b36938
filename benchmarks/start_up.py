"""How long quizgen takes, as ratios to an empty Python in the same run: `python benchmarks/start_up.py`.

Whole processes, medians of several runs, with compiled files kept as after an install. Peers are measured beside it where
they are installed.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

QUIZGEN = str(Path(sys.executable).with_name("quizgen"))
EIGHT = ["t-test", "rbf-xor", "som-update", "backprop", "backprop-chain", "min-max", "z-score", "confusion-matrix"]
PEERS = {
    "click: import": "import click",
    "mathgenerator: first sum": "import mathgenerator; mathgenerator.addition()",
    "reasoning-gym: first sum": "import reasoning_gym; reasoning_gym.create_dataset('basic_arithmetic', size=1, seed=1)[0]",
}


KEPT = {name: value for name, value in os.environ.items() if name not in ("PYTHONDONTWRITEBYTECODE", "NO_COLOR")}


def seconds(command: list[str], runs: int) -> float:
    """The median wall time of a command, after one run that is not counted."""
    taken = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        nothing = subprocess.DEVNULL
        subprocess.run(command, stdin=nothing, stdout=nothing, stderr=nothing, env=KEPT, check=True)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken[1:])


def seconds_to_prompt(command: list[str], runs: int) -> float:
    """The median wall time until a command prompts in a color terminal, after one run that is not counted."""
    import pty

    taken = []
    for _ in range(runs + 1):
        ours, theirs = pty.openpty()
        start = time.perf_counter()
        with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env={**KEPT, "TERM": "xterm"}):
            os.close(theirs)
            shown = b""
            while b" > " not in shown:
                shown += os.read(ours, 65536)
            taken.append(time.perf_counter() - start)
            os.write(ours, b"q\r")
        os.close(ours)
        if b"\x1b[" not in shown:
            raise SystemExit("practice shows no color in a terminal")
    return statistics.median(taken[1:])


def main() -> None:
    """Prints a line a command: its ratio, and the ratio it should stay under."""
    empty = seconds([sys.executable, "-I", "-c", "pass"], 21)
    known = subprocess.run([QUIZGEN, "list"], capture_output=True, text=True, check=True).stdout
    present = [slug for slug in EIGHT if f"  {slug} " in known]
    counts = [f"{slug}:{-(-100 // len(present))}" for slug in present]
    with tempfile.TemporaryDirectory() as folder:
        rows = [
            ("--version", ["--version"], 11, 5),
            ("list", ["list"], 11, 8),
            ("show t-test", ["show", "t-test", "--seed", "1"], 11, 9),
            ("practice to its first prompt in a pipe", ["practice", "t-test", "--seed", "1"], 11, 10),
            ("sheet of 100 with key, Markdown", ["sheet", *counts, "-o", f"{folder}/s.md", "--seed", "1"], 5, 40),
            ("sheet of 100 with key, PDF", ["sheet", *counts, "-o", f"{folder}/s.pdf", "--seed", "1"], 5, 40),
            (
                "show --count 10000 --solution --json",
                ["show", "t-test", "--seed", "1", "--count", "10000", "--solution", "--json"],
                1,
                150,
            ),
        ]
        print(f"python -I -c pass: {empty * 1000:.1f} ms")
        if os.name == "posix":
            prompt = seconds_to_prompt([QUIZGEN, "practice", "t-test", "--seed", "1"], 11)
            print(f"{prompt / empty:7.1f}  (at most 14)  practice to its first prompt in a color terminal")
        for name, arguments, runs, wanted in rows:
            try:
                print(f"{seconds([QUIZGEN, *arguments], runs) / empty:7.1f}  (at most {wanted})  {name}")
            except subprocess.CalledProcessError as error:
                print(f"      -  {name}: exit {error.returncode}")
    for name, code in PEERS.items():
        try:
            print(f"{seconds([sys.executable, '-c', code], 5) / empty:7.1f}  {name}")
        except subprocess.CalledProcessError:
            print(f"      -  {name}: not installed")


if __name__ == "__main__":
    main()
