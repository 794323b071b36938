"""Independent solvers, one file a problem: `expected(givens, conventions)` gives the value of every step it is asked for.

They share no code with quizgen: scipy, scikit-learn, sympy, numpy, minisom, and loops.
"""
