"""PDF, made by Typst inside this process, or by a TeX that the machine has."""

from __future__ import annotations

from ..errors import OutsideError

EPOCH = 1_000_000_000


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


TIME_LIMIT = 120
PACKAGES = {
    ".sty": "texlive-latex-recommended",
    ".cls": "texlive-latex-extra",
    ".tfm": "texlive-fonts-recommended",
    ".fd": "texlive-latex-base",
}
ENGINES = ("pdflatex", "lualatex", "xelatex")


def through_latex(source: str) -> bytes:
    """The PDF of a LaTeX source, by the TeX that the machine has. OutsideError where there is none or it fails.

    It runs without shell escape, reads and writes only in an empty folder of its own, and is stopped after two minutes.
    """
    import os
    import shutil
    import subprocess
    import tempfile

    engine = next((found for name in ENGINES if (found := shutil.which(name))), None)
    if engine is None:
        raise OutsideError("no TeX was found (pdflatex, lualatex or xelatex); without --engine latex none is needed")
    limits = {"openin_any": "p", "openout_any": "p", "max_print_line": "1000"}
    clock = {"SOURCE_DATE_EPOCH": str(EPOCH), "FORCE_SOURCE_DATE": "1"}
    arguments = [
        engine,
        "-no-shell-escape",
        "-interaction=nonstopmode",
        "-halt-on-error",
        "-file-line-error",
        "sheet.tex",
    ]
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "sheet.tex"), "w", encoding="utf-8") as file:
            file.write(source)
        for _ in range(2):
            try:
                ran = subprocess.run(
                    arguments,
                    cwd=folder,
                    stdin=subprocess.DEVNULL,
                    capture_output=True,
                    timeout=TIME_LIMIT,
                    env={**os.environ, **limits, **clock},
                )
            except subprocess.TimeoutExpired:
                raise OutsideError(f"{os.path.basename(engine)} was stopped after {TIME_LIMIT} seconds") from None
            if ran.returncode:
                raise OutsideError(_complaint(ran.stdout.decode("utf-8", "replace")))
        with open(os.path.join(folder, "sheet.pdf"), "rb") as made:
            return made.read()


def _complaint(log: str) -> str:
    """The first error of a TeX run, with its line, and the Debian package that a missing file comes in."""
    lines = [line for line in log.splitlines() if line.startswith(("!", "./sheet.tex:"))]
    first = lines[0] if lines else log.strip().splitlines()[-1]
    missing = next((ending for ending in PACKAGES if f"{ending}' not found" in first), None)
    hint = f"; Debian has it in {PACKAGES[missing]}" if missing else ""
    return f"TeX: {first}{hint}"
