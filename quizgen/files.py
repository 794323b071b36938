"""Writes files whole or not at all."""

from __future__ import annotations

import os

from .errors import OutsideError


def write_whole(path: str, content: bytes) -> None:
    """Writes to a temporary name beside `path`, then moves it into place. OutsideError where that fails: what was there
    before is still there."""
    folder, name = os.path.split(os.path.abspath(path))
    temporary = os.path.join(folder, f".{name}.{os.getpid()}.part")
    try:
        with open(temporary, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except OSError as error:
        raise OutsideError(f"{path}: {error.strerror or error}") from None
    finally:
        if os.path.exists(temporary):
            os.unlink(temporary)
