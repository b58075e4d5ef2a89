"""Writes a rule file with 1,000 rules such as a large rule set has, for `keyhound scan --rules FILE`.

Thirty of them hang on words that stand everywhere in sources (key, token, auth …) and look for an assignment behind
them. The others hang on the prefixes and names of providers, real and invented. The same seed gives the same file.

    python3 synthetic_rules.py [--count 1000] [--seed 1] FILE
"""

from __future__ import annotations

import argparse
import string
from dataclasses import dataclass
from pathlib import Path

from seeded import ALPHANUMERIC, Seeded

DENSE_WORDS = (
    "key token secret pass auth api pwd password credential private access login user client account session bearer "
    "sign hash salt seed cert conn database webhook oauth cookie license encrypt host"
).split()

PROVIDERS = (
    "adobe airtable alchemy algolia alibaba anthropic apify appveyor artifactory asana atlassian auth0 azure beamer "
    "bitbucket bittrex bitrise buildkite cerebras circleci clickhouse clojars cloudflare cloudinary codecov cohere "
    "coinbase confluent contentful databricks datadog deepgram deepseek digitalocean discord docker doppler droneci "
    "dropbox duffel dynatrace easypost elastic etsy facebook fastly figma finicity finnhub firebase flickr freshbooks "
    "frameio gandi getresponse gitea github gitlab gitter gocardless grafana groq harness hashicorp heroku honeycomb "
    "hubspot huggingface infura intercom ionic jenkins jfrog jira kraken kucoin langsmith launchdarkly linear linkedin "
    "linode lobster looker mailchimp mailgun mandrill mapbox mattermost maxmind messagebird mistral mongodb netlify "
    "newrelic ngrok notion nuget nvidia nytimes octopus okta openai opsgenie pagerduty paypal perplexity pinecone "
    "plaid planetscale plivo postman prefect pulumi pusher rapidapi readme replicate rollbar rubygems salesforce "
    "scaleway segment sendbird sendgrid sendinblue sentry shippo shopify sidekiq slack snowflake snyk sonar sonatype "
    "splunk square squarespace stripe sumologic supabase tailscale telegram terraform tines together travis trello "
    "twilio twitch twitter typeform vercel vault wakatime weaviate webflow yandex zapier zendesk zoho"
).split()

KINDS = ("", "live_", "test_", "pat_", "sk_", "pk_", "api_")
SYLLABLES = "ba be bo ca co da de do fa fi ga go ka ki la lo ma mi na no pa po ra ro sa so ta to va vo xi za zo".split()

# Name, a few more characters of it, an assignment, and the value. 35 bytes at most before the value.
ASSIGNMENT = r"""[A-Za-z0-9_.-]{0,20}["']?[ \t]{0,4}(?::|=|:=|=>)[ \t]{0,4}["']?"""
ASSIGNMENT_BYTES = 20 + 1 + 4 + 2 + 4 + 1


@dataclass(frozen=True)
class SyntheticRule:
    """What differs from rule to rule. `before` and `after` are the reach in bytes."""

    anchor: str
    any_case: bool
    pattern: str
    before: int
    after: int
    example: str
    entropy: float = 0.0
    named_secret: bool = False


def dense(word: str) -> SyntheticRule:
    """A word that is everywhere, as generic rules have it."""
    return SyntheticRule(
        word, True,
        rf"(?i:{word}){ASSIGNMENT}(?<secret>[A-Za-z0-9_\-]{{32,64}})(?![A-Za-z0-9_\-])",
        0, ASSIGNMENT_BYTES + 64 + 1, f'{word} = "{{alnum:40}}"', 3.5, True)


def named(name: str, seeded: Seeded) -> SyntheticRule:
    """The name of a provider, in any case, with a value of the provider's shape behind it."""
    length = seeded.choice((32, 40, 64))
    symbols, placeholder = seeded.choice((
        ("[a-f0-9]", f"{{hex:{length}}}"),
        ("[A-Za-z0-9]", f"{{alnum:{length}}}"),
        (r"[A-Za-z0-9_\-]", f"{{base64url:{length}}}"),
    ))
    return SyntheticRule(
        name, True,
        rf"(?i:{name}){ASSIGNMENT}(?<secret>{symbols}{{{length}}})(?![A-Za-z0-9_\-])",
        0, ASSIGNMENT_BYTES + length + 1, f"{name}_key: '{placeholder}'", 3.0, True)


def prefixed(prefix: str, seeded: Seeded) -> SyntheticRule:
    """A prefix of tokens, with as many characters behind it as the provider's tokens have."""
    escaped = "".join("\\" + character if character in ".-" else character for character in prefix)
    length = seeded.choice((20, 24, 28, 32, 36, 40, 43))
    if prefix.endswith("."):
        tail, width = rf"[A-Za-z0-9_\-]{{22}}\.[A-Za-z0-9_\-]{{{length}}}", 23 + length
        example = f"{prefix}{{base64url:22}}.{{base64url:{length}}}"
    elif prefix.endswith("-") or prefix.isupper():
        tail, width, example = f"[A-Z0-9]{{{length}}}", length, f"{prefix}{{upper-alnum:{length}}}"
    else:
        tail, width, example = f"[A-Za-z0-9]{{{length}}}", length, f"{prefix}{{alnum:{length}}}"
    return SyntheticRule(
        prefix, False, rf"(?<![A-Za-z0-9_\-]){escaped}{tail}(?![A-Za-z0-9_\-])", 1, width + 1, f'id "{example}" end')


def invented_prefix(seeded: Seeded) -> str:
    """`ghx_`, `xyz_live_`, `ABCD-`, `pk.`, `SG.`, `EAAx` and the like, 3 to 12 bytes."""
    shape = seeded.below(20)
    lower = seeded.text(string.ascii_lowercase, 2 + seeded.below(3))
    if shape < 10:
        return f"{lower}_{seeded.choice(KINDS)}"
    if shape < 13:
        return seeded.text(string.ascii_uppercase, 3 + seeded.below(3)) + "-"
    if shape < 15:
        return f"{lower}."
    if shape < 16:
        return seeded.text(string.ascii_uppercase, 2 + seeded.below(2)) + "."
    if shape < 18:
        return f"{lower}-{seeded.choice(('pat', 'key', 'token', 'api'))}-"
    if shape < 19:
        return seeded.text(string.ascii_uppercase, 3 + seeded.below(3))
    return seeded.text(ALPHANUMERIC, 4 + seeded.below(3))


def invented_name(seeded: Seeded) -> str:
    """A name that can be spoken, 4 to 12 letters."""
    return "".join(seeded.choice(SYLLABLES) for _ in range(2 + seeded.below(5)))


def rules(count: int, seed: int) -> list[SyntheticRule]:
    """The dense words, then names up to a third of `count`, then prefixes; shuffled."""
    seeded = Seeded(seed)
    made = [dense(word) for word in DENSE_WORDS]
    taken = set(DENSE_WORDS)
    names = iter(PROVIDERS)
    while len(made) < count:
        is_name = len(made) < count // 3
        literal = (next(names, None) or invented_name(seeded)) if is_name else invented_prefix(seeded)
        if literal.lower() in taken or not 3 <= len(literal) <= 12:
            continue
        taken.add(literal.lower())
        made.append(named(literal, seeded) if is_name else prefixed(literal, seeded))
    seeded.shuffle(made)
    return made


def toml(rule: SyntheticRule, number: int) -> str:
    """The rule as a rule file has it. Of low confidence, so that what it finds is matched and not reported."""
    anchor = f'{{ any_case = "{rule.anchor}" }}' if rule.any_case else f'"{rule.anchor}"'
    lines = [
        "[[rule]]",
        f'id = "synthetic-{number:04}"',
        f'title = "Synthetic rule {number}"',
        'severity = "low"',
        "confidence = 0.2",
        f"anchors = [{anchor}]",
        "starts_at_anchor = true",
        f"reach = {{ before = {rule.before}, after = {rule.after} }}",
        f"pattern = '''{rule.pattern}'''",
    ]
    if rule.named_secret:
        lines.append('secret = "secret"')
    if rule.entropy:
        lines.append(f"minimum_entropy = {rule.entropy}")
    lines.append(f"examples = ['''{rule.example}''']")
    return "\n".join(lines) + "\n"


def write(path: Path, count: int = 1000, seed: int = 1) -> None:
    """Writes the rule file."""
    text = "\n".join(toml(rule, number) for number, rule in enumerate(rules(count, seed), start=1))
    path.write_text(f'provider = "Synthetic"\n\n{text}')


def main() -> None:
    parser = argparse.ArgumentParser(description="Write a file of synthetic rules.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    write(options.file, options.count, options.seed)


if __name__ == "__main__":
    main()
