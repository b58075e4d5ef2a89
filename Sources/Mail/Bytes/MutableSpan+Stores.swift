// Unsafe code: a store into a checked range.

extension MutableSpan where Element == UInt8 {
    /// Stores four bytes, the lowest first.
    ///
    /// - Precondition: there is room for all of them.
    mutating func storeMailHalfWord(_ value: UInt32, at position: Int) {
        precondition(position >= 0 && position <= count - 4, "no room")
        // SAFETY: the range was just checked, and any four bytes may stand there.
        unsafe withUnsafeMutableBytes {
            unsafe $0.storeBytes(of: value.littleEndian, toByteOffset: position, as: UInt32.self)
        }
    }
}
