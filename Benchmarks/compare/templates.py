"""Expands the templates in which rules write their examples: what Rules/README.md calls placeholders."""

from __future__ import annotations

import base64
import json
import string
import urllib.parse

from seeded import ALPHANUMERIC, BASE32, Seeded

HEX = "0123456789abcdef"
ALPHABETS = {
    "base64": HEX,
    "base64url": ALPHANUMERIC + "-_",
    "base32": BASE32,
    "hex": HEX,
    "upper-hex": "0123456789ABCDEF",
    "upper": string.ascii_uppercase,
    "lower": string.ascii_lowercase,
    "digits": string.digits,
    "alnum": ALPHANUMERIC,
    "alphanumeric": ALPHANUMERIC,
    "upper-alnum": string.ascii_uppercase + string.digits,
}
WORDS = ("table", "window", "garden", "river", "paper", "orange")


class TemplateExpander:
    """Texts that look like the examples, and are not.

    Credentials have a flaw that no pattern sees and every proof does: base32 has a zero in it, base64 is hexadecimal,
    and keys in PEM form have the right armour and nothing right inside.
    """

    def __init__(self, seeded: Seeded) -> None:
        self._seeded = seeded
        self._names: dict[str, str] = {}

    def expand(self, template: str) -> str:
        """The text that the template stands for; names in it mean the same until the end of the template."""
        self._names = {}
        return self._expand(template)

    def _expand(self, template: str) -> str:
        pieces: list[str] = []
        place = 0
        while place < len(template):
            if template[place:place + 2] in ("{{", "}}"):
                pieces.append(template[place])
                place += 2
            elif template[place] == "{":
                end = self._end(template, place + 1)
                pieces.append(self._placeholder(template[place + 1:end]))
                place = end + 1
            else:
                pieces.append(template[place])
                place += 1
        return "".join(pieces)

    @staticmethod
    def _end(template: str, start: int) -> int:
        """Where the brace closes that opened before `start`."""
        depth = 1
        for place in range(start, len(template)):
            depth += {"{": 1, "}": -1}.get(template[place], 0)
            if depth == 0:
                return place
        raise ValueError(f"a brace stays open: {template}")

    def _placeholder(self, body: str) -> str:
        head, _, argument = body.partition(":")
        name, _, kind = head.rpartition("=")
        if kind in ALPHABETS:
            low, _, high = argument.partition("-")
            length = int(low) + self._seeded.below(int(high or low) - int(low) + 1)
            text = self._seeded.text(ALPHABETS[kind], length)
            if kind == "base32":
                text = text[:-1] + "0"
        elif kind in self._names:
            return self._names[kind]
        else:
            text = self._special(kind, argument)
        if name:
            self._names[name] = text
        return text

    def _special(self, kind: str, argument: str) -> str:
        match kind:
            case "uuid":
                digits = self._seeded.text(ALPHABETS["hex"], 30)
                return f"{digits[:8]}-{digits[8:12]}-4{digits[12:15]}-a{digits[15:18]}-{digits[18:30]}"
            case "word":
                return self._seeded.choice(WORDS)
            case "text":
                return argument
            case "open":
                return "{"
            case "close":
                return "}"
            case "pem":
                label = {"pkcs8": "", "pgp": "PGP "}.get(argument, f"{argument.upper()} ") + "PRIVATE KEY"
                lines = (self._seeded.text(HEX, 64) for _ in range(12))
                return "\n".join((f"-----BEGIN {label}-----", *lines, f"-----END {label}-----"))
            case "key":
                return self._seeded.text(ALPHABETS["base64"], 300)
            case "checked":
                # Near misses are wanted: six characters that are no check digits, but for one time in many.
                return self._expand(argument.partition("|")[2]) + self._seeded.text(ALPHABETS["alnum"], 6)
        text = self._expand_argument(kind, argument)
        match kind:
            case "base64-of":
                return base64.b64encode(text.encode()).decode()
            case "base64url-of":
                return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")
            case "json-of":
                return json.dumps(text)[1:-1].replace("/", "\\/")
            case "percent-of":
                return urllib.parse.quote(text, safe="")
            case "hex-of":
                return text.encode().hex()
            case "base64-of-hex":
                return base64.b64encode(bytes.fromhex(text)).decode()
            case "base64url-of-hex":
                return base64.urlsafe_b64encode(bytes.fromhex(text)).decode().rstrip("=")
            case "bytes-of":
                return bytes.fromhex(text).decode("latin-1")
            case "each-line":
                return text
        raise ValueError(f"no placeholder is called {kind}")

    def _expand_argument(self, kind: str, argument: str) -> str:
        if kind != "each-line":
            return self._expand(argument)
        prefix, _, rest = argument.partition("|")
        return "\n".join(prefix + line for line in self._expand(rest).split("\n"))
