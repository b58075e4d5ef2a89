/// The bytes of a span, copied at once: a loop is slow in debug builds.
func packBytes(_ span: Span<UInt8>) -> [UInt8] {
    unsafe span.withUnsafeBufferPointer { unsafe Array($0) }
}
