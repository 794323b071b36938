import pytest
from scipy import stats

from quizgen.appendix import appendix
from quizgen.catalogue import Catalogue, catalogue
from quizgen.drawing import draw
from quizgen.variant import solve

FOUND = catalogue()
ON_Z = """
from quizgen.authoring import Level, Number, Problem

class LookUp(Problem):
    title = "Look up z"
    alpha = Number("tail area", draw=0.2)
    answers = "z"
    levels = {"medium": Level("z")}
    nudge = "Look it up."
    stories = ("Find z for {alpha}: {ask}.",)

    def work(self, w):
        w.step("z", "z_quantile(1 - alpha)", "Quantile")
"""


def words(text):
    return "".join(part if isinstance(part, str) else part.node.id for part in text)


def rows(table):
    return {words(row[0]): [words(cell) for cell in row[1:]] for row in table.rows}


def test_the_t_table_has_the_rows_that_are_used_and_some_around_them():
    drawn = [draw(FOUND.problem("t-test"), "medium", {}, seed) for seed in range(6)]
    (table,) = appendix(drawn)
    used = {variant.tape["df"] for variant in drawn}
    assert set(map(int, rows(table))) == {df + step for df in used for step in range(-2, 3)}
    for df, cells in rows(table).items():
        for area, cell in zip(table.header[1:], cells, strict=True):
            assert float(cell) == pytest.approx(stats.t.ppf(1 - float(words(area)), int(df)), abs=0.00051)


def test_the_column_that_a_step_uses_is_there():
    variant = solve(FOUND.problem("t-test"), {"n": "3", "xbar": "2", "s": "1", "mu0": "0", "alpha": "0.07"}, {})
    (table,) = appendix([variant])
    assert [words(cell) for cell in table.header] == ["df", "0.1", "0.05", "0.035", "0.025", "0.01", "0.005"]
    assert list(rows(table)) == ["1", "2", "3", "4"]
    assert rows(table)["2"][2] == f"{stats.t.ppf(0.965, 2):.3f}"


def test_the_z_table(tmp_path):
    (tmp_path / "statistics").mkdir()
    (tmp_path / "statistics" / "look_up.py").write_text(ON_Z)
    (table,) = appendix([draw(Catalogue([str(tmp_path)]).problem("look-up"), "medium", {}, 1)])
    assert [words(cell) for cell in table.header][:3] == ["area", "0.2", "0.1"]
    expected = [f"{stats.norm.ppf(1 - float(words(area))):.3f}" for area in table.header[1:]]
    assert rows(table) == {"z": expected}


def test_no_table_where_nothing_is_looked_up():
    assert appendix([draw(FOUND.problem("som-update"), "medium", {}, 1)]) == ()
