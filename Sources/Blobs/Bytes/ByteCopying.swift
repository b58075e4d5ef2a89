// Unsafe code: copies between checked ranges, at the speed of memory, for which the library has no call.

extension MutableSpan<UInt8> {
    /// Copies bytes to `position` and behind.
    ///
    /// - Precondition: there is room for all of them.
    package mutating func copy(_ bytes: Span<UInt8>, at position: Int = 0) {
        precondition(position >= 0 && bytes.count <= count - position, "no room")
        guard !bytes.isEmpty else { return }
        // SAFETY: the range was just checked. The spans do not overlap, as one of them is exclusive.
        unsafe bytes.withUnsafeBufferPointer { source in
            unsafe withUnsafeMutableBufferPointer { target in
                _ = unsafe UnsafeMutableBufferPointer(rebasing: target[position...]).update(fromContentsOf: source)
            }
        }
    }

    /// Moves bytes to the start.
    ///
    /// - Precondition: the range is inside.
    package mutating func moveToStart(_ range: Range<Int>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "a range lies outside")
        guard !range.isEmpty, range.lowerBound > 0 else { return }
        // SAFETY: both ranges are inside, and may overlap.
        unsafe withUnsafeMutableBufferPointer { all in
            guard let start = all.baseAddress else { return }
            unsafe start.update(from: start + range.lowerBound, count: range.count)
        }
    }
}

extension [UInt8] {
    /// An array of the bytes of a span.
    package init(copying span: Span<UInt8>) {
        self.init()
        append(copying: span)
    }

    /// Appends the bytes of a span.
    package mutating func append(copying span: Span<UInt8>) {
        // SAFETY: the bytes are copied before the call returns.
        unsafe span.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }
}
