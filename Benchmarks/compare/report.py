"""Writes what was measured: Markdown to read, JSON to compute with, a chart to look at."""

from __future__ import annotations

import dataclasses
import datetime
import json
from pathlib import Path
from typing import Any

import chart
import machine
from comparison import Comparison, Row
from measure import Spread

MAIN_ROWS = ("keyhound-synthetic", "keyhound")


def write(comparison: Comparison, folder: Path) -> list[Path]:
    """Writes `DATE-CORPUS.md`, `DATE-CORPUS.json` and `CORPUS.svg`, and returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    name = comparison.corpus.definition.name
    date = datetime.date.today().isoformat()
    contents = {
        folder / f"{date}-{name}.md": markdown(comparison, date),
        folder / f"{date}-{name}.json": json.dumps(as_json(comparison, date), indent=1) + "\n",
        folder / f"{name}.svg": svg(comparison, date),
    }
    for path, text in contents.items():
        path.write_text(text)
    return list(contents)


def as_json(comparison: Comparison, date: str) -> dict[str, Any]:
    corpus = comparison.corpus
    return {
        "date": date,
        "machine": machine.describe(),
        "corpus": {
            "name": corpus.definition.name, "description": corpus.definition.description, "origin": corpus.origin,
            "files": corpus.files, "bytes": corpus.bytes, "planted": len(corpus.planted),
            "expected_findings": corpus.definition.findings,
        },
        "valid": comparison.is_valid,
        "rounds": comparison.rounds,
        "peer_rounds": comparison.peer_rounds,
        "rows": [
            {
                "key": row.tool.key, "title": row.tool.title, "version": row.tool.version, "command": row.tool.shown,
                "findings": row.findings, "problem": row.problem,
                "samples": [dataclasses.asdict(sample) for sample in row.samples],
            }
            for row in comparison.rows
        ],
        "files": [dataclasses.asdict(figure) for figure in comparison.files],
        "statistics": comparison.statistics,
    }


def markdown(comparison: Comparison, date: str) -> str:
    corpus, definition = comparison.corpus, comparison.corpus.definition
    verdict = "The findings are those that are expected." if comparison.is_valid else "NOT VALID: see below."
    parts = [f"# {definition.title}: {definition.name}\n", f"{date}. **{verdict}**\n"]
    parts += [f"- **{problem}**" for problem in comparison.problems]
    if comparison.problems:
        parts.append("")
    parts += [
        definition.description + "\n",
        corpus_table(comparison),
        "## Medians, in brackets the extremes\n",
        figures_table(comparison.rows, corpus.bytes),
        "## How many times as much\n",
        ratio_table(comparison.rows),
    ]
    if comparison.files:
        parts += ["## Each file by itself\n", file_table(comparison)]
    if comparison.statistics:
        parts += ["## What Keyhound says of its work\n", f"```\n{comparison.statistics}\n```\n"]
    parts += ["## Machine, versions, commands\n", machine_table(), command_table(comparison.rows), how(comparison)]
    return "\n".join(parts)


def corpus_table(comparison: Comparison) -> str:
    corpus = comparison.corpus
    expected = corpus.definition.findings
    lines = ["| | |", "|---|---|", f"| files | {corpus.files:,} |", f"| bytes | {corpus.bytes:,} |"]
    if corpus.origin:
        lines.append(f"| made from | {corpus.origin} |")
    if corpus.planted:
        lines.append(f"| planted secrets | {len(corpus.planted):,} |")
    right = "not known: the same in every run" if expected is None else f"{expected:,}"
    lines.append(f"| expected findings | {right} |")
    return "\n".join(lines) + "\n"


def figures_table(rows: list[Row], size: int) -> str:
    lines = [
        "| | runs | wall, s | processor, s | peak memory, MB | GB/s | searching alone, GB/s | findings |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        if not row.has_figures:
            lines.append(f"| {row.tool.title} | 0 | {row.problem} | | | | | |")
            continue
        speed = size / 1e9 / row.wall.median
        searching = row.searching
        alone = f"{size / 1e9 / searching.median:.3f}" if searching and searching.median > 0 else ""
        unit = " lines" if row.tool.key == "rg" else ""
        lines.append(
            f"| {row.tool.title} | {len(row.samples)} | {spread(row.wall, 3)} | {spread(row.cpu, 3)} "
            f"| {spread(scaled(row.peak, 1e-6), 1)} | {speed:.3f} | {alone} | {row.findings:,}{unit} |")
    return "\n".join(lines) + "\n"


def ratio_table(rows: list[Row]) -> str:
    """Every row against each row of Keyhound and against ripgrep."""
    bases = [row for row in rows if row.has_figures and (row.tool.key in MAIN_ROWS or row.tool.key == "rg")]
    names = {"keyhound-synthetic": "Keyhound with synthetic rules", "keyhound": "Keyhound", "rg": "ripgrep"}
    heads = [f"{what} / {names[base.tool.key]}" for base in bases for what in ("wall", "processor")]
    lines = ["| | " + " | ".join(heads) + " |", "|---" * (len(heads) + 1) + "|"]
    for row in rows:
        if row.has_figures:
            cells = [
                ratio(own.median, other.median)
                for base in bases
                for own, other in ((row.wall, base.wall), (row.cpu, base.cpu))
            ]
            lines.append(f"| {row.tool.title} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def file_table(comparison: Comparison) -> str:
    limit = comparison.corpus.definition.limit_ms_per_mb or 0
    slow = [figure.name for figure in comparison.files if figure.wall > limit]
    lines = [
        "Keyhound with its built-in rules and one worker; medians of three runs, the start taken off.",
        f"Over {limit:g} ms per MB: {', '.join(slow) or 'none'}.\n",
        "| file | wall, ms per MB | processor, ms per MB | findings | |",
        "|---|---|---|---|---|",
    ]
    for figure in sorted(comparison.files, key=lambda figure: -figure.wall):
        note = " ".join(filter(None, ("**over the limit**" if figure.wall > limit else "", figure.note)))
        lines.append(f"| {figure.name} | {figure.wall:.1f} | {figure.cpu:.1f} | {figure.findings:,} | {note} |")
    return "\n".join(lines) + "\n"


def machine_table() -> str:
    facts = machine.describe()
    lines = ["| | |", "|---|---|"]
    lines += [
        f"| {name.replace('_', ' ')} | {f'{value:,}' if isinstance(value, int) else value} |"
        for name, value in facts.items()
    ]
    return "\n".join(lines) + "\n"


def command_table(rows: list[Row]) -> str:
    lines = ["| | version | command, the corpus behind it |", "|---|---|---|"]
    lines += [f"| {row.tool.title} | {row.tool.version or 'missing'} | `{row.tool.shown}` |" for row in rows]
    return "\n".join(lines) + "\n"


def how(comparison: Comparison) -> str:
    return (
        f"One warm-up each, then rounds in which each runs once, one after the other: {comparison.rounds} for Keyhound "
        f"and ripgrep, {comparison.peer_rounds} for Kingfisher and Betterleaks, which take long. Files in the page "
        "cache. Processor time is user and system together, peak memory the largest resident size. Findings of other "
        "scanners are told, not judged: their rules differ. Benchmarks/README.md says how to repeat this.\n")


def svg(comparison: Comparison, date: str) -> str:
    rows = [row for row in comparison.rows if row.has_figures]
    base = next((row for row in rows if row.tool.key == "rg"), None)

    def bar(row: Row, value: float, unit: str, against: float | None) -> chart.Bar:
        kind = "ours" if row.tool.is_keyhound else "peer" if row.tool.is_peer else "base"
        text = f"{number(value)} {unit}"
        if against and row is not base:
            text += f"  ({ratio(value, against)} rg)"
        return chart.Bar(row.tool.title, value, text, kind)

    facts = machine.describe()
    files = comparison.corpus.files
    size = f"{files:,} file{'' if files == 1 else 's'}, {comparison.corpus.bytes / 1e6:,.2f} MB"
    panels = [
        chart.Panel("Wall time", [bar(row, row.wall.median, "s", base and base.wall.median) for row in rows]),
        chart.Panel("Processor time", [bar(row, row.cpu.median, "s", base and base.cpu.median) for row in rows]),
        chart.Panel("Peak memory", [bar(row, row.peak.median / 1e6, "MB", None) for row in rows]),
    ]
    note = f"{size}; {facts['processor']}, {facts['cores']} cores; medians; {date}; less is better"
    return chart.draw(comparison.corpus.definition.title, note, panels)


def spread(values: Spread, digits: int) -> str:
    digits += values.median < 0.1
    return f"{values.median:,.{digits}f} ({values.low:,.{digits}f}–{values.high:,.{digits}f})"


def scaled(values: Spread, factor: float) -> Spread:
    return Spread(values.median * factor, values.low * factor, values.high * factor)


def ratio(value: float, other: float) -> str:
    return f"{number(value / other)} ×" if other > 0 else "–"


def number(value: float) -> str:
    """Three significant digits."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 1 else f"{value:.3f}"
