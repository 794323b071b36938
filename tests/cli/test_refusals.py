"""Input that cannot be used: exit code 2, one harmless line that says what, where and what would do, and nothing written."""

import os

import pytest

OWN = "--given n=20 --given xbar=42 --given s=6 --given mu0=44"
REFUSED = {
    # commands and options
    "": "which command? list, show, practice, solve, check, sheet",
    "--seed 1": "which command?",
    "frobnicate": "there is no command 'frobnicate'; commands are list, show",
    "show": "required: PROBLEM; see quizgen show --help",
    "show t-test z-score": "unrecognized arguments: z-score; see quizgen show --help",
    "show t-test --frob": "unrecognized arguments: --frob",
    "show t-test --see 1": "unrecognized arguments: --see",
    "show t-test --seed": "--seed: expected one argument",
    "show t-test --seed -1": "--seed: '-1' is no whole number from 0 on",
    "show t-test --seed 1.5": "--seed: '1.5' is no whole number",
    "show t-test --seed x": "--seed: 'x' is no whole number",
    f"show t-test --seed {'9' * 2000}": "is no whole number",
    "show t-test --count 0": "--count: '0' is no whole number from 1 to 1000000",
    "show t-test --count 1000001": "no whole number from 1 to 1000000",
    "show t-test --hint 4": "--hint: '4' is no whole number from 1 to 3",
    "show t-test --width 3": "--width: '3' is no whole number from 20",
    "show t-test --level expert": "easy",
    "show t-test --format pdf": "markdown",
    "show t-test --format html": "HTML",
    "show t-test --json -o x.md": "--format json contradicts -o x.md",
    "show t-test -o x.docx": "the ending names the format, one of .pdf .tex",
    "show t-test -o x": "the ending names the format",
    "list --seed 1": "unrecognized arguments: --seed",
    "list --format latex": "this command writes text and json",
    "practice t-test --json": "only --format text",
    # problems, topics, ids
    "show tttest": "there is no problem 'tttest'; near it: t-test",
    "show zzzzzz": "`quizgen list` names them all",
    "list nothing": "topics are cnn, embeddings, energy_models",
    "practice nothing": "there is no problem 'nothing'",
    "show TTEST-22222-2222": "a wrong character or two exchanged",
    "show TTEST-0U32-3S2": "'0' is in no id; ids use 23456789ABCDEFGHJKLMNPQRSTUVWXYZ",
    "practice TTEST-22222-2222 t-test": "leave out other problems",
    "practice TTEST-22222-2222 --seed 3": "leave out other problems, --seed",
    "show --problems /nowhere t-test": "/nowhere: no such folder",
    # conventions
    "show t-test --convention s_divisor": "--convention: 's_divisor' is not NAME=VALUE",
    "show t-test --convention =n": "is not NAME=VALUE",
    "show t-test --convention s_divisor=7": "'7' is none of n-1, n",
    "show t-test --convention frob=n": "no convention 'frob'; it has s_divisor, one_sided_rule",
    "show t-test --convention s_divisor=n --convention S_DIVISOR=n": "s_divisor is given twice",
    f"solve t-test {OWN} --given s_divisor=n --convention s_divisor=n-1": "given twice, by --given and by --convention",
    # givens
    "solve t-test": "which variant?",
    "solve t-test --given n=20": "mu0 (claimed mean)",
    "solve t-test --given n": "--given: 'n' is not NAME=VALUE",
    "solve t-test --given n=": "n: nothing is written where a number is expected",
    "solve t-test --given q=1": "no given 'q'; it has tail, mu0, alpha",
    f"solve t-test {OWN} --given N=21": "n is given twice",
    f"solve t-test {OWN} --seed 1": "leave out --seed and --level",
    f"solve t-test {OWN} --level hard": "leave out --seed and --level",
    f"solve t-test {OWN} --given alpha=5": "below 0.5",
    f"solve t-test {OWN} --given tail=up": "'up' is none of two, less, greater",
    "solve t-test --given n=2.5 --given xbar=4 --given s=2 --given mu0=2": "n: '2.5' is no whole number",
    "solve t-test --given n=1 --given xbar=4 --given s=2 --given mu0=2": "at least 2",
    "solve t-test --given n=20 --given xbar=4 --given s=0 --given mu0=2": "s",
    "solve t-test --given n=20 --given xbar=4 --given s=-1 --given mu0=2": "s",
    "solve t-test --given data=1,1,1 --given mu0=2": "all values are alike",
    "solve t-test --given data=5 --given mu0=2": "at least 2 values",
    "solve t-test --given data=1,2,nan --given mu0=2": "data: 'nan' at character 5",
    "solve t-test --given data=1,2,4 --given n=5 --given mu0=2": "contradicts",
    "solve t-test --given data=1,2,4 --given xbar=5 --given mu0=2": "contradicts",
    "solve t-test --given data=@none.csv --given mu0=2": "data: none.csv: No such file",
    "solve min-max --given data=3,3,3 --given target=3": "all values are alike",
    "solve z-score --given mu=5 --given sigma=0 --given target=7": "sigma",
    "solve confusion-matrix --given TP=0 --given FP=0 --given FN=5 --given TN=45": "TP + FP = 0",
    "solve confusion-matrix --given TP=-1 --given FP=2 --given FN=5": "TP",
    "solve som-update --given x=1,0,1 --given W=[0,1;1,0] --given eta=0.5": "x",
    "solve som-update --given x=1,0 --given W=[0,1;1] --given eta=0.5": "W: row 2 has 1 entry, row 1 has 2",
    # answers
    "check t-test --seed 1": "nothing is handed in: add --answer NAME=VALUE",
    "check t-test --answer t=1": "which variant?",
    "check t-test --seed 1 --answer t": "--answer: 't' is not NAME=VALUE",
    "check t-test --seed 1 --answer q=1": "'q' is no step of t-test; its steps are se, df, t, t_crit, decision",
    "check t-test --seed 1 --answer t=1 --answer T=2": "'T' is answered twice",
    "check t-test --seed 1 --answer t[1]=1": "t has no such entry; t is one value",
    "check som-update --seed 1 --answer d2[3]=1": "its entries are d2[1], d2[2]",
    "check som-update --seed 1 --answer d2[0]=1": "no such entry",
    "check som-update --seed 1 --answer d2[1=1": "no such entry",
    "check som-update --seed 1 --answer d2[x]=1": "no such entry",
    f"check som-update --seed 1 --answer d2[{'9' * 5000}]=1": "no such entry",
    "check som-update --seed 1 --answer W_NEW=1": "'W_NEW' can be w_new or W_new",
    f"check t-test {OWN} --answer t=1 --seed 1": "leave out --seed and --level",
    # sheets
    "sheet t-test": "-o/--output",
    "sheet t-test:0 -o s.md": "how often, from 1 to",
    "sheet t-test:x -o s.md": "how often, from 1 to",
    "sheet t-tset -o s.md": "near it: t-test",
    "sheet t-test -o s.html": "HTML",
    "sheet t-test -o s.md --engine latex": "--engine",
    "sheet t-test -o s.md --convention frob=1": "convention 'frob'",
}


@pytest.mark.parametrize("line", REFUSED, ids=range(len(REFUSED)))
def test_unusable_input_is_refused_in_one_line(run, line, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = run(line)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("quizgen: ")
    assert done.err.endswith("\n")
    assert done.err[:-1].isprintable()
    assert REFUSED[line] in done.err
    assert os.listdir(tmp_path) == []


def test_a_path_of_problems_that_is_not_there(run, monkeypatch):
    monkeypatch.setenv("QUIZGEN_PATH", os.pathsep.join(["", "/nowhere"]))
    done = run("list")
    assert (done.code, done.err) == (2, "quizgen: /nowhere: no such folder of problems\n")


STEERING = ["\x1b[31m", "\x9b31m", "\u202e", "a\nb", "\udcff", "\0", "\r"]


@pytest.mark.parametrize("text", STEERING, ids=ascii)
@pytest.mark.parametrize(
    "line",
    [
        ["{}"],
        ["show", "{}"],
        ["list", "{}"],
        ["practice", "{}"],
        ["show", "t-test", "--level", "{}"],
        ["show", "t-test", "--seed", "{}"],
        ["show", "t-test", "--{}"],
        ["show", "t-test", "-o", "{}"],
        ["show", "t-test", "--convention", "{}"],
        ["show", "t-test", "--convention", "s_divisor={}"],
        ["show", "t-test", "--convention", "{}=1"],
        ["show", "t-test", "--problems", "{}"],
        ["solve", "t-test", "--given", "{}"],
        ["solve", "t-test", "--given", "n={}"],
        ["solve", "t-test", "--given", "data={}"],
        ["solve", "t-test", "--given", "data=@{}"],
        ["solve", "t-test", "--given", "tail={}"],
        ["solve", "t-test", "--given", "{}=1"],
        ["check", "t-test", "--seed", "1", "--answer", "{}=1"],
        ["sheet", "t-test:{}", "-o", "s.md"],
    ],
    ids=" ".join,
)
def test_what_steers_a_terminal_is_never_echoed(run, line, text, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = run(line[0].format(text) if line == ["{}"] else line[0], *(part.format(text) for part in line[1:]))
    assert (done.code, done.out) == (2, "")
    assert done.err[:-1].isprintable()
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("text", STEERING, ids=ascii)
def test_an_unreadable_answer_is_marked_so_and_not_echoed_raw(run, text):
    for options in ([], ["--json"]):
        done = run("check t-test --seed 1", f"--answer=t={text}", "--answer=df=23", *options)
        assert (done.code, done.err) == (1, "")
        assert all(line.isprintable() for line in done.out.splitlines())
        assert "unreadable" in done.out or "cannot be read" in done.out
