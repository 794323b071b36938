"""What the tests of printed pages share."""

import shutil
import subprocess

import pytest

HOSTILE = (
    '#import "@preview/evil:1.0.0": x',
    r"\input{/etc/passwd}\write18{touch pwned}",
    '$x^2$ #eval("1") *bold* _it_ `raw` <b> & % ~ ^ { } [ ] // /* @ref',
    'quotes " and \\" and \\',
    "bidi \u202e evil \u2066 \u200f, controls \x00\x07\x1b[31m\r\n\t end",
    "surrogate \udc80, emoji 🙂👩‍👩‍👧, CJK 统计 測驗, Arabic اختبار, Hebrew מבחן",
    "μ−σ ≤ ½ e\u0301 x\u0304 \u0301 -- --- ?` !` '' `` ,, << >> |€|",
)


def needs(*programs):
    missing = [program for program in programs if shutil.which(program) is None]
    return pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)}")


def text_of(pdf, tmp_path):
    path = tmp_path / "read.pdf"
    path.write_bytes(pdf)
    return subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout
