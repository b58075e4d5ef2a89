/// Numbers as bytes, the lowest first.
enum Little {
    static func two(_ value: Int) -> [UInt8] { bytes(UInt64(value), 2) }
    static func four(_ value: Int) -> [UInt8] { bytes(UInt64(value), 4) }
    static func eight(_ value: Int) -> [UInt8] { bytes(UInt64(value), 8) }

    static func bytes(_ value: UInt64, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
    }

    static func utf16(_ text: String) -> [UInt8] { text.utf16.flatMap { two(Int($0)) } }
}
