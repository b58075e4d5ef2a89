extension String {
    /// Returns the text, which must be ASCII, in lines of `length` characters, the last one possibly shorter.
    func lines(ofLength length: Int) -> [String] {
        let bytes = Array(utf8)
        return stride(from: 0, to: bytes.count, by: length).map {
            String(decoding: bytes[$0..<min($0 + length, bytes.count)], as: UTF8.self)
        }
    }
}
