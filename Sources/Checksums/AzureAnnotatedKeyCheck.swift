/// The check at the end of Azure's common annotated security keys, which hold `JQQJ99`.
///
///     52 random | JQQJ99 | year, month | 12 platform | 4 provider | 4 signature | 4 check, or 6 and ==
///
/// All of it is base64. The check is the Marvin32 of the 60 bytes in front of it: its bytes from the lowest to the
/// highest, in base64, or the number that these bytes are from the highest to the lowest, in base 62 and filled with
/// zeros behind. The short form has the first four characters only. `IdentifiableSecrets.cs` and
/// `LegacyCommonAnnotatedSecurityKey.cs` of microsoft/security-utilities.
public enum AzureAnnotatedKeyCheck {
    /// Characters in front of the check.
    public static let bodyLength = 80
    private static let seed: UInt64 = 0x4465_6661_756C_7430
    private static let shortWidth = 4
    private static let longWidth = 6

    public static func holds(_ key: Span<UInt8>) -> Bool {
        var end = key.count
        while end > bodyLength, key[end - 1] == UInt8(ascii: "=") { end -= 1 }
        let width = end - bodyLength
        guard width == shortWidth || width == longWidth, let check = check(of: key.extracting(0..<bodyLength)) else {
            return false
        }
        // Four characters of base64 are the first three bytes.
        let plain = Base64.encode(CheckSpelling.bytes(check)).prefix(width)
        let isPlain = plain.indices.allSatisfy { plain[$0] == key[bodyLength + $0] }
        let digits = filledDigits(check).prefix(width)
        return isPlain || digits.indices.allSatisfy { digits[$0] == key[bodyLength + $0] }
    }

    /// Returns `body`, 80 characters, with the check of the short form.
    static func completed(_ body: [UInt8]) -> [UInt8]? {
        guard body.count == bodyLength, let check = check(of: body.span) else { return nil }
        return body + filledDigits(check).prefix(shortWidth)
    }

    private static func check(of body: Span<UInt8>) -> UInt32? {
        Base64.decodeFilled(body).map { Marvin32.checksum(of: $0.span, seed: seed) }
    }

    private static func filledDigits(_ check: UInt32) -> [UInt8] {
        let zero = UInt8(ascii: "0")
        let digits = Base62.digits(check.byteSwapped, width: longWidth).drop { $0 == zero }
        return digits + [UInt8](repeating: zero, count: longWidth - digits.count)
    }
}
