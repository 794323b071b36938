"""The author's workshop: a new problem file, what is wrong in one, and how it stands up to many seeds."""
