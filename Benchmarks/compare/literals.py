"""Writes the literals of all rules as a list that both literal searchers read.

One literal a line, without duplicates: `i` (letters in either case) or `s` (as it stands), a tab, the bytes in
hexadecimal. Class runs are no literals and are left out.

    python3 literals.py OUTPUT RULES.toml…
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path


def literals(path: Path) -> set[tuple[str, bytes]]:
    """The literals of one rule file. Of one in any case, the lower-case form stands for all."""
    found: set[tuple[str, bytes]] = set()
    for rule in tomllib.loads(path.read_text()).get("rule", []):
        for anchor in rule["anchors"]:
            if isinstance(anchor, str):
                found.add(("s", anchor.encode()))
            elif "any_case" in anchor:
                found.add(("i", anchor["any_case"].encode().lower()))
    return found


def write(output: Path, rule_files: list[Path]) -> int:
    """Writes the list, and returns how many literals are in it."""
    everything = sorted(set().union(*map(literals, rule_files)))
    output.write_text("".join(f"{case}\t{text.hex()}\n" for case, text in everything))
    return len(everything)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(f"usage: {sys.argv[0]} OUTPUT RULES.toml...")
    print(f"{write(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]):,} literals")
