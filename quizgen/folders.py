"""Where a user's own problems lie."""

from __future__ import annotations

import os


def own_problems() -> str:
    """The user's folder of problems, whether or not it is there: in XDG_DATA_HOME, on Windows in LOCALAPPDATA."""
    base = os.environ.get("XDG_DATA_HOME") or (os.environ.get("LOCALAPPDATA") if os.name == "nt" else None)
    return os.path.join(base or os.path.join(os.path.expanduser("~"), ".local", "share"), "quizgen", "problems")


def extra() -> list[str]:
    """The folders of QUIZGEN_PATH."""
    return [path for path in os.environ.get("QUIZGEN_PATH", "").split(os.pathsep) if path]
