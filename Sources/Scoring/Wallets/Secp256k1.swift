/// The curve of Bitcoin and Ethereum: SEC 2, section 2.4.1.
enum Secp256k1 {
    /// The number of points, highest byte first.
    private static let order: InlineArray<32, UInt8> = [
        0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFE,
        0xBA, 0xAE, 0xDC, 0xE6, 0xAF, 0x48, 0xA0, 0x3B, 0xBF, 0xD2, 0x5E, 0x8C, 0xD0, 0x36, 0x41, 0x41,
    ]

    /// True if `bytes` are a number of 32 bytes, highest first, from 1 to below the order.
    static func isPrivateKey(_ bytes: [UInt8]) -> Bool {
        guard bytes.count == 32, bytes.contains(where: { $0 != 0 }) else { return false }
        for place in 0..<32 where bytes[place] != order[place] { return bytes[place] < order[place] }
        return false
    }
}
