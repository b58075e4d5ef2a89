/// What may be shown of a secret.
///
/// The provider's literal prefix, and the last two characters of a secret that has 20 or more, when they are printable.
/// Nothing else, and the exact length only from 16 bytes up.
public struct RedactedSecret: Hashable, Sendable {
    /// For people: `AKIA…QO`. Holds printable ASCII and `…` only.
    public let text: String

    /// Length of the secret in bytes, or `nil` when it has fewer than 16.
    public let length: Int?

    /// Length as a class: `<8`, `8–15`, `16–31` or `32+`.
    public let lengthClass: String

    /// - Parameter prefixLength: how many of the first bytes are the provider's literal prefix, the same in every
    ///   secret of its kind. At most half of the secret is shown, whatever is asked for.
    public init(_ secret: Secret, prefixLength: Int) {
        let bytes = secret.reveal()
        let tail = bytes.count >= 20 ? bytes.suffix(2) : []
        let prefix = bytes.prefix(min(prefixLength, bytes.count / 2 - tail.count))
        var shown = prefix.allSatisfy(Self.isPrintable) ? String(decoding: prefix, as: UTF8.self) : ""
        shown += "…"
        if tail.allSatisfy(Self.isPrintable) { shown += String(decoding: tail, as: UTF8.self) }
        text = shown
        length = bytes.count >= 16 ? bytes.count : nil
        switch bytes.count {
        case ..<8: lengthClass = "<8"
        case 8..<16: lengthClass = "8–15"
        case 16..<32: lengthClass = "16–31"
        default: lengthClass = "32+"
        }
    }

    private static func isPrintable(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte)
    }
}
