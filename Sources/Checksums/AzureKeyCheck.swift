/// The check at the end of Azure's recognisable keys: base64 of bytes, the last four of which are the Marvin32 of the
/// others, from the lowest byte to the highest.
///
/// `IdentifiableSecrets.cs` of microsoft/security-utilities. The signature stands in the four characters before the
/// last six; padding may follow.
public enum AzureKeyCheck {
    private static let checkWidth = 6
    private static let signatureWidth = 4
    private static let padding = UInt8(ascii: "=")

    /// The kinds that the signature of `key` may be, best first; none for another text.
    public static func candidates(_ key: Span<UInt8>) -> [AzureKeyKind] {
        let start = end(of: key) - checkWidth - signatureWidth
        guard start > 0 else { return [] }
        return AzureKeyKind.all.filter { stands($0, in: key, at: start) }
    }

    /// True if a signature stands where it should.
    ///
    /// - Complexity: O(1), without allocation.
    public static func hasSignature(_ key: Span<UInt8>) -> Bool {
        let start = end(of: key) - checkWidth - signatureWidth
        return start > 0 && AzureKeyKind.all.contains { stands($0, in: key, at: start) }
    }

    /// The kind whose check holds; `nil` if none does.
    public static func kind(_ key: Span<UInt8>) -> AzureKeyKind? {
        let candidates = candidates(key)
        guard !candidates.isEmpty, let split = split(key.extracting(0..<end(of: key))) else { return nil }
        return candidates.first { Marvin32.checksum(of: split.body.span, seed: $0.seed) == split.check }
    }

    /// Returns `body`, a key up to and with its signature, with the check of the first kind that has this signature.
    static func completed(_ body: [UInt8]) -> [UInt8]? {
        let signature = body.suffix(signatureWidth)
        guard let kind = AzureKeyKind.all.first(where: { $0.signature.utf8.elementsEqual(signature) }),
            var bytes = Base64.decodeFilled(body.span)
        else { return nil }
        bytes += CheckSpelling.bytes(Marvin32.checksum(of: bytes.span, seed: kind.seed))
        let text = Base64.encode(bytes, urlSafe: kind.isURLSafe)
        return text + [UInt8](repeating: padding, count: (4 - text.count % 4) % 4)
    }

    private static func stands(_ kind: AzureKeyKind, in key: Span<UInt8>, at start: Int) -> Bool {
        let letters = kind.signature.utf8.span
        return letters.indices.allSatisfy { letters[$0] == key[start + $0] }
    }

    private static func split(_ key: Span<UInt8>) -> (body: [UInt8], check: UInt32)? {
        // The last character leaves bits over, which must be zero: each key has one spelling.
        guard var bytes = Base64.decodeFilled(key) else { return nil }
        if key.count % 4 != 0 {
            guard bytes.popLast() == 0 else { return nil }
        }
        guard bytes.count > 4 else { return nil }
        let check = bytes.suffix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return (Array(bytes.dropLast(4)), check)
    }

    /// The number of bytes in front of the padding.
    private static func end(of key: Span<UInt8>) -> Int {
        var end = key.count
        while end > 0, key.count - end < 2, key[end - 1] == padding { end -= 1 }
        return end
    }
}
