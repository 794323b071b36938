"""quizgen solve"""

from __future__ import annotations

from .options import Namespace
from .output import kind
from .show import present
from .variants import exercise


def run(options: Namespace) -> int:
    """Works the user's numbers, or a drawn variant, step by step."""
    chosen = kind(options)
    return present(chosen, [exercise(options, needs_seed=True)], options, True)
