"""Makes the texts of the standard corpora."""

from __future__ import annotations

import base64
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import hostile
import kernel
from planting import Style, as_lines, as_script, plant
from seeded import Seeded

RULES = Path(__file__).resolve().parents[2] / "Rules"


@dataclass(frozen=True)
class Ground:
    """What a generator may use: an empty folder of its own, and where the sources of Linux are."""

    folder: Path
    work: Path
    linux: Path | None


@dataclass(frozen=True)
class Made:
    """What to scan, and the half-open byte ranges of planted secrets in it, if it is one file."""

    target: Path
    planted: list[tuple[int, int]] = field(default_factory=list)
    origin: str = ""


def linux(ground: Ground) -> Made:
    """The tree itself."""
    return Made(kernel.tree(ground.work, ground.linux), origin=linux_origin())


def linux_origin() -> str:
    return f"{kernel.PACKAGE} {kernel.version()}"


def linux_text(ground: Ground, size: int, secrets: int, seed: int) -> Made:
    """The first bytes of all C files, one behind the other, with secrets on lines of their own."""
    root = kernel.tree(ground.work, ground.linux)
    text = first(size, kernel.sources(root, (b".c", b".h")))
    return planted_file(ground, "linux.txt", text, secrets, seed, as_lines, b"\n", linux_origin())


def minified(ground: Ground, size: int, secrets: int, seed: int) -> Made:
    """C files on one line, with secrets in statements of their own."""
    root = kernel.tree(ground.work, ground.linux)
    text = first(size, map(kernel.minified, kernel.sources(root, (b".c",))))
    return planted_file(ground, "minified.js", text, secrets, seed, as_script, b";", linux_origin())


def base64_text(ground: Ground, size: int, secrets: int, seed: int) -> Made:
    """Random bytes in base64, 76 columns a line, with secrets on lines of their own."""
    seeded = Seeded(seed)
    lines_at_once = 1000
    blocks = (base64.encodebytes(seeded.bytes(57 * lines_at_once)) for _ in range(size // (77 * lines_at_once) + 1))
    return planted_file(ground, "base64.txt", first(size, blocks), secrets, seed, as_lines, b"\n", "")


def many_files(ground: Ground, folders: int, files: int) -> Made:
    """Folders with small files in them, 30 bytes each."""
    for folder in range(folders):
        path = os.path.join(ground.folder, f"folder-{folder:04}")
        os.mkdir(path)
        for number in range(files):
            with open(os.path.join(path, f"file-{number:04}.txt"), "wb") as file:
                file.write(b"folder %04d, file %04d: empty\n" % (folder, number))
    return Made(ground.folder)


def empty(ground: Ground) -> Made:
    """A folder without anything in it."""
    return Made(ground.folder)


def one_file(ground: Ground, size: int) -> Made:
    """The first bytes of the first C files."""
    root = kernel.tree(ground.work, ground.linux)
    path = ground.folder / "one.c"
    path.write_bytes(first(size, kernel.sources(root, (b".c",))))
    return Made(path, origin=linux_origin())


def near_misses(ground: Ground, seed: int) -> Made:
    """Near misses of every built-in rule."""
    hostile.write(ground.folder, RULES, seed)
    return Made(ground.folder)


def first(count: int, pieces: Iterable[bytes]) -> bytes:
    """The first bytes of the pieces, one behind the other."""
    text = bytearray()
    for piece in pieces:
        text += piece
        if len(text) >= count:
            return bytes(text[:count])
    raise SystemExit(f"bench: the sources have only {len(text):,} bytes, and {count:,} are asked for")


def planted_file(
    ground: Ground, name: str, text: bytes, secrets: int, seed: int, style: Style, after: bytes, origin: str
) -> Made:
    planted = plant(text, secrets, seed, style, after)
    path = ground.folder / name
    path.write_bytes(planted.text)
    return Made(path, planted.secrets, origin)


GENERATORS: dict[str, Callable[..., Made]] = {
    "linux": linux,
    "linux-text": linux_text,
    "minified": minified,
    "base64": base64_text,
    "many-files": many_files,
    "empty": empty,
    "one-file": one_file,
    "near-misses": near_misses,
}
