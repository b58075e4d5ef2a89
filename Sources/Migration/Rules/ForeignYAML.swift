import Rules
import Yams

/// Reads YAML into nodes that know their lines. What may make a small text large, aliases, is refused.
enum ForeignYAML {
    /// More aliases than this are in no rule file; some tens of them can stand for a text without end.
    private static let mostAliases = 16

    /// Returns `nil` for an empty document.
    ///
    /// - Throws: `MigrationError` if the bytes are no YAML. Yams refuses nesting of more than 1,000 levels.
    static func node(_ bytes: [UInt8]) throws(MigrationError) -> Node? {
        let text = try SourceText.checked(bytes, limit: ForeignRuleFile.maximumSize)
        guard !bytes.contains(0) else { throw MigrationError(.nulCharacter) }
        guard aliasCount(in: bytes) <= mostAliases else {
            throw MigrationError(.syntax("YAML", problem: "it has too many aliases"))
        }
        do {
            return try Yams.compose(yaml: text)
        } catch let error as YamlError {
            throw Self.error(error)
        } catch {
            throw MigrationError(.syntax("YAML", problem: "it cannot be read"))
        }
    }

    /// Yams' own text shows the line; ours does not.
    private static func error(_ error: YamlError) -> MigrationError {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            MigrationError(.syntax("YAML", problem: problem), line: mark.line)
        case .reader(let problem, _, _, _):
            MigrationError(.syntax("YAML", problem: problem))
        case .duplicatedKeysInMapping(_, let context):
            MigrationError(.syntax("YAML", problem: "a key stands there twice"), line: context.mark.line)
        default:
            MigrationError(.syntax("YAML", problem: "it cannot be read"))
        }
    }

    /// How many aliases name an anchor of the text, or what looks like it.
    private static func aliasCount(in bytes: [UInt8]) -> Int {
        var names: Set<[UInt8]> = []
        var uses: [[UInt8]] = []
        for index in bytes.indices where bytes[index] == UInt8(ascii: "&") || bytes[index] == UInt8(ascii: "*") {
            let isFree = index == 0 || " \t\r\n[{,:-?!".utf8.contains(bytes[index - 1])
            guard isFree else { continue }
            let rest = bytes[(index + 1)...]
            let end = rest.firstIndex { $0 <= 0x20 || "[]{},".utf8.contains($0) } ?? bytes.endIndex
            guard end > index + 1, end - index <= 256 else { continue }
            let name = Array(rest[..<end])
            if bytes[index] == UInt8(ascii: "&") { names.insert(name) } else { uses.append(name) }
        }
        return uses.count { names.contains($0) }
    }
}
