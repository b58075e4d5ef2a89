"""The sources of Linux 6.1 as Debian ships them: the ground of several corpora."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

PACKAGE = "linux-source-6.1"
ARCHIVE = Path("/usr/src") / f"{PACKAGE}.tar.xz"

_PREPROCESSOR = re.compile(rb"^[ \t]*#(?:[^\n\\]|\\.|\\\n)*", re.MULTILINE)
_TEXT_OR_COMMENT = re.compile(
    rb"""("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|/\*.*?\*/|//[^\n]*""", re.DOTALL)
_BLANKS = re.compile(rb"[ \t\r\n\f\v]+")
_PUNCTUATION = re.compile(rb" ?([{}()\[\];,=<>+*/&|!?:-]) ?")


def tree(work: Path, given: Path | None) -> Path:
    """The unpacked sources: those that the user names, or those of the Debian package, unpacked into `work`."""
    if given is not None:
        return given.resolve(strict=True)
    folder = work / PACKAGE
    if not folder.is_dir():
        if not ARCHIVE.exists():
            raise SystemExit(f"bench: no {ARCHIVE}: install {PACKAGE}, or name an unpacked tree with --linux")
        unpacking = work / "unpacking"
        unpacking.mkdir(parents=True, exist_ok=True)
        subprocess.run(["tar", "-xf", ARCHIVE, "-C", unpacking], check=True)
        (unpacking / PACKAGE).rename(folder)
        unpacking.rmdir()
    return folder


def version() -> str:
    """The version of the Debian package, or what is known instead."""
    query = ["dpkg-query", "-W", "-f", "${Version}", PACKAGE]
    answer = subprocess.run(query, capture_output=True, text=True, check=False)
    return answer.stdout.strip() or "unknown"


def sources(root: Path, suffixes: tuple[bytes, ...]) -> Iterator[bytes]:
    """The contents of the regular files whose names end so, in byte order of their paths."""
    base = os.fsencode(root)
    paths = [
        os.path.relpath(os.path.join(folder, name), base)
        for folder, _, names in os.walk(base)
        for name in names
        if name.endswith(suffixes)
    ]
    for path in sorted(paths):
        full = os.path.join(base, path)
        if not os.path.islink(full):
            with open(full, "rb") as file:
                yield file.read()


def minified(source: bytes) -> bytes:
    """C on one line, much like minified JavaScript: no directive, no comment, no blank that can go, even in texts."""
    source = _PREPROCESSOR.sub(b"", source)
    source = _TEXT_OR_COMMENT.sub(lambda match: match[1] or b" ", source)
    return _PUNCTUATION.sub(rb"\1", _BLANKS.sub(b" ", source))
