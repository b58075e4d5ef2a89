import RuleCompilation

/// The text of a rule file with one good rule, of which a test changes one thing.
struct RuleText {
    static let path = "team/rules.toml"

    /// One key a line; `id` is on line 2.
    var lines = [
        "[[rule]]",
        "id = 'acme-token'",
        "title = 'Acme token'",
        "severity = 'high'",
        "pattern = '(?<![a-z])acme_(?<value>[a-z0-9]{16})'",
        "anchors = ['acme_']",
        "reach = { before = 8, after = 32 }",
        "secret = 'value'",
        "examples = ['token = acme_{hex:16}']",
    ]

    /// The value of a key as TOML. Setting it keeps the key's line, or adds one at the end; `nil` leaves it empty.
    subscript(key: String) -> String? {
        get { lines.first { $0.hasPrefix("\(key) = ") } }
        set {
            let line = newValue.map { "\(key) = \($0)" } ?? ""
            if let position = lines.firstIndex(where: { $0.hasPrefix("\(key) = ") }) {
                lines[position] = line
            } else {
                lines.append(line)
            }
        }
    }

    static func with(_ key: String, _ value: String?) -> String {
        var text = RuleText()
        text[key] = value
        return text.text
    }

    var text: String { lines.joined(separator: "\n") + "\n" }
}

/// Returns what is wrong with user rules of this text; empty if nothing is.
func problems(of text: String, known: [String] = [], timeLimit: Duration = .seconds(60)) -> [RuleProblem] {
    problems(of: Array(text.utf8), known: known, timeLimit: timeLimit)
}

func problems(of bytes: [UInt8], known: [String] = [], timeLimit: Duration = .seconds(60)) -> [RuleProblem] {
    do {
        let compiler = RuleFileCompiler(for: .user, known: known, timeLimit: timeLimit)
        return try compiler.compile([RuleFile(name: RuleText.path, bytes: bytes)]).warnings
    } catch {
        return error.problems
    }
}
