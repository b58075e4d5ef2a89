"""Puts invented AWS credentials into text, and remembers where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from seeded import Seeded, access_key_id, secret_access_key

Style = Callable[[str, str], str]
"""Makes the text to insert from an ID and a secret."""


def as_lines(key_id: str, secret: str) -> str:
    """Two lines of a credentials file."""
    return f"aws_access_key_id = {key_id}\naws_secret_access_key = {secret}\n"


def as_script(key_id: str, secret: str) -> str:
    """A statement of minified JavaScript."""
    return f'var c={{accessKeyId:"{key_id}",secretAccessKey:"{secret}"}};'


@dataclass(frozen=True)
class Planted:
    """A text with credentials in it, and the half-open byte ranges of the secrets."""

    text: bytes
    secrets: list[tuple[int, int]]


def plant(text: bytes, count: int, seed: int, style: Style, after: bytes) -> Planted:
    """Inserts `count` credentials, spread evenly, each behind the next `after` in the text."""
    seeded = Seeded(seed)
    pieces: list[bytes] = []
    secrets: list[tuple[int, int]] = []
    taken = 0
    length = 0
    for number in range(count):
        place = text.index(after, max(taken, (2 * number + 1) * len(text) // (2 * count))) + len(after)
        secret = secret_access_key(seeded)
        inserted = style(access_key_id(seeded), secret).encode()
        pieces += [text[taken:place], inserted]
        start = length + place - taken + inserted.index(secret.encode())
        secrets.append((start, start + len(secret)))
        length += place - taken + len(inserted)
        taken = place
    pieces.append(text[taken:])
    return Planted(b"".join(pieces), secrets)
