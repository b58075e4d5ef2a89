import Glibc

// Unsafe code: copies between checked ranges, for which the library has no call.

enum ByteCopying {
    /// Copies bytes at the speed of memory.
    ///
    /// - Returns: how many were copied: as many as there are from `start` on, and as there is room for.
    static func copy(_ source: [UInt8], from start: Int, into target: inout MutableSpan<UInt8>) -> Int {
        let count = min(source.count - start, target.count)
        guard start >= 0, count > 0 else { return 0 }
        // SAFETY: `count` is at most what either has left. They do not overlap, as one of them is exclusive.
        unsafe source.withUnsafeBufferPointer { from in
            unsafe target.withUnsafeMutableBufferPointer { to in
                guard let from = from.baseAddress, let to = to.baseAddress else { return }
                unsafe memcpy(to, from + start, count)
            }
        }
        return count
    }
}

extension Array where Element == UInt8 {
    /// Appends all bytes of a span.
    mutating func append(bytesOf span: Span<UInt8>) {
        // SAFETY: the bytes are copied before the call returns.
        unsafe span.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }
}
