import Blobs
import Testing

@testable import Scanning

@Suite struct TextEncodingDetectorTests {
    private static func detect(_ bytes: [UInt8]) -> (encoding: TextEncoding, markLength: Int)? {
        TextEncodingDetector.detect(bytes.span)
    }

    private static func encode(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
        if encoding.unitWidth == 2 {
            return text.utf16.flatMap { unit -> [UInt8] in
                let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
                return encoding.isLittleEndian ? bytes : bytes.reversed()
            }
        }
        return text.unicodeScalars.flatMap { scalar -> [UInt8] in
            let bytes = (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> (8 * UInt32($0))) }
            return encoding.isLittleEndian ? bytes : bytes.reversed()
        }
    }

    @Test(arguments: TextEncoding.allCases)
    func byMarkWhateverFollows(encoding: TextEncoding) {
        let mark = Self.encode("\u{FEFF}", encoding)
        for text in ["", "a", "日本語", String(repeating: "日本語 ", count: 2_000)] {
            let found = Self.detect(mark + Self.encode(text, encoding))
            #expect(found?.encoding == encoding && found?.markLength == encoding.unitWidth)
        }
    }

    @Test(arguments: TextEncoding.allCases)
    func byStatistics(encoding: TextEncoding) {
        for text in ["key = value, été", String(repeating: "Grüße an alle, ", count: 1_000)] {
            let found = Self.detect(Self.encode(text, encoding))
            #expect(found?.encoding == encoding && found?.markLength == 0)
        }
    }

    @Test func everythingElse() {
        #expect(Self.detect([]) == nil)
        #expect(Self.detect([0xFF]) == nil)
        #expect(Self.detect([0xEF, 0xBB, 0xBF, 0x41]) == nil)
        #expect(Self.detect(Array("plain text that is long enough".utf8)) == nil)
        #expect(Self.detect([UInt8](repeating: 0, count: 8_000)) == nil)
        #expect(Self.detect(Array("\u{7F}ELF".utf8) + [UInt8](repeating: 0, count: 60)) == nil)
        // Too short for statistics.
        #expect(Self.detect(Self.encode("a b", .utf16LittleEndian)) == nil)
    }

    /// Only the first bytes decide, so that segments of any size that hold them agree.
    @Test func onlyTheSampleCounts() {
        let text = Self.encode(String(repeating: "wide ", count: 1_000), .utf16LittleEndian)
        let head = Array(text.prefix(TextEncodingDetector.sampleSize))
        let noise = [UInt8](repeating: 0x6B, count: 100_000)
        #expect(Self.detect(head + noise)?.encoding == .utf16LittleEndian)
        #expect(Self.detect(Array("narrow".utf8) + head.dropFirst(6)) != nil)
        #expect(Self.detect(noise + text) == nil)
    }
}
