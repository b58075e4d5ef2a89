/// The bytes of a font in the Compact Font Format (Adobe Technical Note 5176), and how its parts are laid out.
struct CompactFontBytes {
    let bytes: [UInt8]

    /// An unsigned number, high byte first; `nil`: the bytes end before.
    func number(at offset: Int, _ size: Int) -> Int? {
        guard offset >= 0, size > 0, size <= 4, offset <= bytes.count - size else { return nil }
        return bytes[offset..<offset + size].reduce(0) { $0 << 8 | Int($1) }
    }

    /// A table of things of different sizes (section 5).
    struct Index {
        let count: Int
        fileprivate let offsetSize: Int
        fileprivate let start: Int

        /// The byte behind it.
        fileprivate(set) var end: Int
    }

    func index(at start: Int) -> Index? {
        guard let count = number(at: start, 2) else { return nil }
        guard count > 0 else { return Index(count: 0, offsetSize: 0, start: start, end: start + 2) }
        guard let size = number(at: start + 2, 1), (1...4).contains(size) else { return nil }
        var index = Index(count: count, offsetSize: size, start: start, end: 0)
        guard let last = element(count - 1, of: index) else { return nil }
        index.end = last.upperBound
        return index
    }

    /// Where an element stands.
    func element(_ number: Int, of index: Index) -> Range<Int>? {
        guard number >= 0, number < index.count else { return nil }
        let place = index.start + 3 + number * index.offsetSize
        let data = index.start + 2 + (index.count + 1) * index.offsetSize
        guard let first = self.number(at: place, index.offsetSize),
            let next = self.number(at: place + index.offsetSize, index.offsetSize), first > 0, next >= first,
            data + next <= bytes.count
        else { return nil }
        return data + first..<data + next
    }

    /// The last integer in front of each operator of a dictionary (section 4). Two bytes make operators from 256 on.
    func integers(ofDictionary range: Range<Int>) -> [Int: Int] {
        var result: [Int: Int] = [:]
        var operand = 0
        var place = range.lowerBound
        while place < range.upperBound {
            let first = Int(bytes[place])
            let next = number(at: place + 1, 1) ?? 0
            switch first {
            case 12:
                result[256 + next] = operand
                place += 2
            case 0...21:
                result[first] = operand
                place += 1
            case 28:
                operand = Int(Int16(truncatingIfNeeded: number(at: place + 1, 2) ?? 0))
                place += 3
            case 29:
                operand = Int(Int32(truncatingIfNeeded: number(at: place + 1, 4) ?? 0))
                place += 5
            case 30:
                place += 1
                while place < range.upperBound, bytes[place] & 0xF != 0xF { place += 1 }
                place += 1
            case 32...246:
                operand = first - 139
                place += 1
            case 247...250:
                operand = (first - 247) * 256 + next + 108
                place += 2
            case 251...254:
                operand = -(first - 251) * 256 - next - 108
                place += 2
            default: place += 1
            }
        }
        return result
    }
}
