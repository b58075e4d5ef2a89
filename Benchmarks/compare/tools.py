"""The scanners that are compared: how each is called, and how its findings are counted."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Answer:
    """What a scanner said: how many findings, and for Keyhound their half-open byte ranges."""

    findings: int
    spans: list[tuple[int, int]] = field(default_factory=list)
    note: str = ""
    seconds: float | None = None
    """What Keyhound's report says that searching took, from the first file on."""


@dataclass(frozen=True)
class Tool:
    """A row of the table. `missing` says why it cannot run."""

    key: str
    title: str
    command: list[str]
    """Without the target, which comes last."""
    shown: str
    """The command as the result shows it."""
    version: str
    read: Callable[[Path], Answer]
    statuses: frozenset[int]
    """What it exits with when all went well."""
    environment: dict[str, str] = field(default_factory=dict)
    is_peer: bool = False
    missing: str = ""

    @property
    def is_keyhound(self) -> bool:
        return self.key.startswith("keyhound")


def read_keyhound(output: Path) -> Answer:
    report = json.loads(output.read_bytes())
    incomplete = report["run"]["incomplete_reasons"]
    reasons = ", ".join(reason if isinstance(reason, str) else json.dumps(reason) for reason in incomplete)
    return Answer(
        len(report["findings"]), [(found["start_byte"], found["end_byte"]) for found in report["findings"]],
        f"incomplete: {reasons}" if reasons else "", report["run"]["elapsed_seconds"])


def read_ripgrep(output: Path) -> Answer:
    """Lines with a match. A single file has no name before its count."""
    with output.open("rb") as lines:
        return Answer(sum(int(line.rpartition(b":")[2]) for line in lines))


def read_kingfisher(output: Path) -> Answer:
    with output.open("rb") as lines:
        return Answer(sum(line.startswith(b'{"rule":') for line in lines))


def read_betterleaks(output: Path) -> Answer:
    with output.open("rb") as lines:
        return Answer(sum(b'"finding":' in line[:40] for line in lines))


def version_of(*command: str | Path) -> str:
    """The first line of what the command prints, or the empty string if it cannot run."""
    try:
        answer = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return answer.stdout.strip().split("\n")[0] if answer.returncode == 0 else ""


def keyhound(program: Path, rules: Path, synthetic_count: int) -> list[Tool]:
    """Keyhound with all rules, with its own only, and with one worker."""
    version = version_of(program, "--version")
    if not version:
        raise SystemExit(f"bench: {program.name} does not run: make build")

    def row(key: str, title: str, options: list[str], shown: str) -> Tool:
        arguments = ["scan", "--no-progress", "-q", "--format", "json"]
        return Tool(
            key, title, [str(program), *arguments, *options, "--"], " ".join(("keyhound", *arguments, shown)).strip(),
            version, read_keyhound, frozenset({0, 1}))

    added = ["--rules", str(rules)]
    return [
        row("keyhound-synthetic", f"Keyhound, all rules and {synthetic_count:,} synthetic ones", added,
            "--rules synthetic.toml"),
        row("keyhound", "Keyhound, built-in rules only", [], ""),
        row("keyhound-synthetic-one-worker", "Keyhound, with the synthetic ones, one worker", [*added, "-j", "1"],
            "--rules synthetic.toml -j 1"),
        row("keyhound-one-worker", "Keyhound, built-in rules, one worker", ["-j", "1"], "-j 1"),
    ]


def ripgrep() -> Tool:
    version = version_of("rg", "--version")
    return Tool(
        "rg", "ripgrep, one literal", ["rg", "-uuu", "-c", "AKIA", "--"], "rg -uuu -c AKIA", version, read_ripgrep,
        frozenset({0, 1}), missing="" if version else "rg is not installed")


def kingfisher(program: Path | None, cache: Path, why: str) -> Tool:
    options = ["scan", "--no-validate", "--no-update-check", "--format", "jsonl"]
    version = version_of(program, "--version") if program else ""
    return Tool(
        "kingfisher", "Kingfisher", [str(program), *options], " ".join(("kingfisher", *options)), version,
        read_kingfisher, frozenset({0, 200}), {"KF_RULE_CACHE_DIR": str(cache)}, True,
        "" if version else why or "kingfisher does not run")


def betterleaks(program: Path | None, why: str) -> Tool:
    options = ["filesystem", "--no-banner", "--no-color", "--log-level=warn", "--jsonl"]
    version = version_of(program, "version") if program else ""
    return Tool(
        "betterleaks", "Betterleaks", [str(program), *options], " ".join(("betterleaks", *options)),
        f"betterleaks {version}", read_betterleaks, frozenset({0, 1}), {}, True,
        "" if version else why or "betterleaks does not run")
