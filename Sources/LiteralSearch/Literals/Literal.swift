/// A byte string to look for.
public struct Literal: Hashable, Sendable {
    public let bytes: [UInt8]

    /// Whether ASCII letters match in either case. Bytes above 0x7F always match themselves only.
    public let ignoresCase: Bool

    /// - Precondition: `bytes` has at least `Literal.shortest` bytes.
    public init(_ bytes: [UInt8], ignoresCase: Bool = false) {
        precondition(bytes.count >= Self.shortest, "a literal has at least \(Self.shortest) bytes")
        self.bytes = bytes
        self.ignoresCase = ignoresCase
    }

    /// The fewest bytes of a literal: shorter ones would hit everywhere.
    public static let shortest = 3

    public func hash(into hasher: inout Hasher) {
        hasher.combine(bytes.reduce(UInt64(bytes.count)) { ($0 ^ UInt64($1)) &* 0x9E37_79B9_7F4A_7C15 })
    }

    /// Whether the literal stands in `text` at `offset`.
    func matches(_ text: Span<UInt8>, at offset: Int) -> Bool {
        guard offset + bytes.count <= text.count else { return false }
        for index in bytes.indices {
            let (expected, actual) = (bytes[index], text[offset + index])
            if expected == actual { continue }
            guard ignoresCase, asciiLowercase(expected) == asciiLowercase(actual) else { return false }
        }
        return true
    }
}

/// Whether a byte is an ASCII letter, of either case.
func isASCIILetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26
}

/// The lower-case form of an ASCII capital; any other byte as it is.
func asciiLowercase(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
}
