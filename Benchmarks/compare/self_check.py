"""Checks the parts on which figures depend without showing it: generators, placement, arithmetic.

    python3 -B self_check.py
"""

from __future__ import annotations

import tempfile
import unittest
from pathlib import Path

import corpora
import hostile
import kernel
import literals
import synthetic_rules
from generators import RULES
from measure import Spread
from planting import as_lines, as_script, plant
from seeded import Seeded, access_key_id
from templates import TemplateExpander


class SelfCheck(unittest.TestCase):
    def test_numbers_never_change(self) -> None:
        seeded = Seeded(1)
        self.assertEqual([seeded.below(1000) for _ in range(5)], [137, 582, 867, 821, 782])

    def test_key_ids_have_an_account(self) -> None:
        seeded = Seeded(1)
        for _ in range(1000):
            name = access_key_id(seeded)
            self.assertRegex(name, "^AKIA[Q-Z2-7][A-Z2-7]{15}$")

    def test_secrets_are_where_they_are_said_to_be(self) -> None:
        text = b"a line of text;\n" * 1000
        for style, after in ((as_lines, b"\n"), (as_script, b";")):
            planted = plant(text, 7, 1, style, after)
            self.assertEqual(len(planted.secrets), 7)
            for start, end in planted.secrets:
                self.assertRegex(planted.text[start:end], rb"^[A-Za-z0-9+/]{40}$")
                self.assertNotRegex(planted.text[start - 1:start] + planted.text[end:end + 1], rb"[A-Za-z0-9+/]")
            spaces = [right[0] - left[0] for left, right in zip(planted.secrets, planted.secrets[1:])]
            self.assertLess(max(spaces) - min(spaces), 100)

    def test_minified_text_has_no_line_and_no_comment(self) -> None:
        source = b'#define A(x) \\\n  x\nint a = 1; /* "no" */ // no\nchar *b = "/*yes//*/";\n'
        self.assertEqual(kernel.minified(source).strip(), b'int a=1;char*b="/*yes//*/";')

    def test_templates(self) -> None:
        expander = TemplateExpander(Seeded(1))
        self.assertEqual(expander.expand("{{{text:a}{open}}}{percent-of:a/{text:+}}"), "{a{}a%2F%2B")
        self.assertRegex(expander.expand("{x=digits:3}-{x}"), r"^(\d{3})-\1$")

    def test_every_definition_can_be_read(self) -> None:
        for name in corpora.names():
            self.assertIsNotNone(corpora.definition(name).findings)

    def test_near_misses_of_every_rule(self) -> None:
        for rule in hostile.built_in(RULES):
            for kind, units in hostile.NearMisses(rule, 1).kinds().items():
                self.assertTrue(next(units()), f"{rule.id} {kind}")

    def test_synthetic_rules(self) -> None:
        rules = synthetic_rules.rules(1000, 1)
        self.assertEqual(len({rule.anchor.lower() for rule in rules}), 1000)
        self.assertEqual(sum(rule.any_case for rule in rules), 333)
        self.assertEqual({len(rule.anchor) for rule in rules}, set(range(3, 13)))
        self.assertLessEqual(set(synthetic_rules.DENSE_WORDS), {rule.anchor for rule in rules})

    def test_literals(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            rules, output = Path(folder, "rules.toml"), Path(folder, "literals")
            synthetic_rules.write(rules)
            self.assertEqual(literals.write(output, [rules]), 1000)
            self.assertIn("i\t746f6b656e\n", output.read_text())

    def test_spread(self) -> None:
        self.assertEqual(Spread.of([3, 1, 2]), Spread(2, 1, 3))


if __name__ == "__main__":
    unittest.main()
