/// A stream that holds objects (ISO 32000-2, 7.5.7), decoded.
struct ObjectStream {
    let bytes: [UInt8]

    /// The numbers of the objects, and where each begins in `bytes`.
    let objects: [(number: Int, offset: Int)]

    init(_ bytes: [UInt8], _ dictionary: [String: PDFObject]) {
        self.bytes = bytes
        let first = dictionary["First"]?.integerValue ?? 0
        let count = dictionary["N"]?.integerValue ?? 0
        var objects: [(number: Int, offset: Int)] = []
        if first > 0, first <= bytes.count {
            var lexer = Lexer(bytes, in: 0..<first)
            while objects.count < count, case .integer(let number) = lexer.next(),
                case .integer(let offset) = lexer.next()
            {
                guard number > 0, offset >= 0, offset < bytes.count - first else { continue }
                objects.append((number, first + offset))
            }
        }
        self.objects = objects
    }
}
