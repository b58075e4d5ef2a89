import Crypto

/// SHA-256 of a public key: what the two halves of a pair are joined by, and no secret.
public struct PublicKeyDigest: Hashable, Sendable {
    private let words: InlineWords

    private struct InlineWords: Hashable, Sendable {
        let first, second, third, fourth: UInt64
    }

    /// - Parameter information: the key's SubjectPublicKeyInfo (RFC 5280) in DER.
    public init(of information: [UInt8]) {
        let digest = Array(SHA256.hash(data: information))
        func word(_ index: Int) -> UInt64 {
            digest[index * 8..<index * 8 + 8].reduce(0) { $0 << 8 | UInt64($1) }
        }
        words = InlineWords(first: word(0), second: word(1), third: word(2), fourth: word(3))
    }

    /// 64 lower-case digits.
    public var hexadecimal: String {
        [words.first, words.second, words.third, words.fourth].map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
