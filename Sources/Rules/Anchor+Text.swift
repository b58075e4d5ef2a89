extension Anchor {
    /// The anchor for people: its text, or its bytes in hexadecimal where they are no text, or what run it is.
    public var text: String {
        switch self {
        case .literal(let bytes, let ignoresCase):
            let isText = bytes.allSatisfy { (0x20...0x7E).contains($0) }
            if isText { return String(decoding: bytes, as: UTF8.self) + (ignoresCase ? " (any case)" : "") }
            guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(where: { $0 < 0x20 }) else {
                return "bytes " + bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
            }
            return text + (ignoresCase ? " (any case)" : "")
        case .classRun(let byteClass, let length):
            let name = ByteClass.named.first { $0.byteClass == byteClass }?.name ?? "\(byteClass.count) bytes"
            let shortest = length.lowerBound == length.upperBound ? "" : "\(length.lowerBound)–"
            return "run of \(shortest)\(length.upperBound) × \(name)"
        }
    }
}
