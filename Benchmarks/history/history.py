"""Compares scans of whole histories, side by side in one run.

    python3 history.py --expected 24 REPOSITORY…

A repository is a bare one, or the folder that holds `.git`. Each is scanned by Keyhound with as many workers as there
are processors and with one, inflated once by libdeflate (`inflate_pack.c`: the least that reading it costs), and
scanned by the peers. Before that, Keyhound searches every object as a whole, and must find the same.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT / "Benchmarks/compare"))

import machine  # noqa: E402
import peers  # noqa: E402
import tools  # noqa: E402
from measure import Runner, Spread, TookTooLong  # noqa: E402


def arguments() -> argparse.Namespace:
    scratch = Path(os.environ.get("TMPDIR") or tempfile.gettempdir()) / "keyhound-bench"
    parser = argparse.ArgumentParser(description="Compare scans of histories.")
    parser.add_argument("repositories", nargs="+", type=Path)
    parser.add_argument("--expected", type=int, help="findings that Keyhound must tell of the first repository")
    parser.add_argument("--work", type=Path, default=scratch, help="folder for everything that is made")
    parser.add_argument("--venv", type=Path, help="virtual environment for the peers (WORK/peers)")
    parser.add_argument("--keyhound", type=Path, default=PROJECT / ".build/release/keyhound", help="the program")
    parser.add_argument("--results", type=Path, default=PROJECT / "Benchmarks/results", help="folder for the results")
    parser.add_argument("--rounds", type=int, default=3, help="measured runs of each row but the peers")
    parser.add_argument("--peer-limit", type=float, default=1800, help="seconds after which a peer is stopped")
    return parser.parse_args()


def git_folder(repository: Path) -> Path:
    return repository / ".git" if (repository / ".git").exists() else repository


def largest_pack(repository: Path) -> Path:
    return max((git_folder(repository) / "objects/pack").glob("*.pack"), key=lambda path: path.stat().st_size)


def findings(report: Path) -> list[dict]:
    """What is told, without what differs from run to run."""
    return json.loads(report.read_bytes())["findings"]


def rows(options: argparse.Namespace, repository: Path) -> list[tuple[str, list[str], dict[str, str]]]:
    """Title, command and environment of each row."""
    keyhound = [str(options.keyhound), "git", "--no-progress", "-q", "--format", "json"]
    baseline = options.work / "inflate_pack"
    subprocess.run(
        ["cc", "-O2", "-Wall", "-Werror", "-o", baseline, Path(__file__).with_name("inflate_pack.c"), "-ldeflate"],
        check=True)
    found = peers.find((options.venv or options.work / "peers").absolute())
    table = [
        ("libdeflate, every entry once, one core", [str(baseline), str(largest_pack(repository))], {}),
        ("Keyhound", [*keyhound, str(repository)], {}),
        ("Keyhound, one worker", [*keyhound, "-j", "1", str(repository)], {}),
    ]
    if program := found.programs.get("kingfisher"):
        command = [str(program), "scan", "--no-validate", "--no-update-check", "--format", "jsonl", str(repository)]
        table.append(("Kingfisher", command, {"KF_RULE_CACHE_DIR": str(options.work / "kingfisher-rules")}))
    if program := found.programs.get("betterleaks"):
        command = [str(program), "git", "--no-banner", "--no-color", "--log-level=warn", "--jsonl", str(repository)]
        table.append(("Betterleaks", command, {}))
    return table


def compare(options: argparse.Namespace, runner: Runner, repository: Path) -> tuple[str, dict]:
    output = options.work / "history.out"
    whole = options.work / "history-whole.json"
    keyhound = [str(options.keyhound), "git", "--no-progress", "-q", "--format", "json"]
    runner.run([*keyhound, "--whole-objects", str(repository)], whole)
    lines = [f"## {repository.name.removesuffix('.git')}", ""]
    lines += ["| | wall s | CPU s | peak MB | findings |", "|---|---|---|---|---|"]
    record: dict = {}
    for title, command, environment in rows(options, repository):
        is_peer = title in ("Kingfisher", "Betterleaks")
        samples = []
        try:
            for _ in range(1 if is_peer else options.rounds + 1):
                samples.append(runner.run(command, output, environment, options.peer_limit))
        except TookTooLong:
            lines.append(f"| {title} | over {options.peer_limit:.0f} | | | |")
            continue
        samples = samples if is_peer else samples[1:]  # The first one warms the page cache.
        wall, cpu = (Spread.of([getattr(sample, name) for sample in samples]) for name in ("wall", "cpu"))
        peak = max(sample.peak for sample in samples)
        count = ""
        if title.startswith("Keyhound"):
            told = findings(output)
            if told != findings(whole):
                raise SystemExit(f"history: {title} does not find what a search of whole objects finds")
            count = str(len(told))
        elif title == "Kingfisher":
            count = str(tools.read_kingfisher(output).findings)
        elif title == "Betterleaks":
            count = str(tools.read_betterleaks(output).findings)
        lines.append(f"| {title} | {wall.median:.2f} | {cpu.median:.2f} | {peak / 1e6:.0f} | {count} |")
        record[title] = {
            "wall": [sample.wall for sample in samples], "cpu": [sample.cpu for sample in samples], "peak": peak,
            "findings": count, "status": samples[-1].status}
    return "\n".join(lines) + "\n", record


def main() -> int:
    options = arguments()
    options.work = options.work.absolute()
    options.work.mkdir(parents=True, exist_ok=True)
    runner = Runner(options.work)
    date = datetime.date.today().isoformat()
    texts, records = [f"# Histories, {date}\n", json.dumps(machine.describe()) + "\n"], {}
    for position, repository in enumerate(options.repositories):
        text, record = compare(options, runner, repository.resolve())
        texts.append(text)
        records[repository.name] = record
        told = record.get("Keyhound", {}).get("findings")
        if position == 0 and options.expected is not None and told != str(options.expected):
            raise SystemExit(f"history: {told} findings in {repository.name}, not {options.expected}")
        print(text)
    (options.results / f"{date}-history.md").write_text("\n".join(texts))
    (options.results / f"{date}-history.json").write_text(json.dumps(records, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
