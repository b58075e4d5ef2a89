/// What an AWS access key id says about itself: what kind of key it names, and whose account it belongs to.
///
/// An id is a prefix of four characters and sixteen of RFC 4648 base32, 80 bits. In the present generation the first
/// bit is set and the next 40 are the account number: Tal Be'ery, "A short note on AWS KEY ID" (2023), and Aidan
/// Steele, "AWS Access Key ID formats" (2020). In the generation before, ids begin with `I` or `J` behind
/// the prefix and carry no account.
struct AccessKeyID {
    /// The prefixes of credentials, from "IAM identifiers" in the IAM User Guide. The other prefixes (`AIDA`, `AROA`,
    /// …) name users, roles and policies, which open nothing.
    enum Kind: String {
        case longTerm = "long-term"
        case temporary
        case bearer
        case contextSpecific = "context-specific"
    }

    /// What the id's own bits say about the account.
    enum Account: Hashable {
        case number(UInt64)
        /// The generation that carries an account, but the number has more than twelve digits.
        case outOfRange
        /// The generation of `I` and `J`, which carries none.
        case olderGeneration
        /// No generation that is known to have been issued.
        case unknownGeneration
    }

    /// Characters of an id, its prefix included.
    static let length = 20
    static let prefixLength = 4

    private static let highestAccount: UInt64 = 999_999_999_999

    let kind: Kind
    let account: Account

    /// `nil` if the bytes in `range` are not an id: length, prefix or alphabet is wrong.
    init?(_ text: Span<UInt8>, _ range: Range<Int>) {
        guard range.count == Self.length, let kind = Self.kind(text, range.lowerBound) else { return nil }
        var leading: UInt64 = 0
        for offset in Self.prefixLength..<Self.length {
            guard let value = Self.base32Value(of: text[range.lowerBound + offset]) else { return nil }
            if offset < Self.prefixLength + 10 { leading = leading << 5 | UInt64(value) }
        }
        self.kind = kind
        account = Self.account(leading50Bits: leading)
    }

    /// The account's number as AWS writes it: twelve digits.
    var accountNumber: String? {
        guard case .number(let number) = account else { return nil }
        let digits = String(number)
        return String(repeating: "0", count: 12 - digits.count) + digits
    }

    /// The five bits that `byte` stands for, or `nil` outside `A–Z2–7`.
    static func base32Value(of byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
        case UInt8(ascii: "2")...UInt8(ascii: "7"): byte - UInt8(ascii: "2") + 26
        default: nil
        }
    }

    private static func kind(_ text: Span<UInt8>, _ start: Int) -> Kind? {
        if text.starts(with: "AKIA", at: start) { return .longTerm }
        if text.starts(with: "ASIA", at: start) { return .temporary }
        if text.starts(with: "ABIA", at: start) { return .bearer }
        if text.starts(with: "ACCA", at: start) { return .contextSpecific }
        return nil
    }

    /// Bit 49 marks the generation, bits 48 to 9 are the number.
    private static func account(leading50Bits bits: UInt64) -> Account {
        guard bits >> 49 == 1 else {
            let first = bits >> 45
            return first == 8 || first == 9 ? .olderGeneration : .unknownGeneration
        }
        let number = bits >> 9 & 0xFF_FFFF_FFFF
        return number <= highestAccount ? .number(number) : .outOfRange
    }
}
