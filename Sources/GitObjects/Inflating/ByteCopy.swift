import Glibc

/// Copies bytes from one span to another at the speed of memory: the library has no call for it.
enum ByteCopy {
    /// - Precondition: both ranges are inside their spans. The spans do not overlap: one of them is exclusive.
    static func copy(
        _ source: Span<UInt8>, from offset: Int, count: Int, into target: inout MutableSpan<UInt8>, at position: Int
    ) {
        precondition(count >= 0 && offset >= 0 && position >= 0, "a range lies outside")
        precondition(count <= source.count - offset && count <= target.count - position, "a range lies outside")
        guard count > 0 else { return }
        // SAFETY: both ranges were checked. Spans that are not empty have an address.
        unsafe source.withUnsafeBufferPointer { from in
            unsafe target.withUnsafeMutableBufferPointer { to in
                guard let from = from.baseAddress, let to = to.baseAddress else { return }
                unsafe memcpy(to + position, from + offset, count)
            }
        }
    }
}
