"""What each scanner finds in encodings, archives, documents and mail: one construct a file, one secret in each.

python3 -B Benchmarks/wrappers/wrappers.py [--keyhound PROGRAM] [--venv FOLDER] [--results FOLDER]

Every file holds a GitHub token of its own, with valid check digits, in one wrapping. A scanner has found it if its
report names the file and a finding in it. Writes a table in Markdown; exit status 1 if Keyhound misses one.
"""

import argparse
import base64
import binascii
import bz2
import datetime
import gzip
import html
import io
import json
import lzma
import pathlib
import quopri
import random
import sqlite3
import subprocess
import sys
import tarfile
import tempfile
import urllib.parse
import zipfile
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "compare"))
import peers  # noqa: E402

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
CHOICE = random.Random(20261127)


def token():
    body = "".join(CHOICE.choice(DIGITS) for _ in range(30))
    number, check = zlib.crc32(body.encode()), ""
    while number:
        number, digit = divmod(number, 62)
        check = DIGITS[digit] + check
    return "gh" + "p_" + body + check.rjust(6, "0")


def line():
    return ('github_token = "%s"\n' % token()).encode()


def zipped(name, content, method=zipfile.ZIP_DEFLATED):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        archive.writestr(name, content)
    return file.getvalue()


def tarred(name, content):
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        info = tarfile.TarInfo(name)
        info.size = len(content)
        archive.addfile(info, io.BytesIO(content))
    return file.getvalue()


def message(fields, body):
    head = "From: ann@corp.example\r\nTo: bob@corp.example\r\nSubject: s\r\nDate: Tue, 05 Mar 2024 09:12:00 +0000\r\n"
    return (head + "Message-ID: <m@corp.example>\r\nMIME-Version: 1.0\r\n" + fields).encode() + b"\r\n" + body


def runs():
    text = line().decode().strip()
    return "".join("<w:r><w:t>%s</w:t></w:r>" % html.escape(text[at:at + 9]) for at in range(0, len(text), 9))


def cut(form):
    text = token()
    return (form % (text[:20], text[20:])).encode()


def soft_break():
    text = line().strip()
    return text[:30].replace(b"=", b"=3D") + b"=\r\n" + text[30:]


def tagged():
    text = token()
    return ("<p>%s<wbr><b></b>%s</p>" % (text[:15], text[15:])).encode()


def database(encoding, pad):
    """A table of which one value holds the token behind `pad` letters."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "d"
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA encoding='%s'" % encoding)
        connection.execute("CREATE TABLE settings (name TEXT, value TEXT)")
        text = ("note " * pad)[:pad] + line().decode() + " and so on" * 1000
        connection.execute("INSERT INTO settings VALUES ('github', ?)", (text,))
        connection.commit()
        connection.close()
        return path.read_bytes()


def pdf():
    """One page, its text compressed, set in pieces with kerning between them."""
    text = line().decode().strip().replace('"', "")
    pieces = " ".join("(%s) %d" % (text[at:at + 5], -20 if at % 2 else 15) for at in range(0, len(text), 5))
    content = zlib.compress(("BT /F1 9 Tf 50 700 Td [%s] TJ ET" % pieces).encode())
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    file, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, text)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return file + table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(file))


def slack():
    text = token()
    runs = [{"type": "text", "text": text[:17], "style": {"bold": True}}, {"type": "text", "text": text[17:]}]
    section = {"type": "rich_text_section", "elements": runs}
    blocks = [{"type": "rich_text", "elements": [section]}]
    message = {"type": "message", "user": "U1", "ts": "1709629920.000100", "text": "", "blocks": blocks}
    return json.dumps([message]).encode()


def wrappings():
    """Pairs of a file's name and its content, by family."""
    encoded = base64.b64encode
    yield "encodings", {
        "base64.txt": encoded(line()),
        "base64, shifted by 1.txt": encoded(b"." + line()),
        "base64, shifted by 2.txt": encoded(b".." + line()),
        "base64 in lines.txt": base64.encodebytes(line() * 1 + b"more text " * 20),
        "base64 of UTF-16.txt": encoded(line().decode().encode("utf-16le")),
        "base64url.txt": base64.urlsafe_b64encode(b"?>?" + line()),
        "base64 twice.txt": encoded(encoded(line())),
        "base64 in JSON.json": json.dumps({"data": encoded(line()).decode()}).encode(),
        "hex.txt": binascii.hexlify(line()),
        "percent.txt": "".join("%%%02X" % byte for byte in line()).encode(),
        "backslash x.txt": "".join("\\x%02x" % byte for byte in line()).encode(),
        "backslash u.json": ('"' + "".join("\\u%04x" % byte for byte in line()) + '"').encode(),
        "HTML references.html": "".join("&#%d;" % byte for byte in line()).encode(),
        "UTF-16.txt": line().decode().encode("utf-16"),
        "gzip in base64.txt": encoded(gzip.compress(line())),
        "zlib in base64.txt": encoded(zlib.compress(line())),
        "gzip in base64 twice.yaml": b"release: " + encoded(encoded(gzip.compress(line()))) + b"\n",
        "quoted-printable.txt": soft_break() + b"\n=\n",
        "joined literals.py": cut('key = "%s" + \\\n    "%s"\n'),
        "adjacent literals.c": cut('const char *key = "%s"\n    "%s";\n'),
        "continued line.sh": cut("key=%s\\\n%s\n"),
        "zero-width characters.txt": cut("key = %s\u200b%s\n"),
        "Cyrillic letters.txt": token().translate(str.maketrans("acepox", "асерох")).encode(),
    }
    yield "archives", {
        "zip.zip": zipped("k.txt", line()),
        "zip named dat.dat": zipped("k.txt", line()),
        "jar.jar": zipped("app/k.properties", line()),
        "zip in zip.zip": zipped("n.zip", zipped("k.txt", line())),
        "zip behind a program.exe": b"MZ" + bytes(500) + zipped("k.txt", line()),
        "tar.tar": tarred("k.txt", line()),
        "tar.gz": gzip.compress(tarred("k.txt", line())),
        "tar.bz2": bz2.compress(tarred("k.txt", line())),
        "tar.xz": lzma.compress(tarred("k.txt", line())),
        "text.gz": gzip.compress(line()),
    }
    yield "documents", {
        "runs.docx": zipped("word/document.xml", "<?xml?><w:document><w:p>%s</w:p></w:document>" % runs()),
        "shared strings.xlsx": zipped("xl/sharedStrings.xml", b"<sst><si><t>" + line().strip() + b"</t></si></sst>"),
        "text.odt": zipped("content.xml", b"<office:document-content><text:p>" + line() + b"</text:p>"),
        "kerned text.pdf": pdf(),
        "over two pages.sqlite": database("UTF-8", 1790),
        "UTF-16 over two pages.sqlite": database("UTF-16le", 890),
        "notebook.ipynb": json.dumps({"cells": [{"outputs": [{"text": [line().decode()]}]}]}).encode(),
    }
    mixed = 'Content-Type: multipart/mixed; boundary=b\r\n'
    part = b"--b\r\nContent-Type: %s\r\nContent-Transfer-Encoding: base64\r\n\r\n%s\r\n--b--\r\n"
    coded = "Content-Transfer-Encoding: %s\r\n"
    subject = "=?utf-8?B?%s?=" % encoded(line().strip()).decode()
    yield "mail", {
        "plain.eml": message("", line()),
        "quoted-printable.eml": message(coded % "quoted-printable", soft_break()),
        "base64.eml": message(coded % "base64", base64.encodebytes(line())),
        "attached zip.eml": message(mixed, part % (b"application/zip", base64.encodebytes(zipped("k.txt", line())))),
        "message in base64.eml": message(
            mixed, part % (b"message/rfc822", base64.encodebytes(message("", line())))),
        "HTML.eml": message("Content-Type: text/html\r\n", tagged()),
        "encoded subject.eml": message("Subject: %s\r\n" % subject, b"x"),
        "slack.json": slack(),
        "mailbox": b"From a@b Tue Mar  5 09:12:00 2024\r\n" + message(coded % "base64", base64.encodebytes(line())),
    }


def run(words):
    return subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout


def keyhound(program, path):
    return len(json.loads(run([program, "scan", "-f", "json", path]))["findings"])


def kingfisher(program, path):
    found = run([program, "scan", "--no-validate", "--no-update-check", "--format", "json", path])
    return found.count(b'"rule"')


def betterleaks(program, path):
    found = run([program, "filesystem", "--no-banner", "--no-color", "--log-level=warn", "--jsonl", path])
    return sum(1 for text in found.splitlines() if b'"finding":' in text[:40])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--keyhound", default=".build/release/keyhound")
    parser.add_argument("--venv", type=pathlib.Path, help="for the peers, which are installed there if need be")
    parser.add_argument("--results", type=pathlib.Path)
    options = parser.parse_args()
    scanners = {"Keyhound": (keyhound, options.keyhound)}
    if options.venv:
        programs = peers.find(options.venv).programs
        for name, scan in (("kingfisher", kingfisher), ("betterleaks", betterleaks)):
            if name in programs:
                scanners[name.capitalize()] = (scan, str(programs[name]))
    found = {name: 0 for name in scanners}
    total = 0
    rows = ["| | | " + " | ".join(scanners) + " |", "|---" * (2 + len(scanners)) + "|"]
    with tempfile.TemporaryDirectory() as folder:
        for family, files in wrappings():
            for name, content in files.items():
                path = pathlib.Path(folder) / name
                path.write_bytes(content)
                marks = []
                for scanner, (scan, program) in scanners.items():
                    hit = scan(program, str(path)) > 0
                    found[scanner] += hit
                    marks.append("yes" if hit else "–")
                rows.append("| %s | %s | %s |" % (family, name, " | ".join(marks)))
                path.unlink()
                total += 1
    rows.append("| | found of %d | %s |" % (total, " | ".join(str(count) for count in found.values())))
    text = "\n".join(rows) + "\n"
    sys.stdout.write(text)
    if options.results:
        date = datetime.date.today().isoformat()
        title = "# Secrets in encodings, archives, documents and mail, %s\n\n" % date
        how = "One file with one GitHub token each, made by `make bench-wrappers`. "
        how += "Peers as they come from PyPI, without validation.\n\n"
        (options.results / (date + "-wrappers.md")).write_text(title + how + text)
    return 0 if found["Keyhound"] == total else 1


if __name__ == "__main__":
    sys.exit(main())
