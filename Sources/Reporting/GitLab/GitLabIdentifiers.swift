import Findings

/// The ids of a report's vulnerabilities: UUIDs of version 8 (RFC 9562, 5.8), made from the findings' places, so that a
/// finding has the same id in every report.
struct GitLabIdentifiers {
    /// How often each place came up. In a history two findings may share one: the same line of two versions.
    private var counts: [Place: UInt16] = [:]

    mutating func next(for place: Place) -> String {
        let count = counts[place, default: 0]
        counts[place] = count &+ 1
        var digits = Array(place.hexadecimal.utf8)
        for index in 0..<4 {
            let nibble = UInt8(truncatingIfNeeded: count >> (4 * UInt16(index)) & 0xF)
            digits[31 - index] = Self.digit(Self.value(digits[31 - index]) ^ nibble)
        }
        digits[12] = UInt8(ascii: "8")
        digits[16] = Self.digit(Self.value(digits[16]) & 0x3 | 0x8)
        let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
        return groups.map { String(decoding: digits[$0], as: UTF8.self) }.joined(separator: "-")
    }

    private static func value(_ digit: UInt8) -> UInt8 {
        digit <= UInt8(ascii: "9") ? digit - UInt8(ascii: "0") : digit - UInt8(ascii: "a") + 10
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? value + UInt8(ascii: "0") : value - 10 + UInt8(ascii: "a")
    }
}
