/// The check at the end of client secrets of Microsoft Entra ID that hold `8Q~`.
///
/// The last three characters are the first three of the six digits, in base 66, of the Marvin32 of the rest:
/// `IdentifiableMetadata.cs` of microsoft/security-utilities.
public enum EntraSecretCheck {
    private static let seed: UInt64 = 0x4161_6450_7764_3030
    private static let alphabet = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~".utf8)
    private static let width = 3

    public static func holds(_ secret: Span<UInt8>) -> Bool {
        let start = secret.count - width
        guard start > 0 else { return false }
        let expected = digits(of: secret.extracting(0..<start))
        return expected.indices.allSatisfy { expected[$0] == secret[start + $0] }
    }

    static func completed(_ body: [UInt8]) -> [UInt8]? {
        body.isEmpty ? nil : body + digits(of: body.span)
    }

    private static func digits(of text: Span<UInt8>) -> [UInt8] {
        let check = Marvin32.checksum(of: text, seed: seed)
        return Array(Numerals.digits(check, base: 66, width: 6) { alphabet[Int($0)] }.prefix(width))
    }
}
