import GitObjects
import Testing

@Suite("Names of objects")
struct ObjectIDTests {
    @Test("Hexadecimal there and back", arguments: ObjectFormat.allCases)
    func roundTrip(format: ObjectFormat) throws {
        let bytes = (0..<format.idLength).map { UInt8(truncatingIfNeeded: $0 * 37 + 11) }
        let id = ObjectID(bytes.span, format: format)
        #expect(id.bytes == bytes)
        #expect(id.hexadecimal.utf8.count == 2 * format.idLength)
        #expect(ObjectID(hex: Array(id.hexadecimal.utf8).span) == id)
        #expect(ObjectID(hex: Array(id.hexadecimal.uppercased().utf8).span) == id)
        #expect(!id.isNull)
        #expect(ObjectID.null(format).isNull)
    }

    @Test("What is no name is refused", arguments: ["", "ab", String(repeating: "g", count: 40)])
    func refused(text: String) {
        #expect(ObjectID(hex: Array(text.utf8).span) == nil)
    }

    @Test("Names are ordered by their bytes")
    func order() {
        func id(_ last: UInt8, at index: Int) -> ObjectID {
            var bytes = [UInt8](repeating: 0, count: 20)
            bytes[index] = last
            return ObjectID(bytes.span, format: .sha1)
        }
        #expect(id(1, at: 19) < id(2, at: 19))
        #expect(id(255, at: 19) < id(1, at: 18))
        #expect(id(255, at: 8) < id(1, at: 7))
        #expect(id(200, at: 0) > id(100, at: 0))
    }
}
