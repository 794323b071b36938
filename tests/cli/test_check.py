"""check: verdicts, entries, names and exit codes."""

import json

import pytest

OWN = "check t-test --given n=20 --given xbar=42 --given s=6 --given mu0=44 --json"


def marked(run, line, *answers):
    done = run(line if "--json" in line else f"{line} --json", *(f"--answer={answer}" for answer in answers))
    found = json.loads(done.out)
    return done.code, found, {step["name"]: step for step in found["steps"]}


def test_follow_through_from_the_first_error(run):
    code, found, steps = marked(run, OWN, "se=6", "t=-.33", "df=19")
    assert (code, found["first_error"], found["verdict"]) == (1, "se", "partly")
    assert steps["se"]["mistake"]["name"] == "forgot_root_n"
    assert (steps["t"]["verdict"], steps["t"]["marks"]) == ("follows", {"method": 1, "accuracy": 1})
    assert steps["t"]["expected_from_your_working"] == pytest.approx(-1 / 3)
    assert steps["df"]["verdict"] == "right"
    assert steps["p"]["verdict"] == "missing"


@pytest.mark.parametrize(
    ("answer", "code", "verdict"),
    [
        ("t=-1.49", 0, "right"),
        ("t=−1,49", 0, "right"),
        ("t=(42-44)/(6/√20)", 0, "right"),
        ("T=-1.4907119849998598", 0, "right"),
        ("t=-1.5", 0, "rounded"),
        ("t=-1.45", 1, "other-convention"),
        ("t=1.49", 1, "wrong"),
        ("t=minus one", 1, "unreadable"),
        ("df=19.0", 0, "right"),
        ("df=20", 1, "wrong"),
        ("p=15.2%", 0, "rounded"),
        ("p=15.25%", 0, "right"),
        ("decision=Accept  H0", 0, "right"),
        ("decision=reject", 1, "wrong"),
        ("decision=perhaps", 1, "unreadable"),
    ],
)
def test_one_answer(run, answer, code, verdict):
    name = answer.partition("=")[0].lower()
    exit_code, found, steps = marked(run, OWN, answer)
    assert (exit_code, steps[name]["verdict"]) == (code, verdict)
    assert (found["first_error"] is None) == (verdict in ("right", "rounded"))


def test_what_cannot_be_read_leaves_the_rest_marked(run):
    code, found, steps = marked(run, OWN, "se=1.34", "t=abc", "df=19")
    assert (code, found["first_error"]) == (1, "t")
    assert [steps[name]["verdict"] for name in ("se", "t", "df")] == ["right", "unreadable", "right"]
    assert "'abc' at character 1" in steps["t"]["why"]


SOM = "check som-update --given x=1,0 --given W=[0.2,0.4;0.6,0.8] --given eta=0.5"


@pytest.mark.parametrize(
    ("answers", "components", "verdict"),
    [
        (["d2=(0.8, 0.8)"], ["right", "right"], "right"),
        (["d2[1]=0.8"], ["right", "missing"], "right"),
        (["d2[1]=0.8", "d2[2]=0.8"], ["right", "right"], "right"),
        (["D2[2]=0.8"], ["missing", "right"], "right"),
        (["d2=(0.8, 0.7)"], ["right", "wrong"], "wrong"),
        (["d2[1]=0.8", "d2[2]=abc"], ["right", "unreadable"], "unreadable"),
        (["d2[1]=abc", "d2[2]=0.8"], ["unreadable", "right"], "unreadable"),
        (["d2[1]=abc", "d2[2]=0.7"], ["unreadable", "wrong"], "wrong"),
        (["d2=(0.8, abc)"], None, "unreadable"),
        (["d2=0.8"], None, "unreadable"),
        (["d2=(0.8, 0.8, 0.8)"], None, "unreadable"),
    ],
)
def test_a_vectors_verdict_is_its_worst_entrys(run, answers, components, verdict):
    code, _, steps = marked(run, SOM, *answers)
    assert (steps["d2"]["components"], steps["d2"]["verdict"]) == (components, verdict)
    assert code == (verdict != "right")


def test_one_number_for_a_vectors_name_is_reported_with_the_names_that_would_do(run):
    _, _, steps = marked(run, SOM, "d2=0.8")
    assert steps["d2"]["why"] == "d2 has 2 entries, got 1; its entries are d2[1], d2[2]"


def test_rows_and_entries_of_a_matrix(run):
    wanted = [[0.6, 0.2], [0.6, 0.8]]
    _, _, steps = marked(run, SOM, f"W_new={wanted}")
    assert (steps["W_new"]["read"], steps["W_new"]["verdict"]) == (wanted, "right")
    _, _, steps = marked(run, SOM, "W_new[1]=(0.6, 0.2)", "W_new[2][2]=0.8")
    assert steps["W_new"]["components"] == [["right", "right"], ["missing", "right"]]
    _, _, steps = marked(run, SOM, "W_new[1]=(0.6, 0.2, 0.1)")
    assert "W_new[1] has 2 entries, got 3" in steps["W_new"]["why"]


@pytest.mark.parametrize("answer", ["winner=1", "winner=unit 1", "winner=Unit A", "winner=a", "winner=1.0"])
def test_a_unit_by_number_or_letter(run, answer):
    code, _, steps = marked(run, SOM, answer)
    assert (code, steps["winner"]["verdict"], steps["winner"]["read"]) == (0, "right", 1)


@pytest.mark.parametrize("answer", ["class=1", "class=class 1", "class_=1", "Class= 1 "])
def test_a_class_by_its_name(run, answer):
    given = "--given x=0,1 --given centres=[0,1;1,0] --given w=1,1 --given gamma2=1 --given threshold=0.5"
    code, _, steps = marked(run, f"check rbf-xor {given}", answer)
    assert (code, steps["class"]["read"]) == (0, 1)


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        (["t=-1.49", "t_crit=2.093", "decision=fail to reject", "p=.1525"], "right"),
        (["t=-1.49", "t_crit=2.093", "decision=fail to reject", "p=.15"], "partly"),
        (["t=-1.49"], "partly"),
        (["t=abc"], "wrong"),
        (["se=100"], "wrong"),
    ],
)
def test_the_verdict_on_the_whole(run, answers, verdict):
    assert marked(run, OWN, *answers)[1]["verdict"] == verdict


def test_the_asked_answers_alone_have_full_marks(run):
    _, found, _ = marked(run, OWN, "t=-1.49", "t_crit=2.093", "decision=fail to reject", "p=.1525")
    assert found["marks"] == found["out_of"]
