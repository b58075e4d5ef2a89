import LiteralSearch
import Rules

/// A run of bytes that may be encoded text, found with the anchors, in the walk that looks for runs anyway.
struct EncodedRun: Hashable {
    enum Kind: Int, CaseIterable {
        /// Digits of base64. A text in base64url has few of the two others, and none but behind `>`, `?` and `~`.
        case base64

        /// Hexadecimal digits, and what escapes are made of.
        case escapes
    }

    /// Encoded texts of fewer bytes are not looked for: 20 bytes, which is the shortest credential, take 27 digits.
    private static let shortestBase64 = 27
    static let shortestEscapes = 32

    /// A run of so many bytes is not looked at by itself: where it begins, a segment may not show.
    static let long = 512

    let kind: Kind

    /// Where it lies in its text, half-open.
    let range: Range<Int>

    func shifted(by distance: Int) -> EncodedRun {
        EncodedRun(kind: kind, range: range.shifted(by: distance))
    }

    func clamped(to limits: Range<Int>) -> EncodedRun {
        EncodedRun(kind: kind, range: range.clamped(to: limits))
    }

    /// The run in a text that goes on where the one that it was found in ends.
    func extended(in text: Span<UInt8>) -> EncodedRun {
        let members = Self.members(of: kind)
        var end = range.upperBound
        while end < text.count, members.contains(text[end]) { end += 1 }
        return EncodedRun(kind: kind, range: range.lowerBound..<end)
    }

    /// By place, then by kind.
    static func isOrderedBefore(_ left: EncodedRun, _ right: EncodedRun) -> Bool {
        (left.range.lowerBound, left.kind.rawValue) < (right.range.lowerBound, right.kind.rawValue)
    }

    /// The class of the bytes of such a run.
    static func members(of kind: Kind) -> ByteSet {
        switch kind {
        case .base64: base64
        case .escapes: escapes
        }
    }

    /// What to look for.
    static func classRun(_ kind: Kind) -> ClassRun {
        let shortest = kind == .base64 ? shortestBase64 : shortestEscapes
        return ClassRun(members(of: kind), length: shortest...Int(UInt32.max))
    }

    private static let base64 = ByteSet((0...UInt8.max).filter(ByteClass.base64.contains))
    private static let escapes = ByteSet((0...UInt8.max).filter(ByteClass.hex.contains) + Array("%\\xXuU&#;{}=".utf8))
}
