/// The forty characters of a secret access key as they are used: escapes undone, without allocation.
struct SecretKeyValue {
    static let length = 40

    let bytes: InlineArray<40, UInt8>

    /// `nil` if `range` does not spell forty characters of `A-Za-z0-9+/`.
    init?(_ text: Span<UInt8>, _ range: Range<Int>) {
        var bytes = InlineArray<40, UInt8>(repeating: 0)
        var count = 0
        var position = range.lowerBound
        while position < range.upperBound {
            let byte = SpelledByte(in: text, at: position, before: range.upperBound)
            guard count < Self.length, Base64.value(of: byte.value) != nil else { return nil }
            bytes[count] = byte.value
            count += 1
            position += byte.length
        }
        guard count == Self.length else { return nil }
        self.bytes = bytes
    }
}
