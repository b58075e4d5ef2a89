/// The oracle of `LiteralSearcher`: compares, at every offset, every literal that begins with the byte there.
///
/// Complexity: O(text × literals) at worst.
public struct NaiveLiteralSearcher: Sendable {
    private let literals: [Literal]

    /// The indices of the literals that may begin with a byte, for each of the 256.
    private let byFirstByte: [[Int]]

    public init(_ literals: [Literal]) {
        self.literals = literals
        byFirstByte = (0...UInt8.max).map { byte in
            literals.indices.filter { asciiLowercase(literals[$0].bytes[0]) == asciiLowercase(byte) }
        }
    }

    /// As `LiteralSearcher.search`: all hits at once, in order of offset, then of index.
    public func search(
        _ text: Span<UInt8>, starts: Range<Int>, from position: inout Int, into hits: inout LiteralHits
    ) -> Bool {
        var found: [LiteralHit] = []
        for offset in position..<max(position, starts.upperBound) {
            guard offset < text.count else { break }
            for index in byFirstByte[Int(text[offset])] where literals[index].matches(text, at: offset) {
                found.append(LiteralHit(index: UInt32(index), offset: offset))
            }
        }
        position = starts.upperBound
        hits.replace(with: found)
        return !found.isEmpty
    }
}
