/// A set of byte values: 256 bits, one for each value.
///
/// It can be asked only about a `UInt8`, so no answer needs a bounds check.
public struct ByteClass: Hashable, Sendable {
    private var low: UInt64 = 0
    private var midLow: UInt64 = 0
    private var midHigh: UInt64 = 0
    private var high: UInt64 = 0

    public init() {}

    public init(_ ranges: ClosedRange<UInt8>...) {
        for range in ranges {
            for byte in range { insert(byte) }
        }
    }

    public func contains(_ byte: UInt8) -> Bool {
        let word =
            switch byte >> 6 {
            case 0: low
            case 1: midLow
            case 2: midHigh
            default: high
            }
        return (word >> UInt64(byte & 63)) & 1 == 1
    }

    public mutating func insert(_ byte: UInt8) {
        let bit = UInt64(1) << UInt64(byte & 63)
        switch byte >> 6 {
        case 0: low |= bit
        case 1: midLow |= bit
        case 2: midHigh |= bit
        default: high |= bit
        }
    }

    public func union(_ other: ByteClass) -> ByteClass {
        var result = self
        result.low |= other.low
        result.midLow |= other.midLow
        result.midHigh |= other.midHigh
        result.high |= other.high
        return result
    }

    /// How many byte values belong to the class.
    public var count: Int {
        low.nonzeroBitCount + midLow.nonzeroBitCount + midHigh.nonzeroBitCount + high.nonzeroBitCount
    }
}

/// The classes that a rule file can name.
extension ByteClass {
    public static let digits = ByteClass(0x30...0x39)
    public static let upper = ByteClass(0x41...0x5A)
    public static let lower = ByteClass(0x61...0x7A)
    public static let alphanumeric = digits.union(upper).union(lower)
    /// `A-Za-z0-9+/`, without the padding `=`: RFC 4648, section 4.
    public static let base64 = alphanumeric.union(ByteClass(0x2B...0x2B, 0x2F...0x2F))
    /// `A-Za-z0-9-_`, without the padding `=`: RFC 4648, section 5.
    public static let base64url = alphanumeric.union(ByteClass(0x2D...0x2D, 0x5F...0x5F))
    /// `A-Z2-7`, without the padding `=`: RFC 4648, section 6.
    public static let base32 = upper.union(ByteClass(0x32...0x37))
    /// Hexadecimal digits in both cases.
    public static let hex = digits.union(ByteClass(0x41...0x46, 0x61...0x66))

    /// Every named class, in the order in which documentation lists them.
    public static let named: [(name: String, byteClass: ByteClass)] = [
        ("alphanumeric", .alphanumeric),
        ("base32", .base32),
        ("base64", .base64),
        ("base64url", .base64url),
        ("digits", .digits),
        ("hex", .hex),
        ("lower", .lower),
        ("upper", .upper),
    ]

    /// Returns the class that a rule file calls `name`; `nil` if there is none.
    public init?(named name: String) {
        guard let match = Self.named.first(where: { $0.name == name }) else { return nil }
        self = match.byteClass
    }
}
