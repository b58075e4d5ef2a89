import Blobs

/// Replaces every secret of a run, found anywhere in any string, before the string reaches a sink.
///
/// It knows all candidates of the run, those below the reporting threshold included. Not looked for is what would erase
/// half of every path and hide nothing: a secret of fewer than four bytes, and one that reads as words (`Words`), such
/// as `password` or `mysql`.
public struct Masker: Sendable {
    /// The shortest secret that is masked, in bytes.
    private static let shortest = 4

    /// Secrets by their first bytes: up to eight, packed into a word, with the number of bytes packed.
    private struct Key: Hashable {
        let prefix: UInt64
        let count: Int
    }

    private var secretsByPrefix: [Key: [[UInt8]]] = [:]
    private var prefixLengths: Set<Int> = []
    private var known: Set<[UInt8]> = []

    /// Whether secrets that read as words are left alone.
    private let sparesWords: Bool

    /// - Parameter sparesWords: `false` for a text that is hashed, and from which no secret may be guessed.
    public init(sparesWords: Bool = true) {
        self.sparesWords = sparesWords
    }

    /// How many secrets it knows.
    public var count: Int { known.count }

    /// Makes `secret` unprintable from now on.
    public mutating func insert(_ secret: Secret) {
        let bytes = secret.reveal()
        guard bytes.count >= Self.shortest, !(sparesWords && Words.areAll(of: bytes)), known.insert(bytes).inserted
        else { return }
        let count = min(8, bytes.count)
        secretsByPrefix[Self.key(bytes[0..<count]), default: []].append(bytes)
        prefixLengths.insert(count)
    }

    public mutating func merge(_ other: Masker) {
        if known.isEmpty { return self = other }
        for bytes in other.known { insert(Secret(bytes)) }
    }

    /// Knows the same secrets in lower case: for addresses, which are kept so.
    ///
    /// - Complexity: O(n) in the bytes of all secrets.
    public var lowercased: Masker {
        var masker = Masker(sparesWords: false)
        for bytes in known {
            let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
            masker.insert(Secret(bytes.map { capitals.contains($0) ? $0 | 0x20 : $0 }))
        }
        return masker
    }

    /// `text` with every stretch that known secrets cover, overlapping or not, replaced by `[redacted]`.
    ///
    /// Complexity: O(n) for a text of n bytes, as long as few secrets share their first eight bytes.
    public func mask(_ text: [UInt8]) -> [UInt8] {
        guard !known.isEmpty else { return text }
        var masked: [UInt8] = []
        var position = 0
        var coveredEnd = 0
        while position < text.count {
            if let length = lengthOfSecret(in: text, at: position) {
                if position >= coveredEnd { masked.append(contentsOf: Array("[redacted]".utf8)) }
                coveredEnd = max(coveredEnd, position + length)
            }
            if position >= coveredEnd { masked.append(text[position]) }
            position += 1
        }
        return masked
    }

    public func mask(_ text: String) -> String {
        known.isEmpty ? text : String(decoding: mask(Array(text.utf8)), as: UTF8.self)
    }

    public func mask(_ path: RawPath) -> RawPath {
        known.isEmpty ? path : RawPath(mask(path.bytes))
    }

    private func lengthOfSecret(in text: [UInt8], at position: Int) -> Int? {
        var longest: Int?
        for count in prefixLengths where position + count <= text.count {
            for secret in secretsByPrefix[Self.key(text[position..<position + count])] ?? []
            where text[position...].starts(with: secret) && secret.count > longest ?? 0 {
                longest = secret.count
            }
        }
        return longest
    }

    private static func key(_ bytes: ArraySlice<UInt8>) -> Key {
        Key(prefix: bytes.reduce(0) { $0 << 8 | UInt64($1) }, count: bytes.count)
    }
}

extension Masker: CustomStringConvertible, CustomReflectable {
    public var description: String { "(masker of \(known.count) secrets)" }
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
