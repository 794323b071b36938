"""The interactive loop: ask, read, mark, explain, next."""
