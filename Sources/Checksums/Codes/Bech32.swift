/// Text of 32 characters, six of which check the rest: bech32 (BIP-173) and bech32m (BIP-350).
///
/// `<prefix>1<data><check>`, all of it in one case. The limit of 90 characters, which is about addresses, is not kept:
/// keys of age and Cardano are longer.
public struct Bech32: Hashable, Sendable {
    public enum Variant: UInt32, CaseIterable, Sendable {
        /// BIP-173.
        case bech32 = 1
        /// BIP-350.
        case bech32m = 0x2BC8_30A3
    }

    /// What stands before the last `1`, in lower case.
    public let prefix: [UInt8]

    /// Groups of five bits, without the check.
    public let groups: [UInt8]
    public let variant: Variant

    private static let alphabet = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
    private static let checkLength = 6

    /// `nil` if `text` is not bech32 or bech32m, its check included.
    ///
    /// - Complexity: O(*n*).
    public init?(_ text: Span<UInt8>) {
        var lower: [UInt8] = []
        lower.reserveCapacity(text.count)
        var (hasUpper, hasLower) = (false, false)
        for index in text.indices {
            let byte = text[index]
            guard (0x21...0x7E).contains(byte) else { return nil }
            let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            hasUpper = hasUpper || isUpper
            hasLower = hasLower || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            lower.append(isUpper ? byte | 0x20 : byte)
        }
        guard !(hasUpper && hasLower), let separator = lower.lastIndex(of: UInt8(ascii: "1")), separator > 0,
            lower.count - separator > Self.checkLength
        else { return nil }
        var values: [UInt8] = []
        values.reserveCapacity(lower.count - separator)
        for byte in lower[(separator + 1)...] {
            guard let value = Self.alphabet.firstIndex(of: byte) else { return nil }
            values.append(UInt8(value))
        }
        prefix = Array(lower[..<separator])
        let remainder = Self.remainder(prefix: prefix, values: values)
        guard let variant = Variant(rawValue: remainder) else { return nil }
        self.variant = variant
        groups = values.dropLast(Self.checkLength)
    }

    /// The data as bytes; `nil` if more than four bits are left behind the last byte, or one of them is set.
    public var payload: [UInt8]? {
        BitGroups.regrouped(groups, from: 5, to: 8)
    }

    /// Returns `payload` as text with its check: in upper case if `prefix` is.
    public static func encode(prefix: [UInt8], payload: [UInt8], variant: Variant = .bech32) -> [UInt8] {
        let isUpper = prefix.contains { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        let lower = prefix.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
        let values = BitGroups.padded(payload, from: 8, to: 5)
        let empty = [UInt8](repeating: 0, count: checkLength)
        let sum = remainder(prefix: lower, values: values + empty) ^ variant.rawValue
        let check = (0..<checkLength).map { UInt8(sum >> (5 * UInt32(checkLength - 1 - $0)) & 31) }
        let text = lower + [UInt8(ascii: "1")] + (values + check).map { alphabet[Int($0)] }
        return isUpper ? text.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) ? $0 & 0xDF : $0 } : text
    }

    /// The remainder of prefix and values as a polynomial over GF(32), modulo the generator of BIP-173.
    private static func remainder(prefix: [UInt8], values: [UInt8]) -> UInt32 {
        let generator: InlineArray<5, UInt32> = [0x3B6A_57B2, 0x2650_8E6D, 0x1EA1_19FA, 0x3D42_33DD, 0x2A14_62B3]
        var sum: UInt32 = 1
        func feed(_ value: UInt8) {
            let top = sum >> 25
            sum = (sum & 0x1FF_FFFF) << 5 ^ UInt32(value)
            for place in 0..<5 where top >> UInt32(place) & 1 == 1 { sum ^= generator[place] }
        }
        for byte in prefix { feed(byte >> 5) }
        feed(0)
        for byte in prefix { feed(byte & 31) }
        for value in values { feed(value) }
        return sum
    }
}
