"""quizgen lint"""

from __future__ import annotations

import os

from ..catalogue import SUBJECT, Catalogue, catalogue, files, load, normal
from ..concepts.load import load as items
from ..errors import InputError, ProblemError
from ..folders import extra, own_problems
from .options import Namespace
from .output import write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def run(options: Namespace) -> int:
    """Says what is missing or wrong in problem files, a fault a line; 0 where nothing is, else 1."""
    paths = _paths(catalogue(options.problems), options)
    faults = 0
    for path in paths:
        for line in _faults(path):
            write([line])
            faults += 1
    write([f"{faults} fault{'s' * (faults != 1)} in {len(paths)} file{'s' * (len(paths) != 1)}"])
    return 1 if faults else 0


def _paths(found: Catalogue, options: Namespace) -> list[str]:
    """The file, the folder's files or the problem's that is named; where none is, the user's own, else the builtin ones."""
    path = options.path
    if path is None:
        own = [folder for folder in (own_problems(), *extra(), options.problems) if folder and os.path.isdir(folder)]
        return [path for folder in own for path in files(folder)] or [*found.paths.values(), *found.subjects.values()]
    if os.path.isdir(path):
        return list(files(path))
    if os.path.isfile(path):
        return [os.path.abspath(path)]
    if normal(path) in found.paths:
        return [found.paths[normal(path)]]
    raise InputError(f"{path}: no such file, folder or problem")


def _faults(path: str) -> Iterator[str]:
    from ..workshop.lint import lint

    shown = os.path.relpath(path)
    try:
        if path.endswith(SUBJECT):
            items(path)
            return
        problem = load(path)
    except ProblemError as error:
        yield str(error).replace(path, shown)
        return
    with open(path, encoding="utf-8") as file:
        text = file.read()
    for fault in lint(problem, text):
        yield f"{shown}:{fault.line}: {fault.says}"
