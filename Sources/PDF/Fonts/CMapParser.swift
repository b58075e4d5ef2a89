/// Reads character maps.
struct CMapParser {
    private var parser: ObjectParser
    private var map = CMap()

    private init(_ bytes: [UInt8]) {
        parser = ObjectParser(Lexer(bytes))
    }

    /// Complexity: O(n log n).
    static func parse(_ bytes: [UInt8]) -> CMap {
        var parser = CMapParser(bytes)
        parser.run()
        parser.map.finish()
        return parser.map
    }

    private mutating func run() {
        var section: Section?
        var operands: [PDFObject] = []
        while true {
            let token = parser.lexer.next()
            switch token {
            case .end, .unterminated: return
            case .keyword(let word):
                section = Section.named[word]
                operands.removeAll(keepingCapacity: true)
            case .arrayStart, .dictionaryStart, .string, .integer, .real, .name:
                guard let object = parser.object(startingWith: token) else { return }
                guard let section else { continue }
                operands.append(object)
                if operands.count == section.operands {
                    add(section, operands)
                    operands.removeAll(keepingCapacity: true)
                }
            case .arrayEnd, .dictionaryEnd: continue
            }
        }
    }

    private enum Section {
        case codeRanges
        case characters
        case ranges
        case glyphs
        case glyphRanges

        /// How many stand for one mapping.
        var operands: Int { self == .characters || self == .glyphs || self == .codeRanges ? 2 : 3 }

        static let named: [Keyword: Section] = [
            Keyword("begincodespacerange"): .codeRanges, Keyword("beginbfchar"): .characters,
            Keyword("beginbfrange"): .ranges, Keyword("begincidchar"): .glyphs, Keyword("begincidrange"): .glyphRanges,
        ]
    }

    private mutating func add(_ section: Section, _ operands: [PDFObject]) {
        guard let first = operands[0].stringBytes, let low = Self.code(first) else { return }
        switch section {
        case .codeRanges:
            guard let high = operands[1].stringBytes.flatMap(Self.code) else { return }
            map.add(CMap.CodeRange(length: first.count, low: low, high: high))
        case .characters: map.add(low...low, Self.units(operands[1]))
        case .glyphs: map.add(low...low, Self.number(operands[1]))
        case .ranges, .glyphRanges:
            guard let high = operands[1].stringBytes.flatMap(Self.code), high >= low else { return }
            if section == .glyphRanges {
                map.add(low...high, Self.number(operands[2]))
            } else if let elements = operands[2].elements {
                for (index, element) in elements.enumerated() {
                    guard let step = UInt32(exactly: index), step <= high - low else { break }
                    map.add(low + step...low + step, Self.units(element))
                }
            } else {
                map.add(low...high, Self.units(operands[2]))
            }
        }
    }

    private static func code(_ bytes: [UInt8]) -> UInt32? {
        guard (1...4).contains(bytes.count) else { return nil }
        return bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// UTF-16, high byte first; some writers leave out the high byte of a lone character, and some give a name.
    private static func units(_ object: PDFObject) -> [UInt16] {
        if let name = object.nameValue {
            return GlyphNames.scalars(name)?.flatMap { Array(UTF16.encode($0) ?? .init()) } ?? []
        }
        guard let bytes = object.stringBytes else { return [] }
        if bytes.count == 1 { return [UInt16(bytes[0])] }
        return stride(from: 0, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
    }

    /// A number in two units, of which the last counts up.
    private static func number(_ object: PDFObject) -> [UInt16] {
        guard let value = object.integerValue, (0...0xFFFF).contains(value) else { return [] }
        return [0, UInt16(value)]
    }
}
