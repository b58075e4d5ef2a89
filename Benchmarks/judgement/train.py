#!/usr/bin/env python3
"""Trains the tables of the judgement of AWS secret access keys and writes them as Swift.

    train.py --out SecretKeyTables.swift FILE.khla…

The files come from lookalikes.py (fold `train`). What is learnt from them: how letters
follow each other in paths, identifiers and words, and what base64 of text looks like.
What is NOT learnt from them: the thresholds. These are quantiles of each statistic over
uniform random keys, so the share of secrets that pass is fixed by construction, and the
look-alikes only say how many of them pass too.

All costs are integers: 1/16 bit, as (cost under the model) − (6 bits, the cost under
"uniform random"). Negative: the model explains the bytes better than chance does. The
Swift code does the same integer arithmetic.
"""

import argparse
import base64
import itertools
import math
import struct

import numpy as np

ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
INDEX = np.full(256, -1, np.int16)
INDEX[list(ALPHABET)] = np.arange(64)
KINDS = ["run", "path", "identifier", "words", "camel", "hex", "slice", "tail"]
LEARNT = ("path", "identifier", "words", "camel")
UNIT = 16
SWITCH = 5 * UNIT
FORBIDDEN = 127
SEED, DRAWS, CHUNK = 20240501, 8_000_000, 250_000

# The share of random keys that each test may refuse: standing alone, and beside a keyword.
SHARES = {
    "text": (0.0042, 0.00013),
    "encoded": (0.0009, 0.00005),
    "repetition": (0.0004, 0.00002),
    "symbols": (0.0004, 0.00003),
    "classes": (0.0006, 0.00003),
    "changes": (0.0004, 0.00002),
}

# Where the score is tabled, and the odds of a key against a look-alike: standing alone, and beside a keyword.
KNOTS = range(-64, 193, 32)
ODDS = (1 / 1000, 1)


def records(path):
    data = open(path, "rb").read()
    assert data[:6] == b"KHLA2\n", f"{path} is no file of lookalikes.py"
    at = 6
    while at < len(data):
        kind, length = data[at], data[at + 1]
        at += 2 + length
        size, start = struct.unpack_from("<HH", data, at)
        yield KINDS[kind], data[at + 4 : at + 4 + size], start
        at += 4 + size


def costs(counts, floor):
    """Costs of the symbols on the last axis: mixed with `floor` of the uniform distribution."""
    p = (counts + 0.02) / (counts + 0.02).sum(-1, keepdims=True)
    bits = -np.log2((1 - floor) * p + floor / 64)
    return np.clip(np.rint(UNIT * (bits - 6)), -96, FORBIDDEN).astype(np.int8)


def periodic(texts, period):
    counts = np.zeros((period, 64))
    for text in texts:
        symbols = INDEX[np.frombuffer(base64.b64encode(text).rstrip(b"="), np.uint8)]
        for phase in range(period):
            counts[phase] += np.bincount(symbols[phase::period], minlength=64)
    return costs(counts, 0.02)


def alphabets():
    """The models that know only an alphabet: one cost for a member, `FORBIDDEN` for the rest."""
    table = []
    for members in (b"0123456789", b"0123456789abcdef", b"0123456789ABCDEF",
                    b"abcdefghijklmnopqrstuvwxyz0123456789", b"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"):
        cost = round(UNIT * (math.log2(len(members)) - 6))
        table.append([cost if c in members else FORBIDDEN for c in ALPHABET])
    return np.array(table, np.int8)


def train(paths):
    keys, around = [], []
    for kind, window, start in itertools.chain.from_iterable(map(records, paths)):
        if kind in LEARNT:
            keys.append(window[start : start + 40])
        elif kind == "run" and len(around) < 100_000 and start == 128:
            around.append(window[: start - 2])
    symbols = INDEX[np.frombuffer(b"".join(keys), np.uint8)].reshape(-1, 40).astype(np.int32)
    # Two rounds: what the first table finds to be random (a token among the cuts) teaches nothing about text.
    table = None
    for _ in range(2):
        if table is not None:
            symbols = symbols[table.astype(np.int32)[symbols[:, :-1], symbols[:, 1:]].sum(1) < 0]
        pairs = np.bincount((symbols[:, :-1] * 64 + symbols[:, 1:]).ravel(), minlength=4096)
        table = costs(pairs.reshape(64, 64), 0.01)
    random = np.random.default_rng(SEED + 1)
    tokens = [bytes(ALPHABET[i] for i in random.integers(0, 64, 126)) for _ in range(20_000)]
    digests = [random.integers(0, 256, 63, np.uint8).tobytes().hex().encode() for _ in range(20_000)]
    wide = [bytes(itertools.chain.from_iterable((b, 0) for b in text)) for text in around[:30_000]]
    encoded = np.concatenate([periodic(around, 4), periodic(tokens, 4), periodic(digests, 4),
                              periodic(wide, 8)])
    return table, alphabets(), encoded, len(symbols), len(around)


SYMBOL_BITS = np.array([0] + [round(UNIT * n * math.log2(n)) for n in range(1, 41)], np.int32)
FACTORIAL_BITS = np.array([round(UNIT * math.log2(math.factorial(n))) for n in range(41)], np.int32)
CLASS_BITS = [round(UNIT * -math.log2(n / 64)) for n in (26, 26, 10, 2)]
CLASS_OF = np.repeat(np.arange(4), (26, 26, 10, 2)).astype(np.int8)


def statistics(keys, tables):
    """The six statistics of each row of 40 symbols. Small means: not random."""
    text, alphabet, encoded = (t.astype(np.int32) for t in tables)
    n = len(keys)
    cost = np.zeros((1 + len(alphabet), n), np.int32)
    for i in range(1, 40):
        switched = cost.min(0) + SWITCH
        cost = np.minimum(cost, switched)
        cost[0] += text[keys[:, i - 1], keys[:, i]]
        cost[1:] += alphabet[:, keys[:, i]]
    result = {"text": cost.min(0)}

    least = np.full(n, 1 << 20, np.int32)
    first = 0
    for period in (4, 4, 4, 8):
        rows = encoded[first : first + period]
        for rotation in range(period):
            total = np.zeros(n, np.int32)
            for i in range(40):
                total += rows[(i + rotation) % period][keys[:, i]]
            least = np.minimum(least, total)
        first += period
    result["encoded"] = least

    least = np.full(n, 1 << 20, np.int32)
    for lag in range(1, 21):
        same = (keys[:, lag:] == keys[:, :-lag]).sum(1, dtype=np.int32)
        least = np.minimum(least, (40 - lag) - 6 * same)
    result["repetition"] = least

    counts = np.zeros((n, 64), np.int8)
    rows = np.arange(n)
    for i in range(40):
        counts[rows, keys[:, i]] += 1
    result["symbols"] = -SYMBOL_BITS[counts].sum(1, dtype=np.int32)
    # Text also repeats its letters. Together the two tell far more short words from keys than either alone.
    result["text"] += result["symbols"]

    classes = CLASS_OF[keys]
    likelihood = np.full(n, FACTORIAL_BITS[40], np.int32)
    for c in range(4):
        members = (classes == c).sum(1)
        likelihood -= FACTORIAL_BITS[members] + members.astype(np.int32) * CLASS_BITS[c]
    result["classes"] = likelihood
    result["changes"] = (classes[:, 1:] != classes[:, :-1]).sum(1, dtype=np.int32)
    return result


def thresholds(tables):
    """For each test the largest value that refuses no more than its share of random keys."""
    random = np.random.default_rng(SEED)
    parts = [statistics(random.integers(0, 64, (CHUNK, 40)), tables) for _ in range(DRAWS // CHUNK)]
    lines, refused = {}, [np.zeros(DRAWS, bool), np.zeros(DRAWS, bool)]
    for name, shares in SHARES.items():
        values = np.concatenate([p[name] for p in parts])
        order = np.sort(values)
        lines[name] = [int(order[int(share * DRAWS)]) for share in shares]
        for which, line in enumerate(lines[name]):
            refused[which] |= values < line
        print(f"{name:11} alone >= {lines[name][0]:6} beside >= {lines[name][1]:6}  refuses "
              f"{(values < lines[name][0]).mean():.4%} {(values < lines[name][1]).mean():.4%}  "
              f"median {int(np.median(values))}")
    print(f"all tests: {refused[0].mean():.4%} of {DRAWS:,} refused alone, {refused[1].mean():.4%} beside")
    return lines


def margins(values, lines):
    """SecretKeyLimits.margin: the least statistic, 0 at the limit beside a keyword and 64 alone."""
    return np.min([(values[name] - beside) * 64 // (alone - beside)
                   for name, (alone, beside) in lines.items()], axis=0)


def calibration(tables, lines, paths):
    """For each knot of the margin the chance that a candidate there is random, under both odds.

    Only kinds that the 40 bytes must decide by themselves take part. Half a look-alike is added to
    every knot, so that none is certain.
    """
    keys = {window[start : start + 40] for path in paths for kind, window, start in records(path)
            if kind in LEARNT}
    symbols = INDEX[np.frombuffer(b"".join(sorted(keys)), np.uint8)].reshape(-1, 40).astype(np.int32)
    parts = [margins(statistics(symbols[i : i + CHUNK], tables), lines)
             for i in range(0, len(symbols), CHUNK)]
    random = np.random.default_rng(SEED + 2)
    secrets = np.concatenate([
        margins(statistics(random.integers(0, 64, (CHUNK, 40)), tables), lines) for _ in range(8)])

    def knots(values, extra):
        place = np.clip((values - KNOTS[0] + 16) // 32, 0, len(KNOTS) - 1)
        counts = np.bincount(place, minlength=len(KNOTS)) + extra
        return counts / counts.sum()

    ratio = knots(secrets, 0) / knots(np.concatenate(parts), 0.5)
    ratio = np.maximum.accumulate(ratio)
    print("margin, odds:", *(f"{m}:{r:.3g}" for m, r in zip(KNOTS, ratio)))
    return [[float(f"{r * odds / (1 + r * odds):.4f}") for r in ratio] for odds in ODDS]


def rows(table):
    return "\n".join("        " + ", ".join(map(str, row)) + "," for row in table.tolist())


def swift(tables, lines, scores, keys, texts):
    text, alphabet, encoded = tables
    limits = "\n".join(
        f"    static let {name} = SecretKeyLimits(alone: {alone}, besideKeyword: {beside})"
        for name, (alone, beside) in lines.items())
    return f"""// Written by Benchmarks/judgement/train.py; do not edit. Learnt from {keys:,} cuts and {texts:,} texts.
// Costs in 1/16 bit against uniform base64: negative where the model explains more than chance does.

enum SecretKeyTables {{
    /// Cost of a symbol after another in paths, identifiers and words: row by the symbol before.
    static let text: [Int8] = [
{rows(text)}
    ]

    /// Cost of a symbol in an alphabet: decimal, hexadecimal (lower, upper), base36 (lower, upper).
    static let alphabets: [Int8] = [
{rows(alphabet)}
    ]

    /// Cost of a symbol of base64 by phase: of text (4 rows), of base64 (4), of hexadecimal (4), of UTF-16 (8).
    static let encoded: [Int8] = [
{rows(encoded)}
    ]

    /// The score at the margins −64, −32, … 192, for odds of 1 to 1,000 (alone) and 1 to 1 (beside a keyword).
    static let scoreAlone: [Float] = {scores[0]}
    static let scoreBesideKeyword: [Float] = {scores[1]}

    /// n·log2(n) in 1/16 bit, for 0…40.
    static let symbolBits: [Int32] = {SYMBOL_BITS.tolist()}

    /// log2(n!) in 1/16 bit, for 0…40.
    static let factorialBits: [Int32] = {FACTORIAL_BITS.tolist()}

    /// −log2 of a class's share of the alphabet in 1/16 bit: upper case, lower case, digits, `+` and `/`.
    static let classBits: [Int32] = {CLASS_BITS}
}}

/// The least value of each statistic that passes: quantiles over {DRAWS:,} random keys.
extension SecretKeyLimits {{
{limits}
}}
"""


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--out", required=True)
    arguments.add_argument("files", nargs="+")
    options = arguments.parse_args()
    *tables, keys, texts = train(options.files)
    lines = thresholds(tables)
    scores = calibration(tables, lines, options.files)
    with open(options.out, "w") as out:
        out.write(swift(tables, lines, scores, keys, texts))


if __name__ == "__main__":
    main()
