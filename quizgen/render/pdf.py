"""PDF, made by Typst inside this process, or by a TeX that the machine has."""

from __future__ import annotations

import os

from ..errors import OutsideError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ..document import Sheet

EPOCH = 1_000_000_000
TIME_LIMIT = 120
ENGINES = ("pdflatex", "lualatex", "xelatex")
SAFELY = ("-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error", "-file-line-error")
LIMITS = {"openin_any": "p", "openout_any": "p", "max_print_line": "1000"}
CLOCK = {"SOURCE_DATE_EPOCH": str(EPOCH), "FORCE_SOURCE_DATE": "1"}
PACKAGES = {
    ".sty": "texlive-latex-recommended",
    ".cls": "texlive-latex-extra",
    ".tfm": "texlive-fonts-recommended",
    ".fd": "texlive-latex-base",
}


def sheet_and_key(page: Sheet, engine: str = "typst", tagged: bool = True) -> tuple[bytes, bytes]:
    """The PDFs of a sheet and of its key, by "typst" or "latex". The sheet is made while the key is still being written."""
    from importlib import import_module

    written = import_module(f".{engine}", __package__)
    make = through_latex if engine == "latex" else lambda source: through_typst(source, tagged)
    questions = beside(make, written.sheet(page))
    key = beside(make, written.key(page))
    return questions(), key()


def beside(make: Callable[[str], bytes], source: str) -> Callable[[], bytes]:
    """Starts to make something of a source in a thread; what is given back waits for it, and raises what went wrong."""
    from threading import Thread

    made: list[bytes] = []
    wrong: list[OutsideError] = []

    def run() -> None:
        try:
            made.append(make(source))
        except OutsideError as error:
            wrong.append(error)

    def result() -> bytes:
        thread.join()
        if wrong:
            raise wrong[0]
        return made[0]

    thread = Thread(target=run)
    thread.start()
    return result


def through_typst(source: str, tagged: bool = True) -> bytes:
    """The PDF of a Typst source: PDF/UA-1 where tagged. The same source gives the same bytes.

    It is compiled in an empty folder, with Typst's own fonts and no others. OutsideError where Typst refuses it.
    """
    import tempfile

    import typst

    with tempfile.TemporaryDirectory() as root:
        try:
            found = typst.compile(  # type: ignore[type-var]
                source.encode(),
                root=root,
                font_paths=typst.Fonts(include_system_fonts=False),
                ignore_system_fonts=True,
                timestamp=EPOCH,
                pdf_standards=["ua-1"] if tagged else [],
                pdf_tags=tagged,
            )
        except typst.TypstError as error:
            raise OutsideError(f"typst: {error}") from None
    assert isinstance(found, bytes)
    return found


def through_latex(source: str) -> bytes:
    """The PDF of a LaTeX source, by the TeX that the machine has. OutsideError where there is none or it fails: then the
    source and the log stay where the message says.

    It runs without shell escape, reads and writes only in an empty folder of its own, and is stopped after two minutes.
    """
    import shutil
    import tempfile

    engine = next((found for name in ENGINES if (found := shutil.which(name))), None)
    if engine is None:
        raise OutsideError(
            f"no TeX was found ({', '.join(ENGINES)}): Debian has it in texlive-latex-recommended and "
            "texlive-fonts-recommended; without --engine latex none is needed"
        )
    folder = tempfile.mkdtemp(prefix="quizgen-")
    with open(os.path.join(folder, "sheet.tex"), "w", encoding="utf-8") as file:
        file.write(source)
    for _ in range(2):
        _run(engine, folder)
    with open(os.path.join(folder, "sheet.pdf"), "rb") as file_made:
        made = file_made.read()
    shutil.rmtree(folder, ignore_errors=True)
    return made


def _run(engine: str, folder: str) -> None:
    """One pass of TeX over the sheet in a folder."""
    import subprocess

    name, log = os.path.basename(engine), os.path.join(folder, "sheet.log")
    try:
        ran = subprocess.run(
            [engine, *SAFELY, "sheet.tex"],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=TIME_LIMIT,
            env={**os.environ, **LIMITS, **CLOCK},
        )
    except subprocess.TimeoutExpired:
        raise OutsideError(f"{name} was stopped after {TIME_LIMIT} seconds; its log is {log}") from None
    if ran.returncode:
        raise OutsideError(f"{name}: {_complaint(ran.stdout.decode('utf-8', 'replace'))}; the whole log is {log}")


def _complaint(log: str) -> str:
    """The first error of a TeX run, with its line, and the Debian package that a missing file comes in."""
    lines = [line for line in log.splitlines() if line.startswith(("!", "./sheet.tex:", "sheet.tex:"))]
    first = lines[0] if lines else (log.strip().splitlines() or ["it said nothing"])[-1]
    missing = next((ending for ending in PACKAGES if f"{ending}' not found" in first), None)
    return first + (f"; Debian has it in {PACKAGES[missing]}" if missing else "")
