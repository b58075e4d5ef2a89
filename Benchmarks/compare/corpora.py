"""The standard corpora: definitions in Benchmarks/corpora, texts made on demand in the work folder."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generators import GENERATORS, RULES, Ground, Made

DEFINITIONS = Path(__file__).resolve().parents[1] / "corpora"
HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Definition:
    """What a file in Benchmarks/corpora says."""

    name: str
    title: str
    description: str
    generator: str
    rows: list[str]
    findings: int | None
    parameters: dict[str, Any] = field(default_factory=dict)
    rounds: int | None = None
    peer_rounds: int | None = None
    limit_ms_per_mb: float | None = None
    """If given, each file is measured by itself too, and may cost this much."""


@dataclass(frozen=True)
class Corpus:
    """Something to scan, whose size is known."""

    definition: Definition
    target: Path
    planted: list[tuple[int, int]]
    origin: str
    files: int
    bytes: int


def names() -> list[str]:
    """The standard corpora, in the order in which they are measured: the quick ones first."""
    order = tomllib.loads((DEFINITIONS / "order.toml").read_text())["corpora"]
    present = {path.stem for path in DEFINITIONS.glob("*.toml")} - {"order"}
    if set(order) != present:
        raise SystemExit(f"bench: order.toml and the definitions differ: {sorted(present.symmetric_difference(order))}")
    return order


def definition(name: str) -> Definition:
    return Definition(name=name, **tomllib.loads((DEFINITIONS / f"{name}.toml").read_text()))


def for_path(path: Path, rows: list[str]) -> Definition:
    """The definition of whatever the user names: nobody knows how many findings are right."""
    return Definition(
        path.resolve().name or "root", "A path of the user's", "Named on the command line.", "", rows, None)


def open_path(definition: Definition, path: Path) -> Corpus:
    files, size = measure(path)
    return Corpus(definition, path, [], "", files, size)


def make(definition: Definition, work: Path, linux: Path | None) -> Corpus:
    """The corpus, made anew unless one with the same recipe is there."""
    folder, stamp = work / "corpora" / definition.name, work / "corpora" / f"{definition.name}.json"
    recipe = fingerprint(definition, linux)
    known = json.loads(stamp.read_text()) if stamp.exists() else {}
    if known.get("recipe") != recipe or not Path(known["target"]).exists():
        stamp.unlink(missing_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        made: Made = GENERATORS[definition.generator](Ground(folder, work, linux), **definition.parameters)
        files, size = measure(made.target)
        known = {
            "recipe": recipe, "target": str(made.target), "planted": made.planted, "origin": made.origin,
            "files": files, "bytes": size,
        }
        stamp.write_text(json.dumps(known))
    return Corpus(
        definition, Path(known["target"]), [tuple(span) for span in known["planted"]], known["origin"],
        known["files"], known["bytes"])


def fingerprint(definition: Definition, linux: Path | None) -> str:
    """Changes when the text could: with the definition, with the sources of Linux, with this code, with the rules."""
    digest = hashlib.sha256(repr((definition.generator, definition.parameters, linux)).encode())
    for name in ("generators", "hostile", "kernel", "planting", "seeded", "templates"):
        digest.update((HERE / f"{name}.py").read_bytes())
    if definition.generator == "near-misses":
        for path in sorted(RULES.glob("*.toml")):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def measure(path: Path) -> tuple[int, int]:
    """How many regular files there are, and how many bytes they have together. Links are not followed."""
    if not path.is_dir():
        return 1, path.stat().st_size
    files = size = 0
    folders = [os.fspath(path)]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                elif entry.is_file(follow_symlinks=False):
                    files += 1
                    size += entry.stat(follow_symlinks=False).st_size
    return files, size
