"""What one run of a command costs: wall time, processor time and peak memory."""

from __future__ import annotations

import os
import signal
import statistics
import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Sample:
    """One run. Times in seconds, memory in bytes."""

    wall: float
    cpu: float
    peak: int
    status: int


@dataclass(frozen=True)
class Spread:
    """The median of several runs, and their extremes."""

    median: float
    low: float
    high: float

    @staticmethod
    def of(values: list[float]) -> Spread:
        return Spread(statistics.median(values), min(values), max(values))


class TookTooLong(Exception):
    """The command was stopped at the time limit."""


class Runner:
    """Runs commands through a small C program, so that none inherits the memory of this one."""

    def __init__(self, work: Path) -> None:
        work.mkdir(parents=True, exist_ok=True)
        source = Path(__file__).with_name("run_measured.c")
        self._program = work / "run_measured"
        self._result = work / "run_measured.result"
        subprocess.run(["cc", "-O2", "-Wall", "-Werror", "-o", self._program, source], check=True)

    def run(
        self, command: list[str], output: Path, environment: dict[str, str] | None = None, limit: float | None = None
    ) -> Sample:
        """Runs `command` with standard output into `output`, and standard error beside it in `.err`.

        Raises TookTooLong after `limit` seconds, when everything that the command started has been killed.
        """
        self._result.unlink(missing_ok=True)
        with output.open("wb") as stdout, output.with_suffix(".err").open("wb") as stderr:
            process = subprocess.Popen(
                [self._program, self._result, *command],
                stdin=subprocess.DEVNULL, stdout=stdout, stderr=stderr, start_new_session=True,
                env={**os.environ, **(environment or {})})
            try:
                process.wait(limit)
            except BaseException as error:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                if isinstance(error, subprocess.TimeoutExpired):
                    raise TookTooLong from error
                raise
        wall, user, system, peak, status = map(int, self._result.read_text().split())
        return Sample(wall / 1e9, (user + system) / 1e6, peak * 1024, status)

    def check(self, output: Path) -> None:
        """Raises if a command that needs no memory seems to need some: then peaks would not be its own."""
        peak = self.run(["true"], output).peak
        if peak > 4_000_000:
            raise RuntimeError(f"`true` seems to use {peak:,} bytes: peak memory would not be that of the commands")
