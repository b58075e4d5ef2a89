#!/usr/bin/env python3
"""Trains the model of values that are given to names, and measures it.

    train.py --features value-features --labelled FOLDER [--clean FOLDER…] [--out AssignmentModelTables.swift]

FOLDER holds `labels.jsonl` and the files that it speaks of. A line of it is a JSON object with `path` (below FOLDER),
`repo`, `line` and `end_line` (from 1), `start` and `end` (columns in characters from 0, the end left out, -1 if not
known), `gt` (`T` for a secret, anything else for none), and perhaps `cats` (labels whose categories are all in
IDENTIFIERS are left out). Values without a label count for little, as no secrets. What a clean folder holds counts as
no secret at all.

Never is a repository scored by trees that were trained on it: five folds over repositories give the probabilities from
which the calibration is made; the trees that are written are trained on everything. See README.md.
"""

import argparse
import bisect
import collections
import json
import math
import pathlib
import random
import subprocess
import tempfile

import lightgbm
import numpy as np

IDENTIFIERS = {"UUID", "AWS S3 Bucket", "Firebase Domain", "Tencent WeChat API App ID", "AWS Client ID", "Nonce",
               "Salt", "NTLM Token", "Other"}
FOLDS, SEED, ROUNDS = 5, 7, 200
UNLABELLED, CLEAN = 0.2, 0.1
# Keys of one test suite, several times as many as all other labels together.
LEFT_OUT = {"openssl/openssl"}
PARAMETERS = {
    "objective": "binary", "learning_rate": 0.1, "num_leaves": 15, "min_data_in_leaf": 20, "feature_fraction": 0.6,
    "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 4, "verbose": -1, "num_threads": 2, "seed": SEED,
    "max_bin": 127, "extra_trees": True, "deterministic": True, "force_row_wise": True,
}
CHECKPOINTS = [19, 59]


class Values:
    """The values of a tree, one row each."""

    def __init__(self, tool, root, paths):
        self.root, self.paths = pathlib.Path(root), paths
        with tempfile.TemporaryDirectory() as folder:
            out = pathlib.Path(folder, "values")
            text = "".join(path + "\n" for path in paths)
            subprocess.run([tool, root, str(out)], input=text.encode(), check=True)
            data = out.read_bytes()
        end = data.index(b"\n\n")
        self.names = data[:end].decode().split("\n")
        record = np.dtype([("file", "<u4"), ("keyword", "<u8"), ("start", "<u8"), ("end", "<u8"),
                           ("x", "<f4", (len(self.names),))])
        self.rows = np.frombuffer(data[end + 2:], record)


def columns(line, start, end):
    """Offsets in bytes as columns in characters."""
    before = len(line[:start].decode("utf-8", "replace"))
    return before, before + len(line[start:end].decode("utf-8", "replace"))


def hits(label, start, end):
    return label["start"] < 0 or start < (label["end"] if label["end"] >= 0 else math.inf) and end > label["start"]


class Labelled(Values):
    def __init__(self, tool, root):
        by_path = collections.defaultdict(list)
        for line in open(f"{root}/labels.jsonl", encoding="utf-8"):
            label = json.loads(line)
            if label.get("check") not in ("line_out_of_file", "value_blank", "value_past_line_end"):
                by_path[label["path"]].append(label)
        super().__init__(tool, root, sorted(by_path))
        self.label = np.zeros(len(self.rows), int)
        self.weight = np.ones(len(self.rows))
        self.repo, self.place, self.text = [], [], []
        previous = None
        for index, row in enumerate(self.rows):
            path = self.paths[row["file"]]
            if path != previous:
                data = (self.root / path).read_bytes()
                starts = [0] + [i + 1 for i, byte in enumerate(data) if byte == 10]
                previous = path
            labels = by_path[path]
            number = bisect.bisect_right(starts, int(row["start"]))
            line = starts[number - 1]
            start, end = columns(data[line:int(row["end"])], int(row["start"]) - line, int(row["end"]) - line)
            self.repo.append(labels[0]["repo"])
            self.place.append((path, number, start, end))
            self.text.append(data[int(row["start"]):int(row["end"])][:80])
            here = [label for label in labels if label["line"] <= number <= label["end_line"]]
            blocks = [label for label in here if label["end_line"] > label["line"]]
            true = [label for label in here if label["gt"] == "T" and label["end_line"] == label["line"]
                    and hits(label, start, end)]
            if true:
                self.label[index] = 1
                self.weight[index] = any(not set(label.get("cats", [])) <= IDENTIFIERS or not label.get("cats")
                                         for label in true)
            elif any(label["gt"] == "T" for label in blocks):
                self.weight[index] = 0
            elif not here:
                self.weight[index] = UNLABELLED
        counts = collections.Counter(zip(self.repo, self.label, self.text))
        self.weight *= [counts[key] ** -0.5 for key in zip(self.repo, self.label, self.text)]
        self.weight *= [repo not in LEFT_OUT for repo in self.repo]


def clean(tool, root, most=400_000):
    root = pathlib.Path(root)
    paths = [str(path.relative_to(root)) for path in sorted(root.rglob("*")) if path.is_file()
             and not path.is_symlink() and "\n" not in str(path) and path.stat().st_size < 2_000_000]
    values = Values(tool, str(root), paths)
    rows = values.rows["x"]
    if len(rows) > most:
        rows = rows[np.random.default_rng(SEED).choice(len(rows), most, replace=False)]
    return rows


def folds(repos):
    order = sorted(set(repos))
    random.Random(SEED).shuffle(order)
    return np.array([order.index(repo) % FOLDS for repo in repos])


def boost(x, y, weight):
    kept = weight > 0
    return lightgbm.train(PARAMETERS, lightgbm.Dataset(x[kept], y[kept], weight=weight[kept]), ROUNDS)


def isotonic(margin, label, weight):
    """Knots of a rising curve from margins to shares, by pooling neighbours that violate it."""
    order = np.argsort(margin, kind="stable")
    pools = []
    for m, y, w in zip(margin[order], label[order], weight[order]):
        pools.append([m * w, y * w, w])
        while len(pools) > 1 and pools[-2][1] * pools[-1][2] >= pools[-1][1] * pools[-2][2]:
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last)]
    knots = [(m / w, y / w) for m, y, w in pools]
    # A dozen knots are enough: those at which the share has risen by a step.
    kept = [knots[0]]
    for knot in knots[1:]:
        if knot[1] - kept[-1][1] >= 0.04 and knot[0] - kept[-1][0] > 0.02:
            kept.append(knot)
    return kept


def swift(values, model, knots, cutoffs):
    arrays = collections.defaultdict(list)

    def walk(node):
        if "leaf_value" in node:
            arrays["leaves"].append(node["leaf_value"])
            return -len(arrays["leaves"])
        index = len(arrays["features"])
        threshold = np.float32(node["threshold"])
        if threshold > node["threshold"]:
            threshold = np.nextafter(threshold, np.float32(-np.inf))
        arrays["features"].append(node["split_feature"])
        arrays["thresholds"].append(float(threshold))
        arrays["left"].append(0)
        arrays["right"].append(0)
        arrays["left"][index] = walk(node["left_child"])
        arrays["right"][index] = walk(node["right_child"])
        return index

    for tree in model.dump_model()["tree_info"]:
        arrays["roots"].append(walk(tree["tree_structure"]))
    arrays["checkpoints"] = [number for number, _ in cutoffs]
    arrays["leastMargins"] = [margin for _, margin in cutoffs]
    arrays["calibrationMargins"] = [m for m, _ in knots]
    arrays["calibrationShares"] = [s for _, s in knots]
    kinds = {"features": "UInt16", "left": "Int16", "right": "Int16", "roots": "Int16", "checkpoints": "Int"}
    text = ["// Written by Benchmarks/assignments/train.py; do not edit.", "", "enum AssignmentModelTables {",
            f"    static let featureCount = {len(values.names)}", ""]
    for name in ["roots", "features", "thresholds", "left", "right", "leaves", "checkpoints", "leastMargins",
                 "calibrationMargins", "calibrationShares"]:
        kind = kinds.get(name, "Float")
        text.append(f"    static let {name}: [{kind}] = [")
        line = "       "
        for value in arrays[name]:
            item = f" {value}," if kind != "Float" else f" {np.float32(value):.7g},"
            if len(line) + len(item) > 500:
                text.append(line)
                line = "       "
            line += item
        text += [line, "    ]", ""]
    return "\n".join(text[:-1] + ["}", ""])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--features", required=True, help="the program value-features")
    parser.add_argument("--labelled", required=True)
    parser.add_argument("--clean", nargs="*", default=[])
    parser.add_argument("--out", help="where to write the tables")
    parser.add_argument("--predicted", help="where to write the probabilities of the folds, as findings")
    options = parser.parse_args()
    values = Labelled(options.features, options.labelled)
    x, y, weight = values.rows["x"], values.label, values.weight
    rows = [clean(options.features, root) for root in options.clean]
    extra = np.concatenate(rows) if rows else x[:0]
    none, light = np.zeros(len(extra), int), np.full(len(extra), CLEAN)
    fold = folds(values.repo)
    margin = np.zeros(len(x))
    for number in range(FOLDS):
        here = fold != number
        model = boost(np.concatenate([x[here], extra]), np.concatenate([y[here], none]),
                      np.concatenate([weight[here], light]))
        margin[~here] = model.predict(x[~here], raw_score=True)
    counted = weight > 0
    knots = isotonic(margin[counted], y[counted], weight[counted])
    share = np.interp(margin, [m for m, _ in knots], [s for _, s in knots])
    placeholder = x[:, values.names.index("placeholder")] > 0
    share[placeholder] = np.minimum(share[placeholder], 0.4)  # As the program does.
    print(len(x), "values,", int(y.sum()), "true;", len(extra), "of clean trees;", len(values.names), "features")
    for low, high in [(0, .2), (.2, .35), (.35, .5), (.5, .65), (.65, .8), (.8, .9), (.9, 1.01)]:
        part = counted & (share >= low) & (share < high)
        if part.any():
            print(f"  said {low:.2f} to {high:.2f}: {np.average(share[part], weights=weight[part]):.3f},"
                  f" were {np.average(y[part], weights=weight[part]):.3f}, {part.sum()} values")
    if options.predicted:
        best = {}
        for place, p, number in zip(values.place, share, fold):
            best[place] = max(best.get(place, (0, 0)), (float(p), int(number)))
        with open(options.predicted, "w", encoding="utf-8") as out:
            for (path, line, start, end), (p, number) in best.items():
                out.write(json.dumps({"path": path, "line": line, "end_line": line, "start_col": start,
                                      "end_col": end, "p": p, "fold": number}) + "\n")
    if options.out:
        model = boost(np.concatenate([x, extra]), np.concatenate([y, none]), np.concatenate([weight, light]))
        final = model.predict(x, raw_score=True)
        wanted = counted & (np.interp(final, [m for m, _ in knots], [s for _, s in knots]) >= 0.2)
        cutoffs = []
        for number in CHECKPOINTS:
            part = model.predict(x, raw_score=True, num_iteration=number + 1)
            cutoffs.append((number, float(np.quantile(part[wanted], 0.002))))
            print(f"  behind tree {number}: {np.mean(part < cutoffs[-1][1]):.3f} are done with")
        pathlib.Path(options.out).write_text(swift(values, model, knots, cutoffs))
        gain = model.feature_importance("gain")
        for index in np.argsort(-gain)[:40]:
            print(f"  {gain[index]:9.0f} {values.names[index]} ({index})")


if __name__ == "__main__":
    main()
