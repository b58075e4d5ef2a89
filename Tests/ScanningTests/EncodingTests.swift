import Blobs
import Findings
import Testing

@testable import Scanning

/// one key id in every encoding, with its line, column and bytes.
@Suite struct EncodingTests {
    private static let encodings: [(TextEncoding?, isMarked: Bool)] = [
        (nil, false), (nil, true), (.utf16LittleEndian, false), (.utf16LittleEndian, true), (.utf16BigEndian, false),
        (.utf16BigEndian, true), (.utf32LittleEndian, true), (.utf32BigEndian, true), (.utf32LittleEndian, false),
        (.utf32BigEndian, false),
    ]

    private static func encode(_ text: String, _ encoding: TextEncoding?) -> [UInt8] {
        guard let encoding else { return Array(text.utf8) }
        let units: [UInt32] = encoding.unitWidth == 2 ? text.utf16.map { UInt32($0) } : text.unicodeScalars.map(\.value)
        return units.flatMap { unit in
            let bytes = (0..<encoding.unitWidth).map { UInt8(truncatingIfNeeded: unit >> (8 * UInt32($0))) }
            return encoding.isLittleEndian ? bytes : bytes.reversed()
        }
    }

    private static func key() throws -> String { String(decoding: try Samples.keyID(21), as: UTF8.self) }

    /// Expects the key, and nothing else, at bytes and points.
    private static func expectKey(
        in blob: [UInt8], bytes: Range<Int>, line: Int, column: Int, utf16Column: Int? = nil,
        encoding: TextEncoding? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let report = try Bench.builtIn(threshold: .medium).report(whole: blob)
        #expect(report.findings.count == 1, sourceLocation: sourceLocation)
        let finding = try #require(report.findings.first, sourceLocation: sourceLocation)
        let key = Array(try Self.key().utf8)
        let start = Location.Point(line: line, column: column, utf16Column: utf16Column ?? column)
        let end = Location.Point(line: line, column: column + 20, utf16Column: (utf16Column ?? column) + 20)
        #expect(finding.secret == Secret(key), sourceLocation: sourceLocation)
        #expect(finding.location == Location(bytes: bytes, start: start, end: end), sourceLocation: sourceLocation)
        let steps = [.file(RawPath("blob"))] + (encoding.map { [Provenance.Step.decoded(Encoding($0))] } ?? [])
        #expect(finding.provenance.steps == steps, sourceLocation: sourceLocation)
    }

    @Test(arguments: encodings)
    func everyEncodingOfText(encoding: TextEncoding?, isMarked: Bool) throws {
        // Without a mark, statistics decide: see below.
        let letter = isMarked || encoding == nil ? "😀" : "é"
        let lastLine = "second \(letter) ü: key = "
        let (before, after) = ("first line, é\n\(lastLine)", "\nlast\n")
        let mark = isMarked ? Self.encode("\u{FEFF}", encoding) : []
        let start = mark.count + Self.encode(before, encoding).count
        let key = try Self.key()
        let blob = mark + Self.encode(before + key + after, encoding)
        try Self.expectKey(
            in: blob, bytes: start..<start + Self.encode(key, encoding).count, line: 2,
            column: lastLine.utf8.count + 1, utf16Column: lastLine.utf16.count + 1, encoding: encoding)
    }

    /// A letter whose low byte is zero, such as most emoji with a number that ends in 00, in a short text.
    @Test(arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian])
    func shortTextWithAZeroInALetter(encoding: TextEncoding) throws {
        let before = "first line\nsecond \u{1F600}: key = "
        let key = try Self.key()
        let start = Self.encode(before, encoding).count
        try Self.expectKey(
            in: Self.encode(before + key + "\nlast\n", encoding), bytes: start..<start + 40, line: 2, column: 20,
            utf16Column: 18, encoding: encoding)
    }

    @Test(arguments: encodings)
    func soleContent(encoding: TextEncoding?, isMarked: Bool) throws {
        let mark = isMarked ? Self.encode("\u{FEFF}", encoding) : []
        let blob = mark + Self.encode(try Self.key(), encoding)
        try Self.expectKey(
            in: blob, bytes: mark.count..<blob.count, line: 1, column: 1, encoding: encoding)
    }

    @Test(arguments: [[0xE9], [0x93], [0x80]] as [[UInt8]])
    func oneByteEncodings(letter: [UInt8]) throws {
        let before = Array("caf".utf8) + letter + Array(" = ".utf8)
        let blob = Array("x\n".utf8) + before + Array(try Self.key().utf8) + letter + Array("\n".utf8)
        let start = 2 + before.count
        try Self.expectKey(in: blob, bytes: start..<start + 20, line: 2, column: before.count + 1)
    }

    @Test(arguments: ["\n", "\r\n", "\r"], ["", "key = "])
    func lineEnds(end: String, before: String) throws {
        let head = "one\(end)two\(end)\(end)" + before
        let blob = Array((head + (try Self.key()) + end + "four" + end).utf8)
        let start = head.utf8.count
        try Self.expectKey(in: blob, bytes: start..<start + 20, line: 4, column: before.utf8.count + 1)
    }

    @Test func noFinalNewline() throws {
        let blob = Array("one\nkey = \(try Self.key())".utf8)
        try Self.expectKey(in: blob, bytes: 10..<30, line: 2, column: 7)
    }

    @Test(arguments: [1, 2, 3, 15, 16, 4_096, 70_000])
    func behindZeros(count: Int) throws {
        let blob = [UInt8](repeating: 0, count: count) + Array("\(try Self.key())\n".utf8)
        try Self.expectKey(in: blob, bytes: count..<count + 20, line: 1, column: count + 1)
    }

    @Test func insideAProgramFile() throws {
        var random = SeededGenerator(seed: 4)
        let header = [0x7F] + Array("ELF".utf8) + [2, 1, 1, 0] + [UInt8](repeating: 0, count: 56)
        let code = random.bytes(3_000, of: Array(0x80...0xFF) + [0])
        let blob = header + code + [0] + Array(try Self.key().utf8) + [0] + code
        let start = header.count + code.count + 1
        let report = try Bench.builtIn(threshold: .medium).report(whole: blob)
        #expect(report.findings.map(\.location.bytes) == [start..<start + 20])
        #expect(report.findings.map(\.location.start.column) == [NaivePlace.point(of: start, in: blob).column])
    }

    @Test(
        arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian], [0, 1, 2, 3])
    func narrowHeadAndWideTail(encoding: TextEncoding, padding: Int) throws {
        let head =
            Array(String(repeating: "# appended to by another program\nnext line\n", count: 20).utf8)
            + [UInt8](repeating: 0x23, count: padding)
        let lead = Self.encode("key = ", encoding)
        let key = Self.encode(try Self.key(), encoding)
        let blob = head + lead + key + Self.encode("\n", encoding)
        let report = try Bench.builtIn(threshold: .medium).report(whole: blob)
        let finding = try #require(report.findings.first)
        #expect(report.findings.count == 1)
        // From the first letter to the last one.
        let lastLetter = encoding.unitWidth - 1
        let start = head.count + lead.count + (encoding.isLittleEndian ? 0 : lastLetter)
        let end = head.count + lead.count + key.count - (encoding.isLittleEndian ? lastLetter : 0)
        #expect(finding.location.bytes == start..<end)
        #expect(finding.location.start == NaivePlace.point(of: start, in: blob))
        #expect(finding.secret == Secret(Array(try Self.key().utf8)))
        // Which order the units have is a guess where they are not aligned, and only the name depends on it.
        let isAligned = head.count % encoding.unitWidth == 0
        if isAligned { #expect(finding.provenance.steps.last == .decoded(Encoding(encoding))) }
    }
}
