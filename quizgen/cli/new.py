"""quizgen new"""

from __future__ import annotations

import os
import re

from ..catalogue import catalogue, normal
from ..errors import InputError, OutsideError
from ..files import write_whole
from ..folders import extra, own_problems
from ..ids import code
from .options import Namespace
from .output import write

LONGEST = 40


def run(options: Namespace) -> int:
    """Writes a problem file that works, for its author to change."""
    slug = normal(options.slug)
    _check(slug)
    folder = os.path.join(options.problems or [*extra(), own_problems()][0], _topic(options.topic))
    path = os.path.join(folder, slug.replace("-", "_") + ".py")
    if os.path.exists(path):
        raise InputError(f"{path} is there already")
    from ..workshop.skeleton import skeleton

    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise OutsideError(f"{folder}: {error.strerror}") from None
    write_whole(path, skeleton(slug).encode())
    where = f" --problems {options.problems}" if options.problems else ""
    write([path, f"Next: quizgen preview {path}", f"      quizgen practice {slug}{where}"])
    return 0


def _check(slug: str) -> None:
    """InputError where a slug is none, or stands for another problem already."""
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", slug) or len(slug) > LONGEST or not code(slug):
        raise InputError(f"{slug[:60]!r} is no name: letters, digits and hyphens, as in dog-speed, at most {LONGEST}")
    found = catalogue()
    if slug in found.paths:
        raise InputError(f"there is a problem {slug} already: {found.paths[slug]}")
    for other in found.paths:
        if code(other) == code(slug):
            raise InputError(f"ids of {slug} would begin with {code(slug)} as those of {other} do: choose another name")


def _topic(name: str) -> str:
    topic = normal(name).replace("-", "_")
    if not re.fullmatch(r"[a-z][a-z0-9_]*", topic):
        raise InputError(f"--topic: {name[:60]!r} is no name of a topic: letters, digits and hyphens")
    return topic
