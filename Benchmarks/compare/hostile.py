"""Texts that are hard on one rule: near misses, one megabyte of them for each rule and kind of near miss."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from seeded import ALPHANUMERIC, BASE64, Seeded
from templates import TemplateExpander

MEGABYTE = 1_000_000

FLAWED_PLACES = ("{base32:15}", "{base64:40}", "{pem:rsa}", "{pem:pkcs8}", "{pem:ec}", "{pem:openssh}")
"""Placeholders whose flaw every proof sees. Of longer texts, such as tokens without a checksum, none can be sure."""


@dataclass(frozen=True)
class HostileRule:
    """What of a rule the near misses are made from."""

    id: str
    anchors: list[str]
    examples: list[str]
    counter_examples: list[str]
    after: int
    has_proof: bool


SHORT_FORMS_SKIPPED = 20
"""Rules by a name share one pattern, and most tokens are a prefix and a run: every twentieth stands for them."""


def built_in(rules: Path) -> list[HostileRule]:
    """The rules of the folder in full form, and some of those in a short form. Composites read no bytes."""
    tables = [tomllib.loads(path.read_text()) for path in sorted(rules.glob("*.toml"))]
    all_rules = [rule for table in tables for rule in table.get("rule", [])]
    short = [rule for rule in all_rules if "anchors" not in rule and anchors_of(rule)]
    chosen = [rule for rule in all_rules if "anchors" in rule] + short[::SHORT_FORMS_SKIPPED]
    return [
        HostileRule(
            rule["id"], anchors_of(rule), rule["examples"], rule.get("counter_examples", []),
            rule.get("reach", {"after": 400})["after"], "proof" in rule)
        for rule in chosen
    ]


def anchors_of(rule: dict) -> list[str]:
    """The anchors; else the names of a rule by a name; else the text that a token begins with, if it has one."""
    if "anchors" in rule:
        return [anchor_text(anchor) for anchor in rule["anchors"]]
    if "names" in rule:
        return [*rule["names"]]
    prefix = re.match("[A-Za-z0-9_-]{3,}(?![{*+?|])", rule["token"])
    return [prefix[0]] if prefix else []


def anchor_text(anchor: str | dict) -> str:
    """A text in which the anchor stands; for a run of a class, the name of the class and the shortest length."""
    if isinstance(anchor, str):
        return anchor
    if "any_case" in anchor:
        return anchor["any_case"]
    if "hex" in anchor:
        return bytes.fromhex(anchor["hex"]).decode("latin-1")
    length = anchor["length"]
    return f"{{{anchor['class']}:{length if isinstance(length, int) else length[0]}}}"


class NearMisses:
    """The kinds of near misses. Each yields units of text, for ever, that are not quite what the rule wants."""

    def __init__(self, rule: HostileRule, seed: int) -> None:
        self._rule = rule
        self._seeded = Seeded(seed)
        self._templates = TemplateExpander(self._seeded)

    def kinds(self) -> dict[str, Callable[[], Iterator[str]]]:
        kinds = {"anchors": self._anchors, "tails": self._tails, "broken": self._broken}
        if self._rule.counter_examples:
            kinds["counter-examples"] = self._counter_examples
        if self._flawed_templates():
            kinds["flawed"] = self._flawed
        return kinds

    def _anchor(self) -> str:
        text = self._seeded.choice(self._rule.anchors)
        return self._templates.expand(text) if text.startswith("{") else text

    def _anchors(self) -> Iterator[str]:
        """Anchors and nothing else, side by side."""
        while True:
            yield self._anchor() + " "

    def _tails(self) -> Iterator[str]:
        """An anchor, then more of the right characters than any secret has."""
        while True:
            length = min(4 * self._rule.after, 2_000 + self._seeded.below(2_000))
            yield f'{self._anchor()} = "{self._seeded.text(BASE64, length)}'
            yield f"{self._anchor()}{self._seeded.text(ALPHANUMERIC, length)}\n"

    def _broken(self) -> Iterator[str]:
        """Examples with a wrong byte in every stretch of sixteen bytes behind the anchor."""
        while True:
            text = self._templates.expand(self._seeded.choice(self._rule.examples))
            starts = [
                place + len(anchor)
                for anchor in self._rule.anchors
                if (place := text.lower().find(anchor.lower())) >= 0
            ]
            start = min(starts, default=0)
            tail = text[start:]
            yield text[:start] + "\x01".join(tail[place:place + 15] for place in range(0, len(tail), 15)) + "\n"

    def _flawed_templates(self) -> list[str]:
        """The examples in which a flaw can be, so that the pattern matches and the proof has to refuse."""
        if not self._rule.has_proof:
            return []
        return [
            example for example in self._rule.examples
            if any(place in example for place in FLAWED_PLACES) and "-of:Bedrock" not in example
            and "-of:bedrock" not in example
        ]

    def _flawed(self) -> Iterator[str]:
        """Examples as they are, with a flaw in the credential."""
        templates = self._flawed_templates()
        while True:
            yield self._templates.expand(self._seeded.choice(templates)) + "\n"

    def _counter_examples(self) -> Iterator[str]:
        """What the rule's author thought of."""
        while True:
            yield self._templates.expand(self._seeded.choice(self._rule.counter_examples)) + "\n"


def write(folder: Path, rules: Path, seed: int) -> None:
    """Writes `RULE.KIND.txt` for every rule and kind, a megabyte each."""
    for number, rule in enumerate(built_in(rules)):
        misses = NearMisses(rule, seed + number)
        for kind, units in misses.kinds().items():
            pieces: list[bytes] = []
            length = 0
            for unit in units():
                pieces.append(unit.encode("latin-1", "ignore"))
                length += len(pieces[-1])
                if length >= MEGABYTE:
                    break
            (folder / f"{rule.id}.{kind}.txt").write_bytes(b"".join(pieces)[:MEGABYTE])
