import PDF
import Testing

@Suite struct DetectionTests {
    private func detect(_ bytes: [UInt8]) -> Bool {
        PDFReader.detect(bytes.span)
    }

    @Test func `The signature stands in the first 1,024 bytes`() {
        #expect(PDFReader.detectionLength == 1024)
        #expect(detect(Array("%PDF-1.4".utf8)))
        #expect(detect(Array(repeating: 10, count: 1019) + Array("%PDF-".utf8)))
        #expect(!detect(Array(repeating: 10, count: 1020) + Array("%PDF-".utf8)))
        #expect(!detect(Array("%PDF".utf8)))
        #expect(!detect([]))
    }
}
