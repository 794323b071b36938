"""Writes files whole or not at all."""

from __future__ import annotations

import os

from .errors import OutsideError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


def write_whole(path: str, content: bytes) -> None:
    """Writes to a temporary name beside `path`, then moves it into place. OutsideError where that fails: what was there
    before is still there."""
    write_together({path: content})


def write_together(files: Mapping[str, bytes]) -> None:
    """Writes several files, all or none: each to a temporary name, and when all are written they are moved into place.
    OutsideError where that fails: what was there before is still there."""
    written: dict[str, str] = {}
    moved: dict[str, str] = {}
    path = ""
    try:
        for path, content in files.items():
            written[path] = _beside(path, "part")
            _write(written[path], content)
        for path, temporary in written.items():
            old = _keep(path)
            os.replace(temporary, path)
            moved[path] = old
    except OSError as error:
        for done, old in moved.items():
            _undo(done, old)
        raise OutsideError(f"{path}: {error.strerror or error}") from None
    finally:
        for path in files:
            for ending in ("part", "old"):
                if os.path.lexists(_beside(path, ending)):
                    os.unlink(_beside(path, ending))


def _beside(path: str, ending: str) -> str:
    folder, name = os.path.split(os.path.abspath(path))
    return os.path.join(folder, f".{name}.{os.getpid()}.{ending}")


def _write(path: str, content: bytes) -> None:
    with open(path, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _keep(path: str) -> str:
    """A second name for a file that is there, until all are written; empty where there is none."""
    if not os.path.isfile(path):
        return ""
    old = _beside(path, "old")
    try:
        os.link(path, old)
    except OSError:  # a file system without links
        import shutil

        shutil.copy2(path, old)
    return old


def _undo(path: str, old: str) -> None:
    """Puts back what a path named before."""
    if old:
        os.replace(old, path)
    else:
        os.unlink(path)
