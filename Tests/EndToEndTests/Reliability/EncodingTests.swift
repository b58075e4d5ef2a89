import Foundation
import Testing

extension EndToEndTests {
    /// One secret in every encoding of text, through the command line.
    @Suite struct EncodingTests {
        /// A file and where the secret stands in it.
        struct Variant: Sendable, CustomStringConvertible {
            let description: String
            let bytes: [UInt8]
            let line, column, startByte: Int
        }

        static let secret = Sample.secret(50)
        static let before = "first line\nsecond: caf\u{E9}\n  "
        static let text = before + Sample.prefix + secret + "\nlast line\n"

        static let variants: [Variant] = {
            func variant(
                _ name: String, mark: [UInt8] = [], text: String = text, encode: (String) -> [UInt8]
            ) -> Variant {
                let front = text.components(separatedBy: secret)[0]
                let unified = front.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
                let lines = unified.split(separator: "\n", omittingEmptySubsequences: false)
                return Variant(
                    description: name, bytes: mark + encode(text), line: lines.count,
                    column: (lines.last?.utf8.count ?? 0) + 1, startByte: mark.count + encode(front).count)
            }
            func wide16(_ text: String, big: Bool) -> [UInt8] {
                text.utf16.flatMap { big ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] }
            }
            func wide32(_ text: String, big: Bool) -> [UInt8] {
                text.unicodeScalars.flatMap { scalar in
                    let bytes = [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: scalar.value >> $0) }
                    return big ? Array(bytes.reversed()) : bytes
                }
            }
            func latin(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }
            let ascii = text.replacing("\u{E9}", with: "e")
            let sole = secret.isEmpty ? "" : Sample.prefix + secret
            return [
                variant("UTF-8") { Array($0.utf8) },
                variant("UTF-8 with mark", mark: [0xEF, 0xBB, 0xBF]) { Array($0.utf8) },
                variant("UTF-8 with mark, first line", mark: [0xEF, 0xBB, 0xBF], text: sole) { Array($0.utf8) },
                variant("UTF-16LE") { wide16($0, big: false) },
                variant("UTF-16BE") { wide16($0, big: true) },
                variant("UTF-16LE with mark", mark: [0xFF, 0xFE]) { wide16($0, big: false) },
                variant("UTF-16BE with mark", mark: [0xFE, 0xFF]) { wide16($0, big: true) },
                variant("UTF-16LE with mark, first line", mark: [0xFF, 0xFE], text: sole) { wide16($0, big: false) },
                variant("UTF-32LE with mark", mark: [0xFF, 0xFE, 0, 0]) { wide32($0, big: false) },
                variant("UTF-32BE with mark", mark: [0, 0, 0xFE, 0xFF]) { wide32($0, big: true) },
                variant("Latin-1", encode: latin),
                variant("CP1252", text: ascii.replacing("second", with: "\u{93}second\u{94}"), encode: latin),
                variant("CRLF", text: text.replacing("\n", with: "\r\n")) { Array($0.utf8) },
                variant("CR", text: text.replacing("\n", with: "\r")) { Array($0.utf8) },
                variant("no final newline", text: String(text.dropLast(11))) { Array($0.utf8) },
                variant("sole content", text: sole) { Array($0.utf8) },
                variant("after NUL", text: "\0\0\0\n" + sole + "\0\0") { Array($0.utf8) },
                variant("in an ELF file", text: "\u{7F}ELF\u{2}\u{1}\u{1}\0\0\0\0\0\n\0" + sole + "\0\0\u{1}") {
                    Array($0.utf8)
                },
            ]
        }()

        @Test(arguments: variants) func theSecretIsFoundWhereItStands(_ variant: Variant) throws {
            let folder = try TemporaryFolder()
            try folder.write("file", variant.bytes)
            let report = try Command.scan(folder.file("file")).run().report()
            try #require(report.findings.count == 1)
            let finding = report.findings[0]
            #expect(finding.start_byte == variant.startByte)
            // A byte that is not UTF-8 is one byte of its line: é has one byte less in Latin-1, on another line here.
            #expect(
                finding.line == variant.line && finding.column == variant.column, "\(finding.line):\(finding.column)")
        }

        @Test func aTailInUTF16IsFound() throws {
            let folder = try TemporaryFolder()
            let head = Array((String(repeating: "plain text line\n", count: 400)).utf8)
            let tail = Self.text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
            let front = Self.text.components(separatedBy: Self.secret)[0].utf16.count * 2
            try folder.write("file", head + tail)
            let report = try Command.scan(folder.file("file")).run().report()
            #expect(report.findings.map(\.start_byte) == [head.count + front])
        }
    }
}
