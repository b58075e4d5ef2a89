import CQPDF

/// An encrypted file that the empty password opens. libqpdf decrypts its objects and streams, and does no more.
///
/// It is given the bytes with a cross reference table of ours behind them, see `CrossReferenceWriter`: so it never
/// expands anything, which it does without a limit.
@safe final class EncryptedFile {
    /// libqpdf keeps what it has parsed, in some 100 bytes a token.
    private static let mostTokens = 8_000_000

    // SAFETY: both are made in `init` and freed in `deinit`. libqpdf reads the bytes while it has the file open.
    private let file: OpaquePointer
    private let bytes: UnsafeMutableBufferPointer<CChar>

    /// By number: where the definition stands that libqpdf knows.
    private let known: [Int: Int]

    /// `nil`: the file is not encrypted.
    init?(_ original: [UInt8], _ scanner: FileScanner) throws(PDFError) {
        guard let writer = CrossReferenceWriter(original, scanner) else { return nil }
        guard scanner.tokenCount <= Self.mostTokens else { throw .limit }
        guard keyhound_qpdf_load() else { throw .unavailable }
        known = writer.starts
        let text = writer.file()
        // SAFETY: a plain allocation of as many bytes as are copied.
        unsafe bytes = .allocate(capacity: text.count)
        for index in text.indices { unsafe bytes.initializeElement(at: index, to: CChar(bitPattern: text[index])) }
        // SAFETY: the bytes live as long as the file is open.
        var opened: OpaquePointer?
        let result = unsafe keyhound_qpdf_open(bytes.baseAddress, bytes.count, &opened)
        guard Int(result) == KEYHOUND_QPDF_OK, let opened = unsafe opened else {
            unsafe bytes.deallocate()
            throw Self.error(result)
        }
        unsafe file = opened
    }

    deinit {
        // SAFETY: sole owner.
        unsafe keyhound_qpdf_close(file)
        unsafe bytes.deallocate()
    }

    /// An object, decrypted, and what it cost. `nil`: it is of an earlier revision, or cannot be parsed.
    func object(_ entry: ObjectEntry) throws(PDFError) -> (IndirectObject?, Int) {
        guard known[entry.number] == entry.start else { return (nil, 1) }
        var text: UnsafePointer<CChar>?
        var count = 0
        var isStream = false
        // SAFETY: the file is open; the text is copied at once.
        let result = unsafe keyhound_qpdf_object(
            file, Int32(entry.number), Int32(entry.generation), &text, &count, &isStream)
        guard Int(result) == KEYHOUND_QPDF_OK, let start = unsafe text else { throw Self.error(result) }
        let copy = unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
        var parser = ObjectParser(Lexer(copy))
        guard let value = parser.object() else { return (nil, count) }
        let stream = IndirectObject.Stream.encrypted(number: entry.number, generation: entry.generation)
        return (IndirectObject(number: entry.number, value: value, stream: isStream ? stream : nil), count + 64)
    }

    /// The bytes of a stream, decrypted and not decoded.
    func stream(_ number: Int, _ generation: Int) throws(PDFError) -> [UInt8] {
        var start: UnsafeMutablePointer<UInt8>?
        var count = 0
        // SAFETY: the file is open; what is handed out is copied and freed.
        let result = unsafe keyhound_qpdf_stream(file, Int32(number), Int32(generation), &start, &count)
        guard Int(result) == KEYHOUND_QPDF_OK, let start = unsafe start else { throw Self.error(result) }
        defer { unsafe keyhound_qpdf_free(start) }
        return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
    }

    private static func error(_ result: Int32) -> PDFError {
        switch Int(result) {
        case KEYHOUND_QPDF_PASSWORD: .encrypted
        case KEYHOUND_QPDF_UNSUPPORTED: .unsupported("its encryption")
        case KEYHOUND_QPDF_NO_MEMORY: .outOfMemory
        default: .damaged("libqpdf cannot decrypt it")
        }
    }
}
