"""What the catalogue reads off the files of problems without running them."""

from quizgen.catalogue import catalogue, heading


def test_headings_in_the_files_are_those_of_the_problems(problem):
    assert heading(problem.path) in (None, (problem.title, list(problem.levels)))


def test_hardly_a_file_is_laid_out_otherwise():
    assert sum(heading(path) is None for path in catalogue().paths.values()) <= 5


def test_a_file_of_another_layout_is_loaded(tmp_path):
    path = tmp_path / "odd.py"
    path.write_text("class Odd:\n    title = 'Odd'\n")
    assert heading(str(path)) is None


def test_every_builtin_problem_has_its_heading():
    found = catalogue()
    told = [slug for slug, title, levels in found.headings(found.paths) if title and levels]
    assert told == list(found.paths)
