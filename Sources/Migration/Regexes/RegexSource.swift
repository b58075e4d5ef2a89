import Rules

/// Writes bytes and trees in PCRE2's syntax.
enum RegexSource {
    private static let special = Set(#"\^$.|?*+()[]{}"#.utf8)

    /// The byte outside of a class.
    static func literal(_ byte: UInt8) -> String {
        guard (0x20...0x7E).contains(byte) else { return hexadecimal(byte) }
        return (special.contains(byte) ? "\\" : "") + String(Unicode.Scalar(byte))
    }

    /// The byte inside of a class.
    static func classLiteral(_ byte: UInt8) -> String {
        guard (0x20...0x7E).contains(byte) else { return hexadecimal(byte) }
        return (#"\]-^["#.utf8.contains(byte) ? "\\" : "") + String(Unicode.Scalar(byte))
    }

    /// The set as the inside of a class: ranges of bytes.
    static func classInside(_ set: ByteClass) -> String {
        var source = ""
        var first: UInt8?
        for byte in set.members {
            let start = first ?? byte
            first = start
            if byte < .max, set.contains(byte + 1) { continue }
            source += start == byte ? classLiteral(byte) : "\(classLiteral(start))-\(classLiteral(byte))"
            first = nil
        }
        return source
    }

    static func escape(_ letter: UInt8) -> String { "\\" + String(Unicode.Scalar(letter)) }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return #"\x"# + (digits.count == 1 ? "0" : "") + digits
    }

    /// The tree. Only groups called `secretName` capture.
    static func text(of node: RegexNode) -> String {
        var text = ""
        append(node, to: &text)
        return text
    }

    /// The name of the group that holds the secret.
    static let secretName = "secret"

    /// What stands for modes in a group whose alternatives count their groups from the same number.
    static let branchReset = "|"

    private static func append(_ node: RegexNode, to text: inout String) {
        switch node {
        case .mode(let source), .assertion(let source), .byte(_, let source):
            text += source
        case .sequence(let items):
            for item in items { append(item, to: &text) }
        case .choice(let items):
            for (position, item) in items.enumerated() {
                if position > 0 { text += "|" }
                append(item, to: &text)
            }
        case .group(let item, let modes, _, let name):
            let isSecret = name == secretName
            text += isSecret ? "(?<\(secretName)>" : modes == branchReset ? "(?|" : "(?\(modes):"
            append(item, to: &text)
            text += ")"
        case .repeated(let item, let minimum, let maximum, let suffix):
            append(item, to: &text)
            text += quantifier(minimum, maximum) + suffix
        }
    }

    private static func quantifier(_ minimum: Int, _ maximum: Int?) -> String {
        switch (minimum, maximum) {
        case (0, nil): "*"
        case (1, nil): "+"
        case (0, 1): "?"
        case (let low, nil): "{\(low),}"
        case (let low, let high?): low == high ? "{\(low)}" : "{\(low),\(high)}"
        }
    }
}
