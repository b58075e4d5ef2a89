/// How the data of a store is hidden ([MS-PST] section 2.2.2.6, `bCryptMethod`). None of these needs a key.
enum StoreCipher: Int {
    case none = 0

    /// A substitution of bytes (section 5.1).
    case permute = 1

    /// A substitution that changes with the place and the identifier of the block (section 5.2).
    case cyclic = 2

    /// Gives the data of a block as it was.
    ///
    /// - Complexity: O(n)
    func decode(_ bytes: inout [UInt8], block: UInt64) {
        switch self {
        case .none: break
        case .permute:
            let table = StoreCipherTables.third
            for index in bytes.indices { bytes[index] = table[Int(bytes[index])] }
        case .cyclic:
            let (first, second, third) =
                (StoreCipherTables.first, StoreCipherTables.second, StoreCipherTables.third)
            let low = UInt32(truncatingIfNeeded: block)
            var key = UInt16(truncatingIfNeeded: low ^ low >> 16)
            for index in bytes.indices {
                let (lower, upper) = (UInt8(truncatingIfNeeded: key), UInt8(truncatingIfNeeded: key >> 8))
                var byte = first[Int(bytes[index] &+ lower)]
                byte = second[Int(byte &+ upper)] &- upper
                bytes[index] = third[Int(byte)] &- lower
                key &+= 1
            }
        }
    }
}
