import Checksums

/// Expands one template once: holds the random numbers and what names are bound to.
struct TemplateExpander {
    private var random: SeededGenerator
    private var bindings: [String: [UInt8]] = [:]
    /// Bytes made so far, those inside transforms included, so that nesting cannot multiply work unseen.
    private var made = 0

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    mutating func bytes(of pieces: [Template.Piece]) throws(TemplateError) -> [UInt8] {
        var result: [UInt8] = []
        for piece in pieces {
            let part: [UInt8]
            switch piece {
            case .text(let text):
                part = Array(text.utf8)
            case .reference(let name):
                part = bindings[name, default: []]
            case .generated(let name, let generator):
                part = try bytes(of: generator)
                if let name { bindings[name] = part }
            }
            made += part.count
            guard made <= Template.maximumExpansion else { throw .tooLong(limit: Template.maximumExpansion) }
            result += part
        }
        return result
    }

    private static let words = [
        "account", "billing", "client", "deploy", "export", "gateway", "harbor", "invoice", "ledger", "metrics",
        "orders", "payments", "reports", "search", "staging", "uploads",
    ]

    private mutating func bytes(of generator: TemplateGenerator) throws(TemplateError) -> [UInt8] {
        switch generator {
        case .key(let sample):
            return sample.bytes(using: &random)
        case .text(let pieces):
            return try bytes(of: pieces)
        case .bytes(let pieces):
            return try bytes(ofHexadecimal: pieces)
        case .checked(let family, let pieces):
            guard let checked = family.completed(try bytes(of: pieces)) else {
                throw .noBody(family: family.rawValue)
            }
            return checked
        default:
            return Array(try text(of: generator).utf8)
        }
    }

    /// What makes text only.
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
        case .base64(let pieces):
            return Base64.padded(try bytes(of: pieces))
        case .base64url(let pieces):
            return Base64.urlSafe(try bytes(of: pieces))
        case .hex(let pieces):
            return Hexadecimal.text(try bytes(of: pieces))
        case .base64OfHex(let pieces):
            return Base64.padded(try bytes(ofHexadecimal: pieces))
        case .base64urlOfHex(let pieces):
            return Base64.urlSafe(try bytes(ofHexadecimal: pieces))
        case .json(let pieces):
            return TextEscapes.json(try text(of: pieces))
        case .percent(let pieces):
            return TextEscapes.percent(try text(of: pieces))
        case .eachLine(let prefix, let pieces):
            return try text(of: pieces).split(separator: "\n", omittingEmptySubsequences: false)
                .map { prefix + $0 }.joined(separator: "\n")
        case .key, .text, .bytes, .checked:
            return String(decoding: try bytes(of: generator), as: UTF8.self)
        }
    }

    private mutating func bytes(ofHexadecimal pieces: [Template.Piece]) throws(TemplateError) -> [UInt8] {
        guard let bytes = Hexadecimal.bytes(try text(of: pieces).utf8) else { throw .noHexadecimal }
        return bytes
    }

    private mutating func text(of pieces: [Template.Piece]) throws(TemplateError) -> String {
        String(decoding: try bytes(of: pieces), as: UTF8.self)
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
