"""quizgen preview"""

from __future__ import annotations

import os
import sys
import time

from ..catalogue import load
from ..drawing import draw
from ..errors import InputError, QuizgenError
from ..workshop.lint import lint
from . import terminal
from .options import Namespace, named
from .output import kind, write
from .show import present

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..authoring import Problem

PAUSE = 0.2
CLEAR = "\x1b[H\x1b[2J"


def run(options: Namespace) -> int:
    """Shows a problem file's question, hints, solution and faults, and again whenever it is saved."""
    if not os.path.isfile(options.path):
        raise InputError(f"{options.path}: no such file")
    kind(options)
    sys.dont_write_bytecode = True
    path, left = os.path.abspath(options.path), options.count
    seen = None
    while left is None or left > 0:
        now = _stamps(path)
        if now != seen and any(now[0][1:]):
            seen = now
            _show(path, options)
            left = None if left is None else left - 1
        else:
            time.sleep(PAUSE)
    return 0


def _stamps(path: str) -> list[tuple[str, int, int]]:
    """When the file, and those beside and above it that problems share, were changed last, and their sizes."""
    folder = os.path.dirname(path)
    shared = [
        os.path.join(place, name)
        for place in (folder, os.path.dirname(folder))
        for name in sorted(os.listdir(place))
        if name.startswith("_") and name.endswith(".py")
    ]
    return [(name, *_stamp(name)) for name in [path, *shared]]


def _stamp(path: str) -> tuple[int, int]:
    try:
        found = os.stat(path)
    except OSError:  # between an editor's two steps of saving
        return 0, 0
    return found.st_mtime_ns, found.st_size


def _show(path: str, options: Namespace) -> None:
    if sys.stdout.isatty() and not options.plain and not terminal.dumb():
        sys.stdout.write(CLEAR)
    try:
        problem = load(path, afresh=True)
        _present(problem, options)
        with open(path, encoding="utf-8") as file:
            faults = lint(problem, file.read())
        write(f"{os.path.basename(path)}:{fault.line}: {fault.says}" for fault in faults)
    except QuizgenError as error:
        write([f"✗ {error}"])
    write(["", f"{os.path.basename(path)} as saved at {time.strftime('%H:%M:%S')}; Ctrl-C ends"])
    sys.stdout.flush()


def _present(problem: Problem, options: Namespace) -> None:
    """The variant with its hints and solution, to the terminal or to the file of -o."""
    conventions = named(options.convention, "--convention", problem.conventions)
    level = options.level or next(iter(problem.levels))
    variant = draw(problem, level, conventions, options.seed or 1)
    present(kind(options), [variant], options, solved=True, hinted=3)
