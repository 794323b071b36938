"""Finds problems and subjects of concept items by their files: the builtin folder, then the user's.

A problem's slug, or a subject's name, is its file's name and its topic the folder it lies in; there is no list to keep.
"""

from __future__ import annotations

import os
import sys
from types import ModuleType

from . import ids
from .errors import InputError, ProblemError, faulty, report
from .folders import extra, own_problems

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .authoring import Problem

BUILTIN = "problems"
PROBLEM, SUBJECT = ".py", ".toml"
NEEDED = ("title", "answers", "levels", "stories", "nudge")
HEADING = ('\n    title = "', '"\n'), ("\n    levels = {\n", "\n    }\n")
HERE = os.path.dirname(os.path.abspath(__file__))


def content(name: str) -> str:
    """The folder of `problems` or `templates`: inside the package in a wheel, beside it in a checkout."""
    inside = os.path.join(HERE, name)
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(HERE), name)


class Catalogue:
    """The problems of some folders, each loaded when it is asked for; a later folder's file wins over an earlier's.
    `paths` are the problems' files by slug, `subjects` those of concept items by name."""

    def __init__(self, folders: Iterable[str]) -> None:
        self.paths: dict[str, str] = {}
        self.subjects: dict[str, str] = {}
        for folder in folders:
            for path in files(folder):
                name, ending = os.path.splitext(os.path.basename(path))
                (self.paths if ending == PROBLEM else self.subjects)[normal(name)] = path
        self._loaded: dict[str, Problem] = {}

    def sound(self, slugs: Iterable[str]) -> Iterator[Problem]:
        """The problems of those slugs whose files can be loaded; what is wrong with the others is reported."""
        for slug in slugs:
            try:
                found = self.problem(slug)
            except ProblemError as error:
                report(error)
            else:
                yield found

    def headings(self, slugs: Iterable[str]) -> Iterator[tuple[str, str, list[str]]]:
        """Slug, title and levels of each problem: of the builtin ones as they stand in the files, which is much faster than
        to load them; the user's own are loaded, and what is wrong with them is reported."""
        builtin = content(BUILTIN) + os.sep
        for slug in slugs:
            found = heading(self.paths[slug]) if self.paths[slug].startswith(builtin) else None
            if found is not None:
                yield slug, *found
            else:
                yield from ((problem.slug, problem.title, list(problem.levels)) for problem in self.sound([slug]))

    @property
    def topics(self) -> dict[str, list[str]]:
        """Slugs by topic, each in order."""
        found: dict[str, list[str]] = {}
        for slug in sorted(self.paths):
            found.setdefault(topic(self.paths[slug]), []).append(slug)
        return dict(sorted(found.items()))

    def problem(self, slug: str) -> Problem:
        """The problem of a slug. InputError, with near names, where there is none."""
        slug = normal(slug)
        if slug not in self._loaded:
            if slug not in self.paths:
                raise InputError(f"there is no problem {slug!r}{self._near(slug)}")
            self._loaded[slug] = load(self.paths[slug])
        return self._loaded[slug]

    def of_code(self, letters: str) -> list[Problem]:
        """The problems whose ids begin with these letters: one, unless a user's own has the same as another. InputError
        where there is none."""
        slugs = [slug for slug in self.paths if ids.code(slug) == letters]
        if not slugs:
            raise InputError(f"no problem's ids begin with {letters}")
        return [self.problem(slugs[0])] if len(slugs) == 1 else list(self.sound(slugs))

    def _near(self, slug: str) -> str:
        from difflib import get_close_matches

        near = get_close_matches(slug, dict.fromkeys([*self.paths, *self.topics, *self.subjects]), 3, 0.5)
        return f"; near it: {', '.join(near)}" if near else "; `quizgen list` names them all"


def catalogue(folder: str | None = None) -> Catalogue:
    """The builtin problems, then those of the user's own folder where there is one, of QUIZGEN_PATH and of `folder`.
    InputError where one of these is no folder."""
    named = [*extra(), *([] if folder is None else [folder])]
    for path in named:
        if not os.path.isdir(path):
            raise InputError(f"{path}: no such folder of problems")
    return Catalogue([content(BUILTIN), *filter(os.path.isdir, [own_problems()]), *named])


def normal(name: str) -> str:
    """A slug as its file is named, but for the ending: space, `_` and `-` are alike."""
    return name.strip().lower().replace("_", "-").replace(" ", "-")


def topic(path: str) -> str:
    """The folder that a problem's file lies in."""
    return os.path.basename(os.path.dirname(path))


def files(folder: str, topics: bool = True) -> Iterator[str]:
    """The files of problems and concept items of a folder, and where there are `topics`, of the folders in it."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.name.startswith((".", "_")):
            continue
        if topics and entry.is_dir():
            yield from files(entry.path, topics=False)
        elif entry.name.endswith((PROBLEM, SUBJECT)):
            yield os.path.abspath(entry.path)


def heading(path: str) -> tuple[str, list[str]] | None:
    """The title and the levels that stand in a file laid out as the builtin ones are; None where they are not found."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    title, levels = (text.partition(start)[2].partition(end)[0] for start, end in HEADING)
    names = [line.split('"')[1] for line in levels.split("\n") if line.startswith('        "')]
    return (title, names) if title and names else None


def load(path: str, afresh: bool = False) -> Problem:
    """The problem in a file; `afresh` as it now is. ProblemError where there is none, or the file cannot be run.

    The folder of topics is a package of its own while problems are loaded, so that a problem may import what it shares
    with others: `from .._figures import t_curve`.
    """
    from importlib import import_module

    from .authoring import Problem

    folder, name = os.path.split(path[:-3])
    root, topic_ = os.path.split(folder)
    if afresh:
        _forget(_package(root))
    try:
        module = import_module(f"{_package(root)}.{topic_}.{name}")
    except Exception as error:
        raise faulty(path, error) from error
    found = [
        part
        for part in vars(module).values()
        if isinstance(part, type) and issubclass(part, Problem) and part.__module__ == module.__name__
    ]
    if len(found) != 1:
        raise ProblemError(f"{path}: a problem file holds one class derived from Problem, this one {len(found)}")
    lacking = [name for name in NEEDED if not hasattr(found[0], name)]
    if lacking:
        raise ProblemError(f"{path}: {found[0].__name__} has no {' and no '.join(lacking)}")
    problem = found[0]()
    problem.slug, problem.topic, problem.path = normal(name), topic_, path
    return problem


def _package(root: str) -> str:
    """The name of a package made of a folder of topics."""
    from zlib import crc32

    name = f"quizgen_problems_{crc32(root.encode('utf-8', 'surrogateescape')):08x}"
    if name not in sys.modules:
        package = ModuleType(name)
        package.__path__ = [root]
        sys.modules[name] = package
    return name


def _forget(package: str) -> None:
    """Drops the modules of a package, and what Python remembers of its folders."""
    from importlib import invalidate_caches

    for name in [name for name in sys.modules if name.startswith(package + ".")]:
        del sys.modules[name]
    invalidate_caches()
