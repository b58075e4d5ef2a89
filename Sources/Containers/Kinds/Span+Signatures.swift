extension Span<UInt8> {
    /// Whether these bytes come first.
    func begins(_ bytes: [UInt8]) -> Bool { has(bytes, at: 0) }

    /// Whether these bytes stand at `offset`.
    func has(_ bytes: [UInt8], at offset: Int) -> Bool {
        guard offset + bytes.count <= count else { return false }
        for index in bytes.indices where self[offset + index] != bytes[index] { return false }
        return true
    }
}
