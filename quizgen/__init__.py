"""Exam-prep quizzes with worked solutions and marking."""

__version__ = "0.1.0"
