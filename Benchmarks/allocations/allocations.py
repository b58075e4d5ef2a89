"""Counts what a file more costs Keyhound: heap allocations, and if asked for instructions of each byte.

Two trees, one with twice as many files as the other, all alike: the difference of the counts, divided by the
difference of the numbers of files, is what one file costs in the steady state.

    python3 allocations.py [--files 2000] [--size 4000] [--instructions] [--limit N]
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
LINE = b"static int next_value(struct table *table) { return table->value[table->count++]; }\n"
FILES_PER_FOLDER = 100


class Counter:
    """Runs Keyhound with something that counts."""

    def __init__(self, keyhound: Path, work: Path, options: list[str]) -> None:
        self._keyhound = keyhound
        self._arguments = ["scan", "--no-progress", "-q", *options, "--"]
        self._work = work
        self._library = work / "count_allocations.so"
        source = HERE / "count_allocations.c"
        subprocess.run(
            ["cc", "-O2", "-Wall", "-Werror", "-shared", "-fPIC", "-o", self._library, source], check=True)

    def allocations(self, target: Path) -> tuple[int, int]:
        """How often memory was asked for, and how many bytes."""
        answer = self._work / "allocations"
        environment = {**os.environ, "LD_PRELOAD": str(self._library), "ALLOCATIONS": str(answer)}
        subprocess.run(
            [self._keyhound, *self._arguments, target], env=environment, stdout=subprocess.DEVNULL, check=True)
        calls, size = answer.read_text().split()
        return int(calls), int(size)

    def instructions(self, target: Path) -> int:
        """Instructions of the whole run, on the processor that valgrind imitates: AVX2 at most."""
        # Valgrind cannot read the debug information of Swift.
        stripped = self._work / "keyhound"
        subprocess.run(["strip", "--strip-debug", "-o", stripped, self._keyhound], check=True)
        callgrind = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={self._work / 'callgrind'}"]
        answer = subprocess.run(
            [*callgrind, stripped, *self._arguments, target], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            text=True, check=True)
        collected = re.search(r"Collected\s*:\s*(\d+)", answer.stderr)
        if collected is None:
            raise SystemExit(f"allocations: callgrind says no number:\n{answer.stderr}")
        return int(collected[1])


def make_tree(root: Path, files: int, size: int) -> Path:
    """A tree of `files` equal files, a hundred in each folder."""
    content = (LINE * (size // len(LINE) + 1))[:size]
    for number in range(files):
        folder = root / f"folder-{number // FILES_PER_FOLDER:05}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"file-{number % FILES_PER_FOLDER:02}.c").write_bytes(content)
    return root


def make_file(path: Path, size: int) -> Path:
    path.write_bytes((LINE * (size // len(LINE) + 1))[:size])
    return path


def main() -> int:
    parser = argparse.ArgumentParser(description="Count allocations of Keyhound for each file.")
    parser.add_argument("--keyhound", type=Path, default=PROJECT / ".build/release/keyhound")
    parser.add_argument("--files", type=int, default=2000, help="in the smaller tree")
    parser.add_argument("--size", type=int, default=4000, help="bytes of each file")
    parser.add_argument("--jobs", type=int, default=1, help="workers; with more than one, counts vary a little")
    parser.add_argument("--rules", type=Path, action="append", default=[], help="as for keyhound scan")
    parser.add_argument("--limit", type=float, help="fail if a file costs more allocations than this")
    parser.add_argument("--instructions", action="store_true", help="count instructions of each byte too: slow")
    options = parser.parse_args()
    extra = ["-j", str(options.jobs)] + [word for path in options.rules for word in ("--rules", str(path))]
    with tempfile.TemporaryDirectory(prefix="keyhound-allocations-") as folder:
        work = Path(folder)
        counter = Counter(options.keyhound.absolute(), work, extra)
        few = counter.allocations(make_tree(work / "few", options.files, options.size))
        many = counter.allocations(make_tree(work / "many", 2 * options.files, options.size))
        each = (many[0] - few[0]) / options.files
        print(f"{options.files:,} files of {options.size:,} bytes: {few[0]:,} allocations, {few[1]:,} bytes")
        print(f"{2 * options.files:,} files: {many[0]:,} allocations, {many[1]:,} bytes")
        print(f"each file: {each:.2f} allocations, {(many[1] - few[1]) / options.files:,.0f} bytes")
        if options.instructions:
            size = 2_000_000
            short = counter.instructions(make_file(work / "short.c", size))
            long = counter.instructions(make_file(work / "long.c", 2 * size))
            print(f"each byte of a file: {(long - short) / size:.2f} instructions")
    if options.limit is not None and each > options.limit:
        print(f"allocations: more than {options.limit:g} for each file", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
