/// What stands in front of a loose object's content: kind, space, size in decimal digits, NUL.
///
/// Format: git's Documentation/user-manual, "Object storage format".
struct LooseHeader {
    let kind: ObjectKind

    /// Of the content, in bytes.
    let size: Int

    /// Of the header itself, in bytes.
    let length: Int

    /// No header is longer: the longest name of a kind, and twenty digits.
    static let largestLength = 32

    /// `nil` when the bytes are no header.
    init?(_ bytes: Span<UInt8>) {
        guard let kind = ObjectKind.allCases.first(where: { Self.starts(bytes, with: $0.name) }) else { return nil }
        var position = kind.name.utf8.count + 1
        let digits = position
        var size = 0
        while position < min(bytes.count, Self.largestLength), bytes[position] != 0 {
            guard bytes[position] >= UInt8(ascii: "0"), bytes[position] <= UInt8(ascii: "9"), size < 1 << 56 else {
                return nil
            }
            // No zero stands in front of other digits: the name would be another.
            guard position == digits || size > 0 else { return nil }
            size = size * 10 + Int(bytes[position] - UInt8(ascii: "0"))
            position += 1
        }
        guard position > digits, position < bytes.count, bytes[position] == 0 else { return nil }
        self.kind = kind
        self.size = size
        length = position + 1
    }

    private static func starts(_ bytes: Span<UInt8>, with name: String) -> Bool {
        var position = 0
        for byte in name.utf8 {
            guard position < bytes.count, bytes[position] == byte else { return false }
            position += 1
        }
        return position < bytes.count && bytes[position] == UInt8(ascii: " ")
    }
}
