"""Lists and matrices: what separates entries and rows, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.answers import ReadingError, read_matrix, read_vector


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("(0.72, 0.2)", [0.72, 0.2]),
        ("[0.72 0.2]", [0.72, 0.2]),
        ("0.72, 0.2", [0.72, 0.2]),
        ("(0,72; 0,2)", [0.72, 0.2]),
        ("0,72;0,2", [0.72, 0.2]),
        ("1; 2,5; 3", [1, 2.5, 3]),
        ("1;2;3", [1, 2, 3]),
        ("5", [5]),
        ("(5)", [5]),
        ("1 -2 3", [1, -2, 3]),
        ("[−1 −2]", [-1, -2]),
        ("1 - 2 3", [-1, 3]),
        ("(1/2, 2(3+1))", [0.5, 8]),
        ("(1+2), 3", [3, 3]),
        ("exp(0), √4", [1, 2]),
        ("50% 20%", [0.5, 0.2]),
        ("1\n2\r\n3\n", [1, 2, 3]),
        ("1, 2,\n3", [1, 2, 3]),
        ("100 200 300", [100, 200, 300]),
        ("1\u202f000 2\u202f000", [1000, 2000]),
        ("1\u2009000, 2", [1000, 2]),
    ],
)
def test_vectors(text, values):
    assert [number.value for number in read_vector(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "[1,2;3,4]",
        "1,2;3,4",
        "[1 2;3 4]",
        "[1, 2;\n3, 4;]",
        "[[1,2],[3,4]]",
        "[[1,2];[3,4]]",
        "[[1,2]\n[3,4]]",
        "[1 2] [3 4]",
        "((1,2),(3,4))",
        "(1,2), (3,4)",
        "1 2\n3 4",
        "1,2\r\n3,4\r\n",
        "1;2\n3;4",
        "[[1,0;2,0];[3,0;4,0]]",
        "1,0; 2,0\n3,0; 4,0",
    ],
)
def test_matrices(text):
    assert [[number.value for number in row] for row in read_matrix(text)] == [[1, 2], [3, 4]]


@pytest.mark.parametrize("text", ["1,2 3", "1, 2 3", "1 000, 2 000", "0,3 0,5", "1 -2, 3", "1,5\n2,5", "0,5; 0,3 0,2"])
def test_commas_and_spaces_both_between_numbers_are_refused(text):
    with pytest.raises(ReadingError, match="can be meant in two ways"):
        read_vector(text)


@pytest.mark.parametrize("text", ["[2 (3+1)]", "[1 e]", "2 √3"])
def test_a_spaced_factor_in_a_list_with_spaces_is_refused(text):
    with pytest.raises(ReadingError, match="a factor or the list's next entry"):
        read_vector(text)


@pytest.mark.parametrize(
    ("read", "text", "column", "words"),
    [
        (read_vector, "1, two", 4, "'two' at character 4 is no number"),
        (read_vector, "1,,2", 3, "',' stands at character 3, where a number is expected"),
        (read_vector, "1,", 3, "the text ends at character 3, where a number is expected"),
        (read_vector, "(1, 2", 1, "'(' at character 1 is never closed"),
        (read_vector, "1, 2)", 5, "')' at character 5 closes nothing"),
        (read_vector, "()", 2, "where a number is expected"),
        (read_vector, " ", 1, "nothing is written"),
        (read_vector, "1.2.3", 4, "'.3' stands at character 4, where the next entry is expected"),
        (read_vector, "[[1,2],[3,4]]", 2, "where one list of numbers is expected"),
        (read_vector, "1, 2; 3, 4", 2, "no decimal comma"),
        (read_vector, "1,2,3; 4", 4, "no decimal comma"),
        (read_vector, "0,1.5; 4", 2, "no decimal comma"),
        (read_vector, "3,000.; 4", 2, "no decimal comma"),
        (read_vector, "1, 1/0", 5, "division by zero, at character 5"),
        (read_matrix, "[[1,2],3]", 8, "'3' stands at character 8, where a row in brackets is expected"),
        (read_matrix, "1,2;3", 1, "row 2 has 1 entry, row 1 has 2"),
    ],
)
def test_errors_point_at_the_character(read, text, column, words):
    with pytest.raises(ReadingError) as caught:
        read(text)
    assert words in str(caught.value)
    assert caught.value.column == column


entries = st.lists(st.decimals(-999, 999, places=2), min_size=2, max_size=8)
SEPARATED = {
    "commas": lambda row: ", ".join(row),
    "commas alone": lambda row: ",".join(row),
    "spaces": lambda row: " ".join(row),
    "semicolons": lambda row: "; ".join(row),
    "decimal commas": lambda row: ";".join(entry.replace(".", ",") for entry in row),
}


@given(entries, st.sampled_from(sorted(SEPARATED)), st.sampled_from(["{}", "({})", "[{}]", " [ {} ] "]))
def test_a_list_reads_the_same_in_every_style(row, style, brackets):
    text = brackets.format(SEPARATED[style](list(map(str, row))))
    assert [number.value for number in read_vector(text)] == list(map(float, row))


matrices = st.integers(2, 4).flatmap(
    lambda size: st.lists(st.lists(st.integers(-99, 99), min_size=size, max_size=size), min_size=2)
)


@given(matrices)
def test_a_matrix_reads_the_same_in_every_style(rows):
    texts = [[str(entry) for entry in row] for row in rows]
    styles = [
        "[" + "; ".join(", ".join(row) for row in texts) + "]",
        "; ".join(" ".join(row) for row in texts),
        "\n".join(" ".join(row) for row in texts),
        str(rows),
        str(tuple(map(tuple, rows))),
        "\n".join("; ".join(f"{entry},0" for entry in row) for row in texts),
    ]
    for text in styles:
        assert [[number.value for number in row] for row in read_matrix(text)] == rows, text
