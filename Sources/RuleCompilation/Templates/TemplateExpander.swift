/// Expands one template once: holds the random numbers and what names are bound to.
struct TemplateExpander {
    private var random: SeededGenerator
    private var bindings: [String: String] = [:]
    /// Bytes made so far, those inside transforms included, so that nesting cannot multiply work unseen.
    private var made = 0

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    mutating func text(of pieces: [Template.Piece]) throws(TemplateError) -> String {
        var result = ""
        for piece in pieces {
            let part: String
            switch piece {
            case .text(let text):
                part = text
            case .reference(let name):
                part = bindings[name, default: ""]
            case .generated(let name, let generator):
                part = try text(of: generator)
                if let name { bindings[name] = part }
            }
            made += part.utf8.count
            guard made <= Template.maximumExpansion else { throw .tooLong(limit: Template.maximumExpansion) }
            result += part
        }
        return result
    }

    private static let words = [
        "account", "billing", "client", "deploy", "export", "gateway", "harbor", "invoice", "ledger", "metrics",
        "orders", "payments", "reports", "search", "staging", "uploads",
    ]

    private mutating func text(of generator: TemplateGenerator) throws(TemplateError) -> String {
        switch generator {
        case .characters(let alphabet, let count):
            return alphabet.text(count: count.lowerBound + random.number(below: count.count), using: &random)
        case .uuid:
            return uuid()
        case .word:
            return Self.words[random.number(below: Self.words.count)]
        case .pem(let sample):
            return sample.text(using: &random)
        case .text(let pieces):
            return try text(of: pieces)
        case .base64(let pieces):
            return Base64.padded(Array(try text(of: pieces).utf8))
        case .base64url(let pieces):
            return Base64.urlSafe(Array(try text(of: pieces).utf8))
        case .hex(let pieces):
            return Hexadecimal.digits(of: Array(try text(of: pieces).utf8))
        case .base64OfHex(let pieces):
            return Base64.padded(try bytes(ofHexadecimal: pieces))
        case .base64urlOfHex(let pieces):
            return Base64.urlSafe(try bytes(ofHexadecimal: pieces))
        case .json(let pieces):
            return TextEscapes.json(try text(of: pieces))
        case .percent(let pieces):
            return TextEscapes.percent(try text(of: pieces))
        case .checked(let family, let pieces):
            guard let checked = family.completed(Array(try text(of: pieces).utf8)) else {
                throw .noBody(family: family.rawValue)
            }
            return String(decoding: checked, as: UTF8.self)
        case .eachLine(let prefix, let pieces):
            return try text(of: pieces).split(separator: "\n", omittingEmptySubsequences: false)
                .map { prefix + $0 }.joined(separator: "\n")
        }
    }

    private mutating func bytes(ofHexadecimal pieces: [Template.Piece]) throws(TemplateError) -> [UInt8] {
        guard let bytes = Hexadecimal.bytes(of: try text(of: pieces)) else { throw .noHexadecimal }
        return bytes
    }

    /// RFC 9562, version 4.
    private mutating func uuid() -> String {
        var digits = Array(TemplateAlphabet.hex.text(count: 32, using: &random).utf8)
        digits[12] = UInt8(ascii: "4")
        digits[16] = Array("89ab".utf8)[random.number(below: 4)]
        for place in [8, 13, 18, 23] { digits.insert(UInt8(ascii: "-"), at: place) }
        return String(decoding: digits, as: UTF8.self)
    }
}
