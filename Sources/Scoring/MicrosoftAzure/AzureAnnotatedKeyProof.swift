import Checksums
import Findings

/// Judges Azure's common annotated security keys, which hold `JQQJ99` and a signature of their service.
///
/// | key | verdict | score |
/// |---|---|---|
/// | its check holds | proven | 0.97 |
/// | its check fails | plausible | 0.6, or the rule's if lower |
/// | no year and month where they should stand | impossible | |
///
/// Layout and check: `LegacyCommonAnnotatedSecurityKey.cs` of microsoft/security-utilities. No vector is published.
enum AzureAnnotatedKeyProof {
    /// Offsets in the key.
    private enum Place {
        static let year = 58
        static let month = 59
        static let signature = 76..<80
    }

    private static let firstYear = 2024

    static func judge(_ text: Span<UInt8>, _ secret: Range<Int>, confidence: Float) -> Judgement {
        let key = text.extracting(secret)
        guard issued(key) != nil else { return .impossible }
        return AzureAnnotatedKeyCheck.holds(key)
            ? Judgement(verdict: .proven, score: CheckedTokenProof.provenScore)
            : CheckedTokenProof.failed(key, behind: 0, confidence: confidence)
    }

    static func facts(_ key: Span<UInt8>) -> (reason: String, details: [Finding.Detail]) {
        guard let issued = issued(key) else { return ("has the shape of an Azure key", []) }
        let signature = Place.signature.map { Character(Unicode.Scalar(key[$0])) }
        let details = [
            Finding.Detail(name: "signature", value: String(signature)), Finding.Detail(name: "issued", value: issued),
        ]
        return (CheckedTokenProof.reason("Azure", "key", AzureAnnotatedKeyCheck.holds(key)), details)
    }

    /// Such as `2025-03`: a letter for the years since 2024, and one for the month.
    private static func issued(_ key: Span<UInt8>) -> String? {
        guard key.count > AzureAnnotatedKeyCheck.bodyLength, let year = letter(key[Place.year]),
            let month = letter(key[Place.month]), month < 12
        else { return nil }
        return "\(firstYear + year)-\(month < 9 ? "0" : "")\(month + 1)"
    }

    private static func letter(_ byte: UInt8) -> Int? {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? Int(byte - UInt8(ascii: "A")) : nil
    }
}
