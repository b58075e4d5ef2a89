"""Random numbers and invented credentials that are the same for the same seed, on every version of Python."""

from __future__ import annotations

import random
import string

BASE32 = string.ascii_uppercase + "234567"
BASE64 = string.ascii_uppercase + string.ascii_lowercase + string.digits + "+/"
ALPHANUMERIC = string.ascii_letters + string.digits


class Seeded:
    """A generator on top of `getrandbits` alone, whose sequence is documented never to change."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def below(self, bound: int) -> int:
        """A number from 0 to `bound` - 1, each equally likely."""
        bits = bound.bit_length()
        while (number := self._random.getrandbits(bits)) >= bound:
            pass
        return number

    def choice(self, items):
        """One of `items`, a sequence that is not empty."""
        return items[self.below(len(items))]

    def text(self, alphabet: str, length: int) -> str:
        return "".join(self.choice(alphabet) for _ in range(length))

    def bytes(self, count: int) -> bytes:
        return self._random.getrandbits(8 * count).to_bytes(count, "little")

    def shuffle(self, items: list) -> None:
        for index in range(len(items) - 1, 0, -1):
            other = self.below(index + 1)
            items[index], items[other] = items[other], items[index]


def access_key_id(seeded: Seeded) -> str:
    """An AWS access key ID of the present generation: a set bit, an account of twelve digits, 39 random bits."""
    bits = (1 << 79) | (seeded.below(10**12) << 39) | seeded.below(1 << 39)
    return "AKIA" + "".join(BASE32[bits >> shift & 31] for shift in range(75, -1, -5))


def secret_access_key(seeded: Seeded) -> str:
    """Forty random characters of base64."""
    return seeded.text(BASE64, 40)
