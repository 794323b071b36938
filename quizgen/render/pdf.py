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
            found = typst.compile(
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
