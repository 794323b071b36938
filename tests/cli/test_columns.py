import pytest

from quizgen.cli.columns import with_columns
from quizgen.errors import InputError


def column(tmp_path, text, place=""):
    (tmp_path / "x.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
    return with_columns({"data": f"@{tmp_path}/x.csv{place}"})["data"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("1\n2.5\n3\n", ""),
        ("hours\n1\n2.5\n3\n", ""),
        ("e\n1\n2.5\n3\n", ""),
        ("hours,grams\n1,22\n2.5,24\n3,26\n", ":hours"),
        ("hours,grams\n1,22\n2.5,24\n3,26\n", ":1"),
        ("22,1\n24,2.5\n26,3\n", ":2"),
        ("hours;grams\n1;22\n2,5;24\n3;26\n", ":hours"),
        ("hours\tgrams\n1\t22\n2.5\t24\n3\t26\n", ":hours"),
        ("\n1\n\n2.5\n  \n3", ""),
        ('"hours"\n"1"\n"2.5"\n"3"\n', ""),
        ("\ufeff1\r\n2.5\r\n3\r\n", ""),
        ("1\n5/2\n300%\n", ""),
        ('1\n"2,5"\n3\n', ""),
    ],
)
def test_a_column(tmp_path, text, place):
    assert column(tmp_path, text, place) == "1, 2.5, 3"


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("0\n1\n2\n3\n4\n5\nsix\n", "", "row 7: 'six' is no number"),
        ("0\n1\n\n\n2\n3\nsix\n", "", "row 7: 'six' is no number"),
        ("hours\n1\n\n", ":2", "no column '2'; it has hours"),
        ("2O\n1\n", "", "row 1: '2O' is no number"),
        ("NaN\n1\n", "", "row 1: 'NaN' is no number"),
        ("1,2\n3\n", ":2", "row 2: nothing stands in column 2"),
        ("hours\n1\n2,5\n", "", "row 3: 2 cells, the first row has 1"),
        ("1,2\n3,4\n", "", "has 2 columns; name one"),
        ("hours,grams\n3,4\n", ":days", "no column 'days'; it has hours, grams"),
        ("hours\n", "", "holds no numbers below its header hours"),
        ("", "", "holds no rows"),
        (b"\xff\xfe1\n", "", "no UTF-8 text"),
        ("1\n" * 600_000, "", "is larger than"),
        ('"1\n', ":0", "no column '0'; it has columns 1 to 1"),
    ],
)
def test_a_fault_is_placed(tmp_path, text, place, words):
    with pytest.raises(InputError) as caught:
        column(tmp_path, text, place)
    assert words in str(caught.value)


@pytest.mark.parametrize("place", ["@", "@/", "@none.csv", "@none.csv:x", "@a\0b"])
def test_no_such_file(place):
    with pytest.raises(InputError, match="data: "):
        with_columns({"data": place})
