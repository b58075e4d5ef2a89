/// Bytes taken apart into Unicode scalars and the bytes that are part of none.
struct UTF8Pieces: Sequence, IteratorProtocol {
    enum Piece: Equatable {
        case scalar(Unicode.Scalar)
        /// A byte that is not UTF-8 where it stands.
        case stray(UInt8)
    }

    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func next() -> Piece? {
        guard position < bytes.count else { return nil }
        let first = bytes[position]
        if first < 0x80 {
            position += 1
            return .scalar(Unicode.Scalar(first))
        }
        var parser = Unicode.UTF8.ForwardParser()
        var rest = bytes[position...].makeIterator()
        if case .valid(let units) = parser.parseScalar(from: &rest) {
            position += units.count
            return .scalar(Unicode.UTF8.decode(units))
        }
        position += 1
        return .stray(first)
    }
}
