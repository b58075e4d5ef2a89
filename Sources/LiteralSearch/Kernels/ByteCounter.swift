import CLiteralKernels

/// Counts one byte value, at the speed of memory.
public struct ByteCounter: Sendable {
    private let kernel: Kernel

    public init(kernel: Kernel = .best) {
        self.kernel = kernel
    }

    /// How often `byte` stands in `text`, and the offset of the last one; `nil` if there is none.
    ///
    /// Complexity: O(n).
    public func count(of byte: UInt8, in text: Span<UInt8>) -> (count: Int, last: Int?) {
        var last = 0
        // The kernel reads `text` only, and only during the call; an empty one has no address that it could read.
        let count = unsafe text.withUnsafeBufferPointer { bytes in
            unsafe bytes.baseAddress.map { unsafe kh_count(kernel.code, $0, bytes.count, byte, &last) } ?? 0
        }
        return (count, count == 0 ? nil : last)
    }

    /// Whether `byte` stands in `text`.
    ///
    /// Complexity: O(n), up to the first one.
    public func contains(_ byte: UInt8, in text: Span<UInt8>) -> Bool {
        // As above.
        unsafe text.withUnsafeBufferPointer { bytes in
            unsafe bytes.baseAddress.map { unsafe kh_contains(kernel.code, $0, bytes.count, byte) } ?? false
        }
    }
}
