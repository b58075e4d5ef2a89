#!/usr/bin/env python3
"""Cuts 40-byte look-alikes of AWS secret access keys from material that holds no key.

Sources: `--tree NAME=FOLDER` (files), `--git NAME=REPOSITORY` (the blobs of HEAD, one
blob in eight of the history, every commit and tag message) and `--mail NAME=REPOSITORY`
(public-inbox repositories: every blob is one message).

Each look-alike has a kind:
  run         a maximal run of exactly 40 class bytes, where it stands
  path        cut from a path, without `_`, `-` and `.`
  identifier  cut from identifiers, without `_`
  words       cut from a line of text, without spaces and punctuation
  camel       the same words, each with a capital letter
  hex         cut from a longer run of hexadecimal digits
  slice       cut from a longer run that may be base64, where it stands
  tail        the last line of a wrapped base64 block, shortened to 40 bytes

Random tokens must not be cut out of their place and then be counted as look-alikes: no
statistic can tell them from keys. So runs with all three large classes (in mail: with both
cases of letters) are cut only where they stand; lines of text are lines with spaces in files without a zero byte; and from mail
only such lines of the body are cut as hold no run of 16 or more with all three classes.
`run` is never filtered.

A file goes to the fold `train` or `test` by a hash of its folder (trees and git) or of its
subject (mail), so that near-copies do not stand on both sides. Of each (fold, source,
kind) the distinct look-alikes with the smallest hashes are kept: a uniform sample that
does not depend on the order of the files.

Format of the output: `KHLA2\n`, then records of: kind (1 byte), length of the source's
name (1), the name, length of the window (2, little-endian), start of the candidate in it
(2, little-endian), the window. The candidate has 40 bytes.
"""

import argparse
import hashlib
import os
import re
import struct
import subprocess
import sys
import zlib

import numpy as np

KINDS = ["run", "path", "identifier", "words", "camel", "hex", "slice", "tail"]
REACH = 128
CLASS = np.zeros(256, bool)
CLASS[list(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")] = True
HEX = re.compile(rb"[0-9a-f]+|[0-9A-F]+")
WORD = re.compile(rb"[A-Za-z0-9]+")
PATH = re.compile(rb"[A-Za-z0-9_.+-]*(?:/[A-Za-z0-9_.+-]+){2,}")
IDENTIFIER = re.compile(rb"[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+|[A-Za-z][A-Za-z0-9]{15,}")
LONG = re.compile(rb"[A-Za-z0-9+/]{40}")
TOKEN = re.compile(rb"[A-Za-z0-9+/_=-]{16,}")
THREE = [re.compile(c) for c in (rb"[A-Z]", rb"[a-z]", rb"[0-9]")]
PREFIXED = re.compile(rb"^(?:\s*(?:re|fwd?|aw)\s*:|\s*\[[^\]]*\])+", re.I)


def key(data):
    return hashlib.blake2b(data, digest_size=8).digest()


def mixed(run):
    return all(c.search(run) for c in THREE)


class Sample:
    """Keeps the `limit` distinct candidates with the smallest hashes."""

    def __init__(self, limit):
        self.limit, self.kept, self.bound, self.seen = limit, {}, b"\xff" * 8, 0

    def add(self, candidate, window, start):
        self.seen += 1
        h = key(candidate)
        if h > self.bound or h in self.kept:
            return
        self.kept[h] = (window, start)
        if len(self.kept) > 2 * self.limit:
            self.prune()

    def prune(self):
        order = sorted(self.kept)[: self.limit]
        self.kept = {h: self.kept[h] for h in order}
        if len(order) == self.limit:
            self.bound = order[-1]


class Cutter:
    def __init__(self, limits, line_step):
        self.limits, self.line_step, self.samples = limits, line_step, {}

    def sample(self, fold, source, kind):
        return self.samples.setdefault((fold, source, kind), Sample(self.limits[kind]))

    def isolated(self, fold, source, kind, text):
        """One 40-byte cut from `text`, at an offset that its hash gives, between quotes."""
        if len(text) < 40:
            return
        at = zlib.crc32(text) % (len(text) - 39)
        cut = text[at : at + 40]
        self.sample(fold, source, kind).add(cut, b' = "' + cut + b'"\n', 4)

    def cut(self, source, data, fold, is_mail):
        self.cut_runs(source, data, fold, is_mail)
        if b"\0" in data:
            return
        if is_mail:
            data = data[data.find(b"\n\n") + 1 :]
        self.cut_lines(source, data, fold, is_mail)

    def cut_runs(self, source, data, fold, is_mail):
        flags = CLASS[np.frombuffer(data, np.uint8)]
        edges = np.flatnonzero(np.diff(flags.astype(np.int8), prepend=0, append=0))
        starts, ends = edges[0::2], edges[1::2]
        long = np.flatnonzero(ends - starts >= 40)
        previous = (0, 0)
        for i in long:
            start, end = int(starts[i]), int(ends[i])
            if end - start == 40:
                if end < len(data) and data[end] == 0x3D:
                    continue
                low = max(0, start - REACH)
                self.sample(fold, source, "run").add(
                    data[start:end], data[low : end + REACH], start - low)
                continue
            run = data[start:end]
            if HEX.fullmatch(run):
                self.isolated(fold, source, "hex", run)
            elif mixed(run) or is_mail and run.lower() != run != run.upper():
                at = start + zlib.crc32(run) % (end - start - 39)
                low = max(0, at - REACH)
                self.sample(fold, source, "slice").add(
                    data[at : at + 40], data[low : at + 40 + REACH], at - low)
                gap = data[previous[1] : start]
                if end - start == previous[1] - previous[0] >= 56 and len(gap) <= 16 and \
                        gap.count(b"\n") == 1 and not re.search(rb"[A-Za-z0-9]", gap):
                    low = max(0, start - REACH)
                    window = data[low : start + 40] + data[end : end + REACH]
                    self.sample(fold, source, "tail").add(
                        data[start : start + 40], window, start - low)
            elif b"/" in run:
                self.isolated(fold, source, "path", run)
            else:
                self.isolated(fold, source, "identifier", run)
            previous = (start, end)

    def cut_lines(self, source, data, fold, is_mail):
        """Every `line_step`th line that has no long run of its own."""
        for line in data.split(b"\n")[:: self.line_step]:
            if len(line) > 400 or LONG.search(line):
                continue
            if is_mail and any(mixed(t) for t in TOKEN.findall(line)):
                continue
            for match in PATH.findall(line):
                if len(match) >= 24:
                    self.isolated(fold, source, "path", re.sub(rb"[_.-]", b"", match))
            if len(line.split()) < 3:
                continue
            names = b"".join(IDENTIFIER.findall(line)).replace(b"_", b"")
            self.isolated(fold, source, "identifier", names)
            words = WORD.findall(line)
            if b"@" not in line and b"://" not in line:
                self.isolated(fold, source, "words", b"".join(words))
                self.isolated(fold, source, "camel", b"".join(w[:1].upper() + w[1:] for w in words))

    def write(self, fold, path):
        counts = {}
        with open(path, "wb") as out:
            out.write(b"KHLA2\n")
            for (f, source, kind), sample in sorted(self.samples.items()):
                if f != fold:
                    continue
                sample.prune()
                counts[source, kind] = (len(sample.kept), sample.seen)
                name = source.encode()
                for h in sorted(sample.kept):
                    window, start = sample.kept[h]
                    out.write(struct.pack("<BB", KINDS.index(kind), len(name)) + name)
                    out.write(struct.pack("<HH", len(window), start) + window)
        print(f"{path}: {sum(n for n, _ in counts.values()):,} look-alikes")
        for (source, kind), (kept, seen) in sorted(counts.items()):
            print(f"  {source:24} {kind:11} {kept:9,} kept of {seen:12,} seen")


def fold_of(text):
    return "train" if zlib.crc32(text) & 1 else "test"


def folder_of(path):
    return os.path.dirname(path) or path


def tree(root):
    for folder, folders, files in os.walk(root):
        folders.sort()
        for name in sorted(files):
            path = os.path.join(folder, name)
            if os.path.isfile(path) and not os.path.islink(path):
                inner = os.path.relpath(path, root).encode()
                with open(path, "rb") as file:
                    yield file.read(), fold_of(folder_of(inner))
                yield inner + b"\n", fold_of(folder_of(inner))


def objects(repository, names):
    """The content of the named objects, read through one `git cat-file --batch`."""
    with subprocess.Popen(["git", "-C", repository, "cat-file", "--batch", "--buffer"],
                          stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        if os.fork() == 0:
            process.stdin.write(b"".join(n + b"\n" for n in names))
            process.stdin.close()
            os._exit(0)
        process.stdin.close()
        for _ in names:
            size = int(process.stdout.readline().split()[2])
            yield process.stdout.read(size)
            process.stdout.read(1)


def git(repository):
    def run(*arguments):
        return subprocess.run(["git", "-C", repository, *arguments],
                              capture_output=True, check=True).stdout

    kinds = run("cat-file", "--batch-all-objects", "--batch-check=%(objectname) %(objecttype)")
    kind = dict(line.split() for line in kinds.splitlines())
    head = dict(line.split(b"\t")[::-1] for line in
                run("ls-tree", "-r", "--format=%(objectname)%x09%(path)", "HEAD").splitlines())
    wanted = {name: path for path, name in head.items() if kind.get(name) == b"blob"}
    for line in run("rev-list", "--objects", "HEAD").splitlines():
        name, _, path = line.partition(b" ")
        if name[:1] in b"08" and kind.get(name) == b"blob":
            wanted.setdefault(name, path)
    for name, data in zip(wanted, objects(repository, list(wanted))):
        yield data, fold_of(folder_of(wanted[name]))
    messages = sorted(n for n, k in kind.items() if k in (b"commit", b"tag"))
    for name, data in zip(messages, objects(repository, messages)):
        yield data, fold_of(name)


def mail(repository):
    listing = subprocess.run(["git", "-C", repository, "cat-file", "--batch-all-objects",
                              "--batch-check=%(objectname) %(objecttype)"],
                             capture_output=True, check=True).stdout
    names = [n for n, k in (line.split() for line in listing.splitlines()) if k == b"blob"]
    for data in objects(repository, names):
        subject = re.search(rb"^subject:(.*)$", data[:65536], re.I | re.M)
        yield data, fold_of(PREFIXED.sub(b"", subject[1]).strip() if subject else data[:64])


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("tree", "git", "mail"):
        arguments.add_argument(f"--{name}", action="append", default=[], metavar="NAME=PATH")
    arguments.add_argument("--train", required=True)
    arguments.add_argument("--test", required=True)
    arguments.add_argument("--line-step", type=int, default=8)
    options = arguments.parse_args()
    limits = dict.fromkeys(KINDS, 60_000) | {"run": 1_000_000, "path": 100_000}
    cutter = Cutter(limits, options.line_step)
    for reader, pairs in ((tree, options.tree), (git, options.git), (mail, options.mail)):
        for pair in pairs:
            name, _, path = pair.partition("=")
            files = size = 0
            for data, fold in reader(path):
                cutter.cut(name, data, fold, reader is mail)
                files, size = files + 1, size + len(data)
            print(f"{name}: {files:,} pieces, {size:,} bytes", file=sys.stderr)
    cutter.write("train", options.train)
    cutter.write("test", options.test)


if __name__ == "__main__":
    main()
