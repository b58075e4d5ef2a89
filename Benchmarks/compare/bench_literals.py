"""Compares the literal search with Hyperscan's, over the same text, with the same literals, in one run.

The literals are those of all built-in rules and of 1,000 synthetic ones; `--rules` names others. Fails unless both
report the same matches. The other inner loops are timed over the same text.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import corpora
import literals
import synthetic_rules
from generators import RULES

PROJECT = Path(__file__).resolve().parents[2]
MICROBENCH = PROJECT / "Benchmarks/.build/release/microbench"
TEXT_CORPUS = "linux-150mb"


def build_hyperscan(work: Path) -> Path:
    program = work / "search_literals"
    source = PROJECT / "Benchmarks/hyperscan/search_literals.c"
    subprocess.run(["cc", "-O2", "-Wall", "-Werror", "-o", program, source, "-lhs"], check=True)
    return program


def said(command: list[str | Path]) -> str:
    line = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    print(line, flush=True)
    return line


def found(line: str) -> tuple[str, ...]:
    """Matches and checksum in a line of either program."""
    match = re.search(r"(\d+) matches, checksum ([0-9a-f]{16})", line)
    if match is None:
        raise SystemExit(f"bench-literals: no number of matches in: {line}")
    return match.groups()


def speed(line: str) -> float:
    match = re.search(r"([0-9.]+) GB/s", line)
    return float(match[1]) if match else 0.0


def main() -> int:
    scratch = Path(os.environ.get("TMPDIR") or tempfile.gettempdir()) / "keyhound-bench"
    parser = argparse.ArgumentParser(description="Compare the literal search with Hyperscan.")
    parser.add_argument("--text", type=Path, help=f"what to search (the corpus {TEXT_CORPUS})")
    parser.add_argument("--rules", type=Path, nargs="+", help="rule files (built-in and synthetic)")
    parser.add_argument("--work", type=Path, default=scratch, help="folder for everything that is made")
    parser.add_argument("--linux", type=Path, help="an unpacked tree of linux-source-6.1")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    work = options.work.absolute()
    work.mkdir(parents=True, exist_ok=True)

    rules = options.rules
    if not rules:
        synthetic = work / "synthetic.toml"
        synthetic_rules.write(synthetic)
        rules = [*sorted(RULES.glob("*.toml")), synthetic]
    text = options.text
    if not text:
        text = corpora.make(corpora.definition(TEXT_CORPUS), work, options.linux).target
    wanted = work / "literals.txt"
    literals.write(wanted, rules)

    rounds = str(options.rounds)
    theirs = said([build_hyperscan(work), wanted, text, rounds])
    ours = said([MICROBENCH, "literals", "--list", wanted, "--text", text, "--rounds", rounds])
    print(f"Keyhound has {speed(ours) / (speed(theirs) or 1):.2f} times the speed of Hyperscan", flush=True)
    for loop in ("runs", "entropy", "windows"):
        said([MICROBENCH, loop, "--text", text, "--rounds", rounds])
    if found(ours) != found(theirs):
        print("bench-literals: the matches differ", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
