"""python -m quizgen"""

from .cli import run

run()
