/// Gathers six bits at a time into bytes. Bits that do not fill a byte at the end are left out.
struct Base64Decoder {
    private(set) var bytes: [UInt8] = []

    /// How many characters were read.
    private(set) var count = 0
    private var bits: UInt32 = 0

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    /// - Parameter value: from 0 to 63.
    mutating func append(_ value: UInt8) {
        bits = bits << 6 | UInt32(value)
        count += 1
        switch count & 3 {
        case 2: bytes.append(UInt8(truncatingIfNeeded: bits >> 4))
        case 3: bytes.append(UInt8(truncatingIfNeeded: bits >> 2))
        case 0: bytes.append(UInt8(truncatingIfNeeded: bits))
        default: break
        }
    }
}
