"""Runs the scanners side by side over one corpus, and judges what they found."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from corpora import Corpus
from measure import Runner, Sample, Spread, TookTooLong
from tools import Answer, Tool


@dataclass
class Row:
    """A scanner, what its runs cost, and what they found."""

    tool: Tool
    samples: list[Sample] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    problem: str = ""
    """Why there are no figures, or why they cannot be trusted."""
    is_out: bool = False
    """Whether running it again makes no sense."""

    @property
    def has_figures(self) -> bool:
        return bool(self.samples)

    @property
    def findings(self) -> int | None:
        return self.answers[0].findings if self.answers else None

    @property
    def wall(self) -> Spread:
        return Spread.of([sample.wall for sample in self.samples])

    @property
    def searching(self) -> Spread | None:
        """Seconds without the start of the program, its rules included; of Keyhound only. The warm-up is left out."""
        seconds = [answer.seconds for answer in self.answers[1:] if answer.seconds is not None]
        return Spread.of(seconds) if seconds else None

    @property
    def cpu(self) -> Spread:
        return Spread.of([sample.cpu for sample in self.samples])

    @property
    def peak(self) -> Spread:
        return Spread.of([sample.peak for sample in self.samples])


@dataclass
class FileFigure:
    """One file of the corpus by itself: milliseconds for each megabyte, the start of the program taken off."""

    name: str
    wall: float
    cpu: float
    findings: int
    note: str


@dataclass
class Comparison:
    """Everything that was measured over one corpus."""

    corpus: Corpus
    rows: list[Row]
    rounds: int
    peer_rounds: int
    files: list[FileFigure] = field(default_factory=list)
    statistics: str = ""
    """What `keyhound scan --stats` says, if it has that option."""

    @property
    def problems(self) -> list[str]:
        return [f"{row.tool.title}: {row.problem}" for row in self.rows if row.problem]

    @property
    def is_valid(self) -> bool:
        """Whether every row of Keyhound found what it should. A peer that is missing does not spoil a run."""
        return not any(row.problem for row in self.rows if row.tool.is_keyhound)


class Bench:
    """Measures corpora. Keeps what the scanners print in the work folder, and only until it has been counted."""

    def __init__(self, work: Path, peer_limit: float) -> None:
        self._runner = Runner(work)
        self._output = work / "output"
        self._peer_limit = peer_limit
        self._runner.check(self._output)

    def compare(self, corpus: Corpus, tools: list[Tool], rounds: int, peer_rounds: int) -> Comparison:
        """One warm-up each, then rounds in which every scanner runs once. The peers sit out the last rounds."""
        rows = [Row(tool, problem=tool.missing, is_out=bool(tool.missing)) for tool in tools]
        for number in range(max(rounds, peer_rounds) + 1):
            for row in rows:
                if row.is_out or number > (peer_rounds if row.tool.is_peer else rounds):
                    continue
                self._say(corpus, f"{'warm-up' if number == 0 else f'round {number}'}, {row.tool.title}")
                self._run(row, corpus, is_warm_up=number == 0)
        for row in rows:
            if row.answers and not row.problem:
                row.problem = judge(row, corpus)
        comparison = Comparison(corpus, rows, rounds, peer_rounds)
        if corpus.definition.limit_ms_per_mb is not None:
            keyhound = next(tool for tool in tools if tool.key == "keyhound")
            comparison.files = self._each_file(corpus, keyhound)
        return comparison

    def statistics(self, corpus: Corpus, tool: Tool) -> str:
        """What Keyhound says about its own work, on standard error; empty if it has no option for that."""
        program = tool.command[0]
        text = subprocess.run([program, "scan", "--help"], capture_output=True, text=True, check=False).stdout
        if "--stats" not in text:
            return ""
        command = [argument for argument in tool.command if argument not in ("-q", "--")]
        answer = subprocess.run(
            [*command, "--stats", "--", str(corpus.target)], capture_output=True, text=True, check=False)
        text = answer.stderr.replace(str(corpus.target), corpus.definition.name)
        return text.replace(f"{self._output.parent}/", "").strip()

    def _run(self, row: Row, corpus: Corpus, is_warm_up: bool) -> None:
        limit = self._peer_limit if row.tool.is_peer else None
        try:
            command = [*row.tool.command, str(corpus.target)]
            sample = self._runner.run(command, self._output, row.tool.environment, limit)
            if sample.status not in row.tool.statuses:
                row.problem = f"exit status {sample.status}"
            answer = row.tool.read(self._output)
        except TookTooLong:
            row.problem, row.is_out = f"stopped after {limit:g} s", True
            return
        except (ValueError, KeyError, TypeError) as error:
            row.problem, row.is_out = row.problem or f"its output could not be read: {error}", True
            return
        finally:
            self._output.unlink(missing_ok=True)
        row.answers.append(answer)
        row.problem = row.problem or answer.note
        if not is_warm_up:
            row.samples.append(sample)

    def _each_file(self, corpus: Corpus, keyhound: Tool) -> list[FileFigure]:
        """Medians of three runs with one worker for every file of the corpus, the median start taken off."""
        nothing = self._output.with_name("nothing")
        nothing.mkdir(exist_ok=True)
        command = [*keyhound.command[:-1], "-j", "1", "--"]

        def median(target: Path, runs: int) -> tuple[float, float, Answer, int]:
            samples = [self._runner.run([*command, str(target)], self._output) for _ in range(runs)]
            answer = keyhound.read(self._output)
            self._output.unlink(missing_ok=True)
            return (
                Spread.of([sample.wall for sample in samples]).median,
                Spread.of([sample.cpu for sample in samples]).median, answer, samples[-1].status)

        start_wall, start_cpu, _, _ = median(nothing, 11)
        figures = []
        for path in sorted(corpus.target.iterdir()):
            self._say(corpus, path.name)
            wall, cpu, answer, status = median(path, 3)
            megabytes = path.stat().st_size / 1e6
            note = answer.note or ("" if status in keyhound.statuses else f"exit status {status}")
            figures.append(FileFigure(
                path.name, 1e3 * max(0, wall - start_wall) / megabytes, 1e3 * max(0, cpu - start_cpu) / megabytes,
                answer.findings, note))
        return figures

    @staticmethod
    def _say(corpus: Corpus, text: str) -> None:
        print(f"bench: {corpus.definition.name}: {text}", file=sys.stderr, flush=True)


def judge(row: Row, corpus: Corpus) -> str:
    """What is wrong with the findings; the empty string if nothing is. The counts of other scanners are only told."""
    counts = {answer.findings for answer in row.answers}
    if len(counts) > 1:
        return f"the count of findings changed from run to run: {sorted(counts)}"
    if not row.tool.is_keyhound:
        return ""
    expected = corpus.definition.findings
    if expected is not None and counts != {expected}:
        return f"{counts.pop():,} findings, and {expected:,} are expected"
    for answer in row.answers:
        missed = sum(not any(s < end and start < e for s, e in answer.spans) for start, end in corpus.planted)
        if missed:
            return f"{missed:,} of {len(corpus.planted):,} planted secrets were missed"
    return ""
