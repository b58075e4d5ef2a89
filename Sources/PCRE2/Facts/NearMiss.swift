extension PatternFacts {
    /// A text that nearly matches: all that the pattern can repeat is repeated, and the end is wrong.
    ///
    /// A pattern that backtracks more than it should does so on such a text.
    ///
    /// - Parameter limit: the most bytes.
    public func nearMiss(limit: Int) -> [UInt8] {
        var text: [UInt8] = []
        Self.append(node, to: &text, limit: limit)
        // A byte that hardly any pattern allows, in place of the last one.
        return text.dropLast() + [0x01]
    }

    /// Bytes that many sets hold, so that the items of a pattern compete for them.
    private static let popular = Array("a0A -_.=/\"".utf8)

    private static func append(_ node: PatternNode, to text: inout [UInt8], limit: Int) {
        guard text.count < limit else { return }
        switch node {
        case .empty, .anything, .ahead, .aheadText, .behind, .behindText:
            return
        case .bytes(let mask):
            if let byte = popular.first(where: mask.contains) ?? mask.members.first { text.append(byte) }
        case .sequence(let items):
            for item in items { append(item, to: &text, limit: limit) }
        case .choice(let items):
            var longest: [UInt8] = []
            for item in items {
                var candidate: [UInt8] = []
                append(item, to: &candidate, limit: limit - text.count)
                if candidate.count > longest.count { longest = candidate }
            }
            text += longest
        case .repeated(let item, _, let maximum):
            var left = maximum ?? limit
            while left > 0, text.count < limit {
                let count = text.count
                append(item, to: &text, limit: limit)
                if text.count == count { return }
                left -= 1
            }
        }
    }
}
