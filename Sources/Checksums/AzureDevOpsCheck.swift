/// The check inside personal access tokens of Azure DevOps that have 52 characters of base32.
///
/// Of the 32 bytes, four are spread over the token: bytes 22, 8, 7 and 2 are, from the lowest to the highest, the
/// CRC-32 of the others, combined with a number for the kind of token. The class `AdoPat` of
/// microsoft/security-utilities.
public enum AzureDevOpsCheck {
    /// Who made the token.
    public enum Kind: CaseIterable, Sendable {
        case user, application

        var mask: UInt32 {
            switch self {
            case .user: 0xE0B9_692D
            case .application: 0x1019_F92E
            }
        }
    }

    public static let length = 52
    private static let places = [22, 8, 7, 2]

    /// The kind whose check holds; `nil` if none does.
    public static func kind(_ token: Span<UInt8>) -> Kind? {
        guard token.count == length, let bytes = decode(token) else { return nil }
        let check = places.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32(bytes[$1]) }
        let sum = sum(of: bytes)
        return Kind.allCases.first { sum ^ $0.mask == check }
    }

    /// Returns `body`, 52 characters of base32, in lower case and with the bytes of a user's check in their places.
    static func completed(_ body: [UInt8]) -> [UInt8]? {
        // The last character has room for one bit only.
        let filled = body.dropLast() + [UInt8(ascii: "A")]
        guard body.count == length, var bytes = decode(filled.span) else { return nil }
        for (place, byte) in zip(places, CheckSpelling.bytes(sum(of: bytes) ^ Kind.user.mask)) { bytes[place] = byte }
        return Base32.encode(bytes).map { $0 | 0x20 }
    }

    /// Letters may have either case.
    private static func decode(_ token: Span<UInt8>) -> [UInt8]? {
        var capitals: [UInt8] = []
        capitals.reserveCapacity(token.count)
        for index in token.indices {
            let byte = token[index]
            capitals.append((UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte & 0x5F : byte)
        }
        return Base32.decode(capitals.span)
    }

    private static func sum(of bytes: [UInt8]) -> UInt32 {
        let summed = bytes.indices.filter { !places.contains($0) }.map { bytes[$0] }
        return CRC32.checksum(of: summed.span)
    }
}
