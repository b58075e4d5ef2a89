#!/usr/bin/env python3
"""Scores Keyhound on labelled lines, its model always on repositories that it was not trained on.

    evaluate.py --scorer score.py --labelled FOLDER --report report.jsonl --predicted predicted.jsonl [--plot FILE.svg]

`report.jsonl` is what `keyhound scan -f jsonl --every-location --report-impossible --show-secrets` writes about the
files below FOLDER, with FOLDER as the working directory; `predicted.jsonl` comes from `train.py --predicted`. The
findings of the rules that the model judges are taken from the folds, all others from the report. The scorer is a
module with `load_labels`, `Bench` and `SUBSETS`.
"""

import argparse
import importlib.util
import json
import pathlib
import statistics

MEDIUM, HIGH = 0.6, 0.85
ASSIGNED = "generic-"
SETS = ["secrets", "secrets_strong"]


def load(path):
    spec = importlib.util.spec_from_file_location("scorer", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def reported(path):
    for line in open(path, encoding="utf-8"):
        finding = json.loads(line)
        if finding.get("type") == "finding" and not finding["rule"].startswith(ASSIGNED):
            yield {"path": finding["path"].removeprefix("./"), "line": finding["line"],
                   "end_line": finding["end_line"], "start_col": finding["column"] - 1,
                   "end_col": finding["end_column"] - 1, "rule": finding["rule"], "p": finding["score"],
                   "impossible": finding["verdict"] == "impossible"}


def row(name, score):
    value = score["value"]
    print(f"{name:34} P {value['precision']:.3f} R {value['recall']:.3f} F1 {value['f1']:.3f}"
          f"  ({value['tp']} true, {value['fp']} false, {value['fn']} missed)")


def plot(path, points):
    """Predicted against observed: a dot for each tenth, as large as its share."""
    size, margin = 360, 50
    text = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size + 2 * margin} {size + 2 * margin}" '
            'font-family="sans-serif" font-size="13">', '<rect width="100%" height="100%" fill="#fff"/>',
            f'<line x1="{margin}" y1="{margin + size}" x2="{margin + size}" y2="{margin}" stroke="#bbb"/>']
    for step in range(0, 11, 2):
        at = margin + size * step / 10
        text += [f'<text x="{at}" y="{margin + size + 20}" text-anchor="middle">{step / 10}</text>',
                 f'<text x="{margin - 8}" y="{margin + size - size * step / 10 + 4}" text-anchor="end">{step / 10}</text>']
    text += [f'<rect x="{margin}" y="{margin}" width="{size}" height="{size}" fill="none" stroke="#444"/>',
             f'<text x="{margin + size / 2}" y="{margin + size + 42}" text-anchor="middle">predicted</text>',
             f'<text x="16" y="{margin + size / 2}" transform="rotate(-90 16 {margin + size / 2})" '
             'text-anchor="middle">observed</text>']
    for said, were, count in points:
        x, y = margin + size * said, margin + size * (1 - were)
        text += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="#1f6feb"/>',
                 f'<text x="{x:.1f}" y="{y - 9:.1f}" text-anchor="middle" fill="#444">{count}</text>']
    pathlib.Path(path).write_text("\n".join(text + ["</svg>", ""]), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scorer", required=True)
    parser.add_argument("--labelled", required=True)
    parser.add_argument("--report", required=True)
    parser.add_argument("--predicted", required=True)
    parser.add_argument("--plot")
    options = parser.parse_args()
    scorer = load(options.scorer)
    labels = scorer.load_labels(f"{options.labelled}/labels.jsonl", False)
    others = list(reported(options.report))
    predicted = [json.loads(line) for line in open(options.predicted, encoding="utf-8")]
    # A file without any value is in the fold of its repository.
    folds = {repository(value["path"]): value["fold"] for value in predicted}

    def found(floor):
        return [f for f in predicted if f["p"] >= floor] + [f for f in others if f["impossible"] or f["p"] >= floor]

    for name in SETS:
        for level, floor in [("low", 0.2), ("medium", MEDIUM), ("high", HIGH)]:
            row(f"{name}, {level} and above", scorer.Bench(labels, scorer.SUBSETS[name]).score(found(floor))[0])
        scores = []
        for fold in sorted(set(folds.values())):
            part = {path: rows for path, rows in labels.items() if folds.get(repository(path)) == fold}
            score = scorer.Bench(part, scorer.SUBSETS[name]).score([f for f in found(MEDIUM) if f["path"] in part])[0]
            row(f"  fold {fold}", score)
            scores.append(score["value"]["f1"])
        print(f"  F1 of the folds: {statistics.mean(scores):.3f} ± {statistics.stdev(scores):.3f}")
    if options.plot:
        plot(options.plot, calibration(labels, predicted))


def repository(path):
    """The folder below the first one: `tree/repository/…`."""
    return path.split("/")[1]


def calibration(labels, predicted):
    """For each tenth of the probability: the mean of what was said, the share of true ones, and how many."""
    tenths = {}
    for value in predicted:
        here = [label for label in labels.get(value["path"], []) if label["line"] == value["line"]
                and label["end_line"] == label["line"]]
        if not here:
            continue
        true = any(label["T"] and (label["start"] < 0 or value["start_col"] < (label["end"] if label["end"] >= 0
                                   else 10 ** 9) and value["end_col"] > label["start"]) for label in here)
        tenths.setdefault(min(9, int(value["p"] * 10)), []).append((value["p"], true))
    return [(statistics.mean(p for p, _ in rows), statistics.mean(t for _, t in rows), len(rows))
            for _, rows in sorted(tenths.items())]


if __name__ == "__main__":
    main()
