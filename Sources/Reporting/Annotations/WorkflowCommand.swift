/// A workflow command of GitHub Actions that makes an annotation: `::error file=a,line=1::message`.
///
/// The form and its escapes are those of GitHub's documentation, "Workflow commands for GitHub Actions", and of the
/// toolkit of its actions: `%`, CR and LF everywhere, and `:` and `,` in properties too.
struct WorkflowCommand {
    enum Level: String {
        case error, warning, notice
    }

    let level: Level
    var properties: [(key: String, value: String)] = []

    /// One line, visible to the last character.
    let message: String

    /// The line, without its end.
    var text: String {
        let list = properties.map { "\($0.key)=\(Self.escapedProperty($0.value))" }.joined(separator: ",")
        return "::\(level.rawValue)\(list.isEmpty ? "" : " " + list)::\(Self.escapedMessage(message))"
    }

    static func escapedMessage(_ text: String) -> String { escaped(text, also: []) }

    static func escapedProperty(_ text: String) -> String { escaped(text, also: [":", ","]) }

    private static func escaped(_ text: String, also more: Set<Unicode.Scalar>) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": escaped += "%25"
            case "\r": escaped += "%0D"
            case "\n": escaped += "%0A"
            case ":" where more.contains(scalar): escaped += "%3A"
            case "," where more.contains(scalar): escaped += "%2C"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
