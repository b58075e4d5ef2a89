/// An id of Discord: milliseconds since 2015 in its upper 42 bits ("API Reference", Snowflakes).
struct Snowflake {
    /// 2015-01-01T00:00:00Z, in milliseconds since 1970.
    private static let epoch: UInt64 = 1_420_070_400_000

    let createdAt: UTCTime?

    /// - Parameter digits: in decimal. `nil` unless they are 17 to 20 that 64 bits can hold, without a zero in front.
    init?(_ digits: some Collection<UInt8>) {
        guard (17...20).contains(digits.count), digits.isDigits, digits.first != UInt8(ascii: "0"),
            let number = UInt64(String(decoding: digits, as: UTF8.self))
        else { return nil }
        createdAt = UTCTime(seconds: Int((number >> 22 + Self.epoch) / 1000))
    }
}
