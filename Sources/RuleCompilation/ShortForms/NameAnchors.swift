import Rules

/// What is searched for on behalf of a name: as little as possible that is still rare.
///
/// A name is looked for by its first part, which all its spellings share; the pattern asks for the rest. Only where
/// that part is short, or an ordinary word, the next part is searched for with it, in each spelling.
enum NameAnchors {
    private static let shortestPart = 4

    /// More bytes of the second part make an anchor no rarer.
    private static let longestSecondPart = 4

    /// What joins the parts that `_` stands for. No joint is camel case too.
    private static let joints = ["", "_", "-", " "]

    /// Second parts before which a dot stands: hosts.
    private static let hostEndings: Set<String> = [
        "ai", "app", "co", "com", "dev", "gov", "io", "me", "net", "org", "rest", "run", "sh", "space", "to",
    ]

    /// How many letters and digits an anchor of several parts has at least, if the name has as many.
    private static let fewestLetters = 5

    /// First parts of which source code and prose have more than ten in a million bytes: measured in the sources of
    /// Linux, Python's library and npm.
    private static let ordinaryWords: Set<String> = [
        "accu", "active", "adjust", "affinity", "agent", "alchemy", "alpha", "application", "assembly", "automate",
        "better", "binary", "black", "bootstrap", "bridge", "bright", "browser", "cast", "central", "client", "coder",
        "cohere", "commerce", "constant", "container", "controller", "convert", "crypto", "cursor", "data", "dato",
        "deep", "delta", "dify", "ding", "docker", "docu", "easy", "email", "entity", "fresh", "full", "galaxy",
        "gate", "google", "have", "hello", "help", "here", "hosted", "itch", "iterable", "kube", "kubernetes", "label",
        "last", "lever", "line", "lite", "live", "loader", "login", "mcli", "medium", "merge", "message", "meta",
        "name", "news", "open", "packet", "ping", "pipe", "platform", "play", "position", "prompt", "pure", "push",
        "python", "remove", "report", "scale", "search", "security", "segment", "send", "shortcut", "sign", "smart",
        "spaces", "split", "square", "status", "stream", "switch", "thing", "trip", "true", "visual", "volt", "wise",
        "zero",
    ]

    /// The anchors of all names, each once, none that begins with another one.
    static func anchors(of names: [String]) -> [Anchor] {
        let texts = Set(names.flatMap(texts))
        return texts.filter { text in !texts.contains { $0 != text && text.hasPrefix($0) } }
            .sorted()
            .map { .literal(Array($0.utf8), ignoresCase: true) }
    }

    private static func texts(of name: String) -> [String] {
        let parts = name.split(separator: "_")
        guard let first = parts.first, parts.count > 1 else { return [name] }
        if first.count >= shortestPart, !ordinaryWords.contains(String(first)) { return [String(first)] }
        var taken = [first, parts[1].prefix(longestSecondPart)]
        for part in parts.dropFirst(2) where taken.joined().count < fewestLetters {
            taken.append(part.prefix(longestSecondPart))
        }
        let all = hostEndings.contains(String(parts[1])) ? joints + ["."] : joints
        return all.map { taken.joined(separator: $0) }
    }
}
