import Glibc

// Unsafe code: copies between checked ranges, and a store into one.

/// Copies bytes from one span to another at the speed of memory: the library has no call for it.
enum ByteCopying {
    /// - Precondition: both ranges are inside their spans.
    static func copy(
        _ source: Span<UInt8>, _ range: Range<Int>, into target: inout MutableSpan<UInt8>, at position: Int
    ) {
        precondition(range.lowerBound >= 0 && range.upperBound <= source.count, "a range lies outside")
        precondition(position >= 0 && range.count <= target.count - position, "a range lies outside")
        guard !range.isEmpty else { return }
        // SAFETY: both ranges were checked. The spans do not overlap, as one of them is exclusive.
        unsafe source.withUnsafeBufferPointer { from in
            unsafe target.withUnsafeMutableBufferPointer { to in
                guard let from = from.baseAddress, let to = to.baseAddress else { return }
                unsafe memcpy(to + position, from + range.lowerBound, range.count)
            }
        }
    }

    /// Moves bytes to the start of an array.
    ///
    /// - Precondition: the range is inside of it.
    static func moveToStart(_ bytes: inout [UInt8], _ range: Range<Int>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "a range lies outside")
        guard !range.isEmpty, range.lowerBound > 0 else { return }
        // SAFETY: both ranges were checked, and `memmove` allows that they overlap.
        unsafe bytes.withUnsafeMutableBufferPointer { all in
            guard let start = all.baseAddress else { return }
            unsafe memmove(start, start + range.lowerBound, range.count)
        }
    }
}

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
