"""What the measurements were made on."""

from __future__ import annotations

import os
import platform
from pathlib import Path


def describe() -> dict[str, str | int]:
    """Processor, cores, memory, kernel and system. Nothing that names the machine."""
    return {
        "processor": processor(),
        "cores": len(os.sched_getaffinity(0)),
        "memory_bytes": os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE"),
        "kernel": f"{platform.system()} {'.'.join(platform.release().split('.')[:2])} {platform.machine()}",
        "system": system(),
        "python": platform.python_version(),
    }


def processor() -> str:
    """Model name, with the family and model where the name alone says little, as in virtual machines."""
    fields: dict[str, str] = {}
    for line in Path("/proc/cpuinfo").read_text().split("\n\n")[0].splitlines():
        name, _, value = line.partition(":")
        fields[name.strip()] = value.strip()
    name = fields.get("model name", platform.processor() or "unknown")
    family, model = fields.get("cpu family"), fields.get("model")
    flags = fields.get("flags", "").split()
    vectors = next((title for flag, title in (("avx512bw", "AVX-512"), ("avx2", "AVX2")) if flag in flags), "")
    detail = [f"family {family}, model {model}"] if family else []
    return f"{name} ({', '.join(detail + ([vectors] if vectors else []))})" if detail or vectors else name


def system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return "unknown"
