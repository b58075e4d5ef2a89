import Blobs
import Testing

@Suite struct ProvenanceTests {
    @Test func stepsGoInwards() {
        let file = Provenance(.file(RawPath("a")))
        let decoded = file.appending(.name).appending(.decoded(.utf16BigEndian))
        #expect(decoded.steps == [.file(RawPath("a")), .name, .decoded(.utf16BigEndian)])
        #expect(decoded.path == RawPath("a"))
        #expect(Provenance(.standardInput, .decoded(.utf32LittleEndian)).path == RawPath("-"))
    }

    @Test func anotherOutermostStep() {
        let decoded = Provenance(.file(RawPath("a")), .decoded(.utf16BigEndian))
        let renamed = decoded.replacingFirst(with: .file(RawPath("b")))
        #expect(renamed == Provenance(.file(RawPath("b")), .decoded(.utf16BigEndian)))
    }

    @Test func unitsOfEncodings() {
        #expect(TextEncoding.allCases.map(\.unitWidth) == [2, 2, 4, 4])
        #expect(TextEncoding.allCases.map(\.isLittleEndian) == [true, false, true, false])
    }
}
