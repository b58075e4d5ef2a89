import Blobs

/// Finds the objects of a file from its first byte to its last.
///
/// The cross references are not read: they say which objects are in use, and a scanner wants the others too, be it of
/// an earlier revision or in a damaged file. The last definition of a number is the one in use, since revisions are
/// appended.
///
///     note each `n g obj` and each `trailer`
///     for each of these, in order, that is not in the stream of one before:
///         parse the object; if it is a stream, find its end
///
/// Each byte is parsed once, but where an object's end is missing: then the text up to the next header is tried, and
/// next all of it, as long as the budget for that lasts.
struct FileScanner {
    private(set) var entries: [ObjectEntry] = []

    /// A dictionary that says where the document begins: of a trailer or of a cross reference stream.
    struct Trailer {
        let start: Int
        let entries: [String: PDFObject]
    }

    /// In order.
    private(set) var trailers: [Trailer] = []

    /// The places of object streams among `entries`.
    private(set) var objectStreams: [Int] = []

    /// Tokens of all objects together.
    private(set) var tokenCount = 0

    private let bytes: [UInt8]
    private var headers: [ObjectHeader] = []
    private var trailerStarts: [Int] = []
    private var extents: StreamExtents

    /// Bytes that may be parsed in vain.
    private var spareBytes: Int

    /// - Throws: `limit` when the time would not be linear; `stopped`.
    init(_ bytes: [UInt8], _ budget: ReadBudget) throws(PDFError) {
        self.bytes = bytes
        spareBytes = 4 * bytes.count + 1 << 20
        extents = StreamExtents(bytes)
        try findHeaders(budget)
        extents.setHeaders(headers)
        try parseObjects(budget)
        for start in trailerStarts where !isInStream(start) {
            var parser = ObjectParser(Lexer(bytes, in: start..<bytes.count))
            let trailer = parser.object()
            spareBytes -= parser.lexer.position - start
            guard spareBytes > 0 else { throw .limit }
            if case .dictionary(let entries)? = trailer { trailers.append(Trailer(start: start, entries: entries)) }
        }
        trailers.sort { $0.start < $1.start }
    }

    private func isInStream(_ position: Int) -> Bool {
        let behind = entries.partitioningIndex { $0.start > position }
        guard behind > 0, case .file(_, let stream?) = entries[behind - 1].place else { return false }
        return stream.contains(position)
    }

    private mutating func findHeaders(_ budget: ReadBudget) throws(PDFError) {
        let trailer = Array("trailer".utf8)
        var index = 0
        while index + 2 < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "o"), bytes[index + 1] == UInt8(ascii: "b"), bytes[index + 2] == UInt8(ascii: "j") {
                if let header = ObjectHeader(endingAt: index, in: bytes) {
                    headers.append(header)
                    if headers.count % 4096 == 0 { try budget.checkStop() }
                }
            } else if byte == UInt8(ascii: "t"), bytes[index + 1] == UInt8(ascii: "r"),
                bytes[index...].starts(with: trailer)
            {
                trailerStarts.append(index + trailer.count)
            }
            index += 1
        }
    }

    private mutating func parseObjects(_ budget: ReadBudget) throws(PDFError) {
        var behind = 0
        for (index, header) in headers.enumerated() where header.start >= behind {
            if index % 1024 == 0 { try budget.checkStop() }
            let next = index + 1 < headers.count ? headers[index + 1].start : bytes.count
            guard let (object, position) = try parse(header.body, next) else { continue }
            behind = position
            var stream: Range<Int>?
            if case .dictionary(let entries) = object, let start = StreamExtents.start(behind: position, in: bytes) {
                let range = extents.range(from: start, length: entries["Length"], before: next)
                stream = range
                behind = range.upperBound
                note(entries, header.start)
            }
            entries.append(
                ObjectEntry(
                    number: header.number, generation: header.generation, start: header.start,
                    place: .file(body: header.body, stream: stream)))
        }
    }

    /// The object from `body` on, and where it ends.
    private mutating func parse(_ body: Int, _ next: Int) throws(PDFError) -> (PDFObject, Int)? {
        for end in next == bytes.count ? [next] : [next, bytes.count] {
            var parser = ObjectParser(Lexer(bytes, in: body..<end))
            let object = parser.object()
            tokenCount += parser.tokenCount
            if let object { return (object, parser.lexer.position) }
            if end == next, parser.lexer.position < next { return nil }
            spareBytes -= parser.lexer.position - body
            guard spareBytes > 0 else { throw .limit }
        }
        return nil
    }

    /// Of the dictionary of a stream: is it one of structure?
    private mutating func note(_ dictionary: [String: PDFObject], _ start: Int) {
        switch dictionary["Type"]?.nameValue {
        case "ObjStm": objectStreams.append(entries.count)
        case "XRef": trailers.append(Trailer(start: start, entries: dictionary))
        default: break
        }
    }
}
