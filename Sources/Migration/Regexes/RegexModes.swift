/// The flags of a regular expression that are on at some place of it.
struct RegexModes: Hashable, Sendable {
    var ignoresCase = false
    var isMultiline = false
    var dotMatchesNewline = false
    var isExtended = false
    var isUngreedy = false

    /// Sets the flag of a letter. Returns `false` if there is none.
    mutating func set(_ letter: UInt8, to value: Bool, in dialect: RegexDialect) -> Bool {
        switch letter {
        case UInt8(ascii: "i"): ignoresCase = value
        case UInt8(ascii: "m"): isMultiline = value
        case UInt8(ascii: "s"): dotMatchesNewline = value
        case UInt8(ascii: "U"): isUngreedy = value
        case UInt8(ascii: "x") where dialect == .rust: isExtended = value
        // Bytes are matched in any case.
        case UInt8(ascii: "u") where dialect == .rust: break
        default: return false
        }
        return true
    }

    /// The difference to `outer` as PCRE2 writes it, such as "i-s"; empty if there is none.
    ///
    /// Extended mode is left out: patterns are written without it.
    func difference(from outer: RegexModes) -> String {
        var added = ""
        var removed = ""
        let flags: [(KeyPath<RegexModes, Bool>, String)] = [
            (\.ignoresCase, "i"), (\.isMultiline, "m"), (\.dotMatchesNewline, "s"), (\.isUngreedy, "U"),
        ]
        for (flag, letter) in flags where self[keyPath: flag] != outer[keyPath: flag] {
            if self[keyPath: flag] { added += letter } else { removed += letter }
        }
        return removed.isEmpty ? added : "\(added)-\(removed)"
    }
}
