"""Compares Keyhound with other scanners, side by side in one run. Benchmarks/README.md explains it.

    python3 bench.py                          all standard corpora
    python3 bench.py --corpus linux           one of them
    python3 bench.py PATH…                    whatever is there
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

import corpora
import peers
import report
import synthetic_rules
import tools
from comparison import Bench

PROJECT = Path(__file__).resolve().parents[2]
SYNTHETIC_COUNT = 1000
ROWS = ["keyhound-synthetic", "keyhound", "rg", "kingfisher", "betterleaks"]
ROUNDS = 5
PEER_ROUNDS = 3


def arguments() -> argparse.Namespace:
    scratch = Path(os.environ.get("TMPDIR") or tempfile.gettempdir()) / "keyhound-bench"
    parser = argparse.ArgumentParser(description="Compare Keyhound with other scanners.")
    parser.add_argument("paths", nargs="*", type=Path, help="what to scan instead of the standard corpora")
    parser.add_argument("--corpus", action="append", default=[], help="a standard corpus; repeatable")
    parser.add_argument("--work", type=Path, default=scratch, help="folder for everything that is made")
    parser.add_argument("--venv", type=Path, help="virtual environment for the peers (WORK/peers)")
    parser.add_argument("--linux", type=Path, help="an unpacked tree of linux-source-6.1")
    parser.add_argument("--keyhound", type=Path, default=PROJECT / ".build/release/keyhound", help="the program")
    parser.add_argument("--results", type=Path, default=PROJECT / "Benchmarks/results", help="folder for the results")
    parser.add_argument("--rounds", type=int, help=f"measured runs of Keyhound and ripgrep ({ROUNDS}, or the corpus's)")
    parser.add_argument("--peer-rounds", type=int, help=f"measured runs of the peers ({PEER_ROUNDS}, or the corpus's)")
    parser.add_argument("--peer-limit", type=float, default=1800, help="seconds after which a peer is stopped")
    parser.add_argument("--rows", help="only these rows, with commas between, such as keyhound,rg")
    options = parser.parse_args()
    unknown = set(options.corpus) - set(corpora.names())
    if unknown:
        parser.error(f"no corpus is called {', '.join(sorted(unknown))}; there are {', '.join(corpora.names())}")
    for path in options.paths:
        if not path.exists():
            parser.error(f"there is no {path}")
    return options


def all_tools(options: argparse.Namespace) -> dict[str, tools.Tool]:
    rules = options.work / "synthetic.toml"
    synthetic_rules.write(rules, SYNTHETIC_COUNT)
    wanted = options.rows.split(",") if options.rows else list(peers.PACKAGES)
    found = peers.Peers({}, {})
    if set(wanted) & set(peers.PACKAGES):
        found = peers.find((options.venv or options.work / "peers").absolute())
    rows = [
        *tools.keyhound(options.keyhound, rules, SYNTHETIC_COUNT),
        tools.ripgrep(),
        tools.kingfisher(
            found.programs.get("kingfisher"), options.work / "kingfisher-rules", found.missing.get("kingfisher", "")),
        tools.betterleaks(found.programs.get("betterleaks"), found.missing.get("betterleaks", "")),
    ]
    return {tool.key: tool for tool in rows}


def main() -> int:
    options = arguments()
    options.work = options.work.absolute()
    options.work.mkdir(parents=True, exist_ok=True)
    available = all_tools(options)
    bench = Bench(options.work, options.peer_limit)
    made = [corpora.open_path(corpora.for_path(path, ROWS), path.absolute()) for path in options.paths]
    chosen = options.corpus or ([] if options.paths else corpora.names())
    is_valid = True
    for name in [*made, *chosen]:
        corpus = corpora.make(corpora.definition(name), options.work, options.linux) if isinstance(name, str) else name
        definition = corpus.definition
        rows = [key for key in definition.rows if not options.rows or key in options.rows.split(",")]
        comparison = bench.compare(
            corpus, [available[key] for key in rows], options.rounds or definition.rounds or ROUNDS,
            options.peer_rounds if options.peer_rounds is not None else definition.peer_rounds or PEER_ROUNDS)
        comparison.statistics = bench.statistics(corpus, available[report.MAIN_ROWS[0]])
        written = report.write(comparison, options.results)
        print(report.figures_table(comparison.rows, corpus.bytes))
        print(report.ratio_table(comparison.rows))
        for problem in comparison.problems:
            print(f"bench: {definition.name}: {problem}", file=sys.stderr)
        print(f"bench: {definition.name}: {', '.join(path.name for path in written)}", file=sys.stderr)
        is_valid = is_valid and comparison.is_valid
    return 0 if is_valid else 1


if __name__ == "__main__":
    sys.exit(main())
