"""Makes the man page (mdoc) of its template and of what the program says of its commands and options.

python3 Manual/manual.py PROGRAM < Manual/keyhound.1.in > Manual/keyhound.1
"""

import json
import re
import subprocess
import sys

# What every command has. The template names it once.
COMMON = ("version", "help")


def text(words):
    """Text for a line of mdoc: nothing in it acts, and nothing in it depends on the reader's locale."""
    out = ""
    for character in words.replace("\\", "\\e").replace("--", "\\-\\-").replace("…", "..."):
        out += character if ord(character) < 128 else f"\\[u{ord(character):04X}]"
    return ("\\&" + out) if out[:1] in (".", "'") else out


def prose(words):
    """Text with a line for each sentence, so that changes show as such."""
    return "\n".join(text(sentence) for sentence in re.split(r"(?<=[.;:]) (?=[A-Z])", words))


def macro(words):
    """A single argument of a macro."""
    return '"' + text(words).replace('"', '\\(dq') + '"'


def name_of(argument):
    return argument.get("preferredName", {}).get("name")


def value_of(argument):
    return argument.get("valueName", "value")


def term(argument):
    """The names of an option, or of a positional argument, and its value."""
    if argument["kind"] == "positional":
        return ".It Ar " + macro(value_of(argument)) + (" ..." if argument["isRepeating"] else "")
    in_order = sorted(argument["names"], key=lambda n: n["kind"] != "short")
    names = [("Fl " if n["kind"] == "short" else "Fl -") + n["name"] for n in in_order]
    value = " Ar " + macro(value_of(argument)) if argument["kind"] == "option" else ""
    return ".It " + " , ".join(names) + value


def description(argument):
    """What it does, and the values that it takes, as far as that does not say them."""
    about = argument.get("abstract", "")
    lines = [prose(about)]
    values = argument.get("allValues", [])
    if any(value not in about for value in values):
        lines.append("One of " + ", ".join(text(value) for value in values) + ".")
    default = argument.get("defaultValue") if argument["kind"] == "option" else None
    if default and any(word not in about for word in default.split(", ")):
        lines.append(f"By default {text(default)}.")
    return "\n".join(lines)


def listing(arguments):
    if not arguments:
        return ""
    items = [term(a) + "\n" + description(a) for a in arguments]
    return ".Bl -tag -width Ds\n" + "\n".join(items) + "\n.El\n"


class Command:
    """A command that does something, with its options by the group that they stand in."""

    def __init__(self, info, parents):
        self.words = parents + [info["commandName"]]
        self.about = [info.get("abstract", ""), info.get("discussion", "")]
        self.arguments = [
            a for a in info.get("arguments", []) if a["shouldDisplay"] and name_of(a) not in COMMON
        ]

    def group(self, title):
        return [a for a in self.arguments if a.get("sectionTitle") == title]

    def titles(self):
        return list(dict.fromkeys(a["sectionTitle"] for a in self.arguments if a.get("sectionTitle")))

    def synopsis(self):
        """Names what a user has to give; the options are told of below."""
        must = [a for a in self.arguments if not a["isOptional"] and a["kind"] == "option"]
        positional = [a for a in self.arguments if a["kind"] == "positional"]
        parts = [".Nm\n.Cm " + " ".join(self.words[1:])]
        if len(self.arguments) > len(must) + len(positional):
            parts.append(".Op Ar options")
        parts += [f".Fl -{name_of(a)} Ar {macro(value_of(a))}" for a in must]
        for argument in positional:
            dots = " ..." if argument["isRepeating"] else ""
            macros = ".Op Ar " if argument["isOptional"] else ".Ar "
            parts.append(macros + macro(value_of(argument)) + dots)
        return "\n".join(parts)

    def section(self, shared):
        out = [f".Ss keyhound {' '.join(self.words[1:])}"]
        out.append("\n.Pp\n".join(prose(paragraph) for paragraph in self.about if paragraph))
        others = [t for t in self.titles() if (t, names(self.group(t))) in shared]
        own = [a for a in self.arguments if a.get("sectionTitle") not in others]
        out.append(listing(own).rstrip("\n"))
        if others:
            out.append(".Pp\nAnd the options of " + ", ".join(f"\\(lq{text(t)}\\(rq" for t in others) + ", below.")
        return "\n".join(part for part in out if part) + "\n"


def names(arguments):
    return tuple(name_of(a) or value_of(a) for a in arguments)


def commands(info, parents=()):
    """The commands without subcommands, in the order of the help."""
    found = []
    for sub in info.get("subcommands", []):
        if sub["commandName"] != "help":
            found += commands(sub, [*parents, info["commandName"]])
    return found if info.get("subcommands") else [Command(info, list(parents))]


def main():
    dump = subprocess.run([sys.argv[1], "--experimental-dump-help"], check=True, capture_output=True)
    every = commands(json.loads(dump.stdout)["command"])
    groups = {}
    for command in every:
        for title in command.titles():
            groups.setdefault((title, names(command.group(title))), []).append(command.group(title))
    shared = {key: group for key, group in groups.items() if len(group) > 1}
    page = sys.stdin.read()
    page = page.replace("@SYNOPSIS@", "\n".join(command.synopsis() for command in every))
    page = page.replace("@COMMANDS@", "".join(command.section(shared) for command in every).rstrip("\n"))
    options = "".join(f".Ss {text(key[0])}\n{listing(group[0])}" for key, group in shared.items())
    sys.stdout.write(page.replace("@OPTIONS@", options.rstrip("\n")))


if __name__ == "__main__":
    main()
