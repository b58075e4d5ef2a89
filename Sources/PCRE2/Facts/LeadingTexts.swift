/// The texts with which matches of a node begin, as far as they can be told.
struct LeadingTexts {
    /// One byte of a text, or a letter in either case.
    private struct Element: Hashable {
        let byte: UInt8
        let isEitherCase: Bool
    }

    private struct Text: Hashable {
        var elements: [Element]

        /// What follows in the pattern follows in the text.
        var isOpen: Bool
    }

    /// Larger sets of bytes end a text: they are not told apart.
    private static let widestSet = 8

    /// More texts than this are no use as anchors, however short they would be otherwise.
    private static let mostTexts = 64
    private static let longestText = 32

    private let minimumLength: Int
    private let limit: Int
    private var texts: [Text] = [Text(elements: [], isOpen: true)]

    init(of node: PatternNode, minimumLength: Int, limit: Int) {
        self.minimumLength = minimumLength
        self.limit = limit
        append(node)
    }

    /// Drops texts that begin with another one.
    mutating func removeRedundant() {
        let all = Set(texts)
        texts = all.filter { text in
            !all.contains { $0 != text && text.elements.starts(with: $0.elements) && $0.elements != text.elements }
        }
    }

    /// In order of bytes, each once.
    var literals: [LeadingLiteral] {
        let made = texts.map { text in
            let ignoresCase = text.elements.contains(where: \.isEitherCase)
            return LeadingLiteral(
                bytes: text.elements.map { ignoresCase ? Self.lowercase($0.byte) : $0.byte }, ignoresCase: ignoresCase)
        }
        return Set(made).sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    }

    private mutating func append(_ node: PatternNode) {
        guard texts.contains(where: \.isOpen) else { return }
        switch node {
        case .empty, .ahead, .aheadText, .behind, .behindText:
            return
        case .anything:
            close()
        case .bytes(let mask):
            append(mask)
        case .sequence(let items):
            for item in items { append(item) }
        case .choice(let items):
            branch(items)
        case .repeated(let item, let minimum, let maximum):
            // A repeat of more copies than a text may have bytes closes it by itself.
            for _ in 0..<min(minimum, Self.longestText + 1) { append(item) }
            guard minimum != maximum else { return }
            if minimum == 0, maximum == 1 { branch([item, .empty]) } else { close() }
        }
    }

    private mutating func append(_ mask: ByteMask) {
        let elements = Self.elements(of: mask)
        extend { text in
            guard let elements, text.elements.count < Self.longestText else { return nil }
            return elements.map { Text(elements: text.elements + [$0], isOpen: true) }
        }
    }

    private mutating func branch(_ items: [PatternNode]) {
        let endings = items.map { LeadingTexts(of: $0, minimumLength: minimumLength, limit: limit).texts }.joined()
        extend { text in
            endings.map { Text(elements: text.elements + $0.elements, isOpen: $0.isOpen) }
        }
    }

    /// Replaces each open text by its continuations, or closes all if there would be too many.
    private mutating func extend(_ continuations: (Text) -> [Text]?) {
        var next: [Text] = []
        for text in texts {
            guard text.isOpen else {
                next.append(text)
                continue
            }
            guard let more = continuations(text) else { return close() }
            next += more
        }
        let isEnough = texts.allSatisfy { $0.elements.count >= minimumLength }
        if next.count > texts.count, next.count > (isEnough ? limit : Self.mostTexts) { return close() }
        texts = next
    }

    private mutating func close() {
        for index in texts.indices { texts[index].isOpen = false }
    }

    private static func elements(of mask: ByteMask) -> [Element]? {
        let members = mask.members
        if members.count == 2, members[0] ^ 0x20 == members[1], (0x61...0x7A).contains(members[1]) {
            return [Element(byte: members[1], isEitherCase: true)]
        }
        guard (1...widestSet).contains(members.count) else { return nil }
        return members.map { Element(byte: $0, isEitherCase: false) }
    }

    private static func lowercase(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
}
