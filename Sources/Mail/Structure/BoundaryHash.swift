/// The hash by which boundaries are compared: FNV-1a in 64 bits.
///
/// Equal hashes prove nothing: the bytes are compared too. It keeps the cost of a line the same however many
/// boundaries are open.
enum BoundaryHash {
    static let start: UInt64 = 0xCBF2_9CE4_8422_2325

    static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    static func of(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
        var hash = start
        for index in range { hash = adding(bytes[index], to: hash) }
        return hash
    }
}
