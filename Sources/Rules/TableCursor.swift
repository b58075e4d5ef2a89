/// Reads the fields of one row or list item in the order in which they were written.
struct TableCursor {
    private let bytes: TableBytes
    private let poolStart: Int
    private var offset: Int

    init(_ bytes: TableBytes, poolStart: Int, at offset: Int) {
        self.bytes = bytes
        self.poolStart = poolStart
        self.offset = offset
    }

    mutating func number(_ width: Int) -> Int {
        var value = 0
        for _ in 0..<width {
            value = value << 7 | Int(bytes[offset])
            offset += 1
        }
        return value
    }

    mutating func fraction() -> Double {
        Double(number(RuleTableLayout.Width.small)) / RuleTableLayout.fractionScale
    }

    /// Returns where the bytes of a text lie in the table.
    mutating func textRange() -> Range<Int> {
        let start = poolStart + number(RuleTableLayout.Width.offset)
        return start..<start + number(RuleTableLayout.Width.medium)
    }

    mutating func text() -> String {
        String(decoding: bytes.copy(textRange()), as: UTF8.self)
    }

    mutating func texts() -> [String] {
        list(itemWidth: RuleTableLayout.textWidth) { $0.text() }
    }

    mutating func list<Item>(itemWidth: Int, _ item: (inout TableCursor) -> Item) -> [Item] {
        let start = poolStart + number(RuleTableLayout.Width.offset)
        let count = number(RuleTableLayout.Width.small)
        return (0..<count).map { index in
            var cursor = TableCursor(bytes, poolStart: poolStart, at: start + index * itemWidth)
            return item(&cursor)
        }
    }

    mutating func skip(_ width: Int) {
        offset += width
    }

    mutating func traits() -> RuleTraits {
        typealias Width = RuleTableLayout.Width
        let severity = Severity(code: number(Width.choice))
        let proof = Proof(code: number(Width.choice))
        let startsAtAnchor = number(Width.choice) == 1
        let needsValueRun = number(Width.choice) == 1
        let secretGroup = number(Width.small)
        let before = number(Width.medium)
        let after = number(Width.medium)
        let minimumEntropy = fraction()
        return RuleTraits(
            severity: severity, reach: Reach(before: before, after: after), startsAtAnchor: startsAtAnchor,
            secretGroup: secretGroup, minimumEntropy: minimumEntropy, confidence: fraction(), proof: proof,
            needsValueRun: needsValueRun)
    }

    mutating func anchors() -> [Anchor] {
        typealias Width = RuleTableLayout.Width
        typealias Kind = RuleTableLayout.AnchorKind
        return list(itemWidth: RuleTableLayout.anchorWidth) { cursor in
            let kind = cursor.number(Width.choice)
            let shortest = cursor.number(Width.small)
            let longest = cursor.number(Width.small)
            let bytes = cursor.spreadBytes()
            guard kind == Kind.classRun else {
                return .literal(bytes, ignoresCase: kind == Kind.literalIgnoringCase)
            }
            var byteClass = ByteClass()
            for byte in bytes { byteClass.insert(byte) }
            return .classRun(byteClass, length: shortest...longest)
        }
    }

    /// The most bytes that an anchor of the list covers. Allocates nothing.
    mutating func longestAnchor() -> Int {
        typealias Width = RuleTableLayout.Width
        let start = poolStart + number(Width.offset)
        let count = number(Width.small)
        var longest = 0
        for index in 0..<count {
            var cursor = TableCursor(bytes, poolStart: poolStart, at: start + index * RuleTableLayout.anchorWidth)
            let kind = cursor.number(Width.choice)
            cursor.skip(Width.small)
            let upperBound = cursor.number(Width.small)
            let length = cursor.textRange().count / RuleTableLayout.digitsPerByte
            longest = max(longest, kind == RuleTableLayout.AnchorKind.classRun ? upperBound : length)
        }
        return longest
    }

    private mutating func spreadBytes() -> [UInt8] {
        let range = textRange()
        var cursor = TableCursor(bytes, poolStart: poolStart, at: range.lowerBound)
        return (0..<range.count / RuleTableLayout.digitsPerByte).map { _ in
            UInt8(truncatingIfNeeded: cursor.number(RuleTableLayout.digitsPerByte))
        }
    }
}
