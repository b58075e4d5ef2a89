import Rules

/// Finds anchors in the short text of an example, the plain way.
enum AnchorSearch {
    /// Returns where `anchor` lies in `text`: byte offsets, half-open, ascending.
    ///
    /// Complexity: the product of both lengths for a literal, linear for a run.
    static func occurrences(of anchor: Anchor, in text: [UInt8]) -> [Range<Int>] {
        switch anchor {
        case .literal(let bytes, let ignoresCase):
            occurrences(of: bytes, ignoringCase: ignoresCase, in: text)
        case .classRun(let byteClass, let length):
            runs(of: byteClass, in: text).filter { length.contains($0.count) }
        }
    }

    private static func occurrences(of literal: [UInt8], ignoringCase: Bool, in text: [UInt8]) -> [Range<Int>] {
        guard text.count >= literal.count else { return [] }
        func key(_ byte: UInt8) -> UInt8 {
            ignoringCase && ByteClass.upper.contains(byte) ? byte | 0x20 : byte
        }
        let wanted = literal.map(key)
        return (0...text.count - wanted.count).compactMap { start in
            let isThere = wanted.indices.allSatisfy { key(text[start + $0]) == wanted[$0] }
            return isThere ? start..<start + wanted.count : nil
        }
    }

    private static func runs(of byteClass: ByteClass, in text: [UInt8]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start: Int?
        for (offset, byte) in text.enumerated() {
            if byteClass.contains(byte) {
                start = start ?? offset
            } else if let first = start {
                runs.append(first..<offset)
                start = nil
            }
        }
        if let start { runs.append(start..<text.count) }
        return runs
    }
}
