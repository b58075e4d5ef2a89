@testable import GitObjects
import Testing

@Suite("Eight bytes at once")
struct ByteSearchTests {
    @Test("A byte is found where a plain search finds it")
    func search() {
        for length in 0..<40 {
            for place in 0...length {
                for (byte, filler) in [(0, 1), (0, 0x80), (10, 11), (10, 0x8A), (255, 254)] as [(UInt8, UInt8)] {
                    var bytes = [UInt8](repeating: filler, count: length)
                    if place < length { bytes[place] = byte }
                    for start in [0, place / 2, place] {
                        #expect(bytes.span.position(of: byte, from: start) == place)
                    }
                }
            }
        }
    }

    @Test("Names are ordered as plain comparison orders them")
    func order() {
        let names = [
            "", "a", "b", "aaaaaaaa", "aaaaaaab", "aaaaaaaaa", "aaaaaaaab", "baaaaaaa", "aaaaaaaaaaaaaaaa\u{80}",
        ]
        for left in names {
            for right in names {
                #expect(utf8(left).precedes(utf8(right)) == utf8(left).lexicographicallyPrecedes(utf8(right)))
            }
        }
    }

    @Test("Every byte is a digit or is refused, at every place", arguments: ObjectFormat.allCases)
    func digits(format: ObjectFormat) throws {
        let spelled = utf8(
            String("0123456789abcdefABCDEF9876543210fedcba0918273645546372819afbeCD0".prefix(2 * format.idLength)))
        let id = try #require(Self.read(spelled, format))
        #expect(id.hexadecimal == String(decoding: spelled, as: UTF8.self).lowercased())
        for place in spelled.indices {
            for byte in UInt8.min...UInt8.max {
                var changed = spelled
                changed[place] = byte
                #expect((Self.read(changed, format) != nil) == Character(UnicodeScalar(byte)).isASCIIHexDigit)
            }
        }
        #expect(Self.read(spelled.dropLast(), format) == nil)
    }

    private static func read(_ digits: [UInt8], _ format: ObjectFormat) -> ObjectID? {
        ObjectID(digitsOf: digits.span, from: 0, format: format)
    }
}

extension Character {
    fileprivate var isASCIIHexDigit: Bool { isASCII && isHexDigit }
}
