import Rules

/// A text that a pattern matches, as a template of a rule file: what is random in it has a placeholder.
struct SampleText: Sendable {
    private enum Piece {
        case text([UInt8])
        case random(name: String, alphabet: [UInt8], count: Int)
    }

    /// The placeholders of templates, with the bytes that they give.
    private static let alphabets: [(name: String, set: ByteClass)] = [
        ("alnum", .alphanumeric), ("hex", ByteClass.digits.union(ByteClass(0x61...0x66))),
        ("upper-alnum", ByteClass.digits.union(.upper)), ("base32", .base32),
        ("upper-hex", ByteClass.digits.union(ByteClass(0x41...0x46))), ("lower", .lower), ("upper", .upper),
        ("digits", .digits),
    ]

    private static let fewestRandom = 4

    /// The most bytes: more say nothing new.
    static let longest = 12_288

    private let pieces: [Piece]

    /// The template's source; `nil` if it is no text, or has a NUL.
    let template: String?

    private init(_ pieces: [Piece]) {
        self.pieces = pieces
        var bytes: [UInt8] = []
        for piece in pieces {
            switch piece {
            case .text(let text):
                for byte in text {
                    bytes.append(byte)
                    if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") { bytes.append(byte) }
                }
            case .random(let name, _, let count):
                bytes += Array("{\(name):\(count)}".utf8)
            }
        }
        template = bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self)
    }

    /// One of the texts that the template stands for.
    func bytes(seed: UInt64) -> [UInt8] {
        var state = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return pieces.flatMap { piece -> [UInt8] in
            switch piece {
            case .text(let text): return text
            case .random(_, let alphabet, let count):
                return (0..<count).map { _ in
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    return alphabet[Int((state >> 33) % UInt64(alphabet.count))]
                }
            }
        }
    }

    /// How the choices that a pattern leaves are made.
    struct Choices {
        /// How often what may be missing is there.
        var optional = 0
        /// How much longer than they must be endless or long repeats are.
        var extra = 0
        /// The byte that is taken where it may stand.
        var favourite: UInt8 = 0
        /// Which of several is taken.
        var rotation = 0
        /// Whether all bytes of a set stand in turn, in place of random ones: no text has more entropy.
        var isFixed = false

        /// The first rotations take the same branch everywhere; later ones any.
        func branch(number: Int, of count: Int) -> Int {
            if rotation < 24 { return rotation % count }
            let mixed = UInt64(rotation) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(number) &* 0xC2B2_AE3D_27D4_EB4F
            return Int((mixed >> 32) % UInt64(count))
        }
    }

    /// Returns a text that matches `node`, assertions not asked; `nil` if there is none, or it is too long.
    static func text(of node: RegexNode, choices: Choices) -> SampleText? {
        var builder = Builder(choices: choices)
        guard builder.append(node) else { return nil }
        return SampleText(builder.pieces)
    }

    private struct Builder {
        let choices: Choices
        var pieces: [Piece] = []
        var count = 0
        var branches = 0

        /// Returns `false` if nothing matches the node.
        mutating func append(_ node: RegexNode) -> Bool {
            guard count <= SampleText.longest else { return false }
            switch node {
            case .mode, .assertion:
                return true
            case .byte(let set, _):
                return append(set, count: 1)
            case .group(let item, _, _, _):
                return append(item)
            case .sequence(let items):
                for item in items {
                    guard append(item) else { return false }
                }
                return true
            case .choice(let items):
                branches += 1
                return append(items[choices.branch(number: branches, of: items.count)])
            case .repeated(let item, let minimum, let maximum, _):
                let wanted = minimum == 0 ? choices.optional : minimum + choices.extra
                let times = min(wanted, maximum ?? wanted)
                if let set = item.byteSet { return append(set, count: times) }
                for _ in 0..<times {
                    guard append(item) else { return false }
                }
                return true
            }
        }

        private mutating func append(_ set: ByteClass, count: Int) -> Bool {
            guard count > 0 else { return true }
            self.count += count
            if count >= SampleText.fewestRandom, !choices.isFixed {
                let fitting = SampleText.alphabets.filter { $0.set.isSubset(of: set) }
                if !fitting.isEmpty {
                    let (name, alphabet) = fitting[choices.rotation % min(fitting.count, 3)]
                    pieces.append(.random(name: name, alphabet: alphabet.members, count: count))
                    return true
                }
            }
            guard let bytes = bytes(of: set, count: count) else { return false }
            pieces.append(.text(bytes))
            return true
        }

        private func bytes(of set: ByteClass, count: Int) -> [UInt8]? {
            if set.contains(choices.favourite) { return Array(repeating: choices.favourite, count: count) }
            let members = set.members
            let plain = members.filter { ByteClass.alphanumeric.contains($0) }
            let printable = members.filter { (0x20...0x7E).contains($0) }
            let pool = !plain.isEmpty ? plain : !printable.isEmpty ? printable : members
            guard !pool.isEmpty else { return nil }
            return (0..<count).map { pool[(choices.rotation + $0) % pool.count] }
        }
    }
}
