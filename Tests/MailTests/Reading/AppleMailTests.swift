import Blobs
import Testing

@testable import Mail

@Suite("Apple Mail") struct AppleMailTests {
    let word = Sample.word

    static let xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE plist PUBLIC \"-//Apple\">\n<plist>list</plist>\n"

    /// A dictionary without keys: the object, the table of offsets, the trailer.
    static let binary: String = {
        let note = "list" + String(repeating: " ", count: 20)
        let trailer = String(repeating: "\u{0}", count: 6) + "\u{1}\u{1}"
        let numbers = [1, 0, 8].map { String(repeating: "\u{0}", count: 7) + String(UnicodeScalar(UInt8($0))) }
        return "bplist00" + note + trailer + numbers.joined()
    }()

    private static func file(_ message: String, error: Int = 0, list: String) -> String {
        "\(message.utf8.count + error)\n" + message + list
    }

    @Test("A property list is no text of the message", arguments: [xml, binary], [0, -20, 30, 5000, -5000])
    func lists(list: String, error: Int) {
        let message = Sample.message("", "key \(word)\n")
        let mail = ReadMail(.emlx, Self.file(message, error: error, list: list), name: "A.mbox/Messages/4.emlx")
        #expect(mail.part("1")?.text == "key \(word)\n")
        #expect(mail.count(of: "list") == 0)
        #expect(mail.messageCount == 1)
        #expect(mail.parts.first?.part.origin.message.folders == ["A"])
    }

    @Test("A message need not end a line", arguments: [xml, binary], [1, 7, 65_536])
    func noLineEnd(list: String, piece: Int) {
        let message = Sample.message("", "key \(word)")
        let mail = ReadMail(.emlx, Array(Self.file(message, list: list).utf8), piece: piece)
        #expect(mail.part("1")?.text == "key \(word)")
        #expect(mail.count(of: "list") == 0)
    }

    @Test("A property list in a message is text", arguments: [xml, binary], [0, -40, 30, 5000])
    func inside(list: String, error: Int) {
        for body in [Self.xml, Self.binary + "\n"] {
            let message = Sample.message("", "a\n\(body)key \(word)\n")
            let mail = ReadMail(.emlx, Self.file(message, error: error, list: list))
            #expect(mail.part("1")?.text == "a\n\(body)key \(word)\n")
            // Without a list at the end nothing is left out.
            #expect(ReadMail(.emlx, Self.file(message, error: error, list: "")).part("1")?.text.contains(word) == true)
        }
    }

    private var partial: String {
        Sample.head
            + Sample.multipart([
                "Content-Type: text/plain\n\nsee\n",
                Sample.multipart(
                    [
                        "Content-Type: text/csv; name=\"a/b.csv\"\nContent-Transfer-Encoding: base64\n"
                            + "X-Apple-Content-Length: 99\n\n",
                        "Content-Type: message/rfc822; name=m.eml\nX-Apple-Content-Length: 9\n\n\n",
                        "Content-Type: text/plain\nX-Apple-Content-Length: 5\n\nhere\n",
                        "Content-Type: application/pgp-signature\nX-Apple-Content-Length: 5\n\n",
                    ], boundary: "C"),
            ])
    }

    @Test("What is not in a partial message is told")
    func elsewhere() throws {
        for name in ["", "V/Messages/42.partial.emlx"] {
            let mail = ReadMail(.emlx, Self.file(partial, list: Self.xml), name: name)
            let away = mail.parts.filter(\.part.isElsewhere)
            #expect(away.map(\.section) == ["2.1", "2.2"])
            #expect(away.map(\.part.name) == [RawPath("a/b.csv"), RawPath("m.eml")])
            #expect(away.allSatisfy { $0.bytes.isEmpty && $0.damage == nil && $0.part.kind == .attachment })
            #expect(mail.part("2.3")?.text == "here\n\n")
        }
    }

    @Test("Files beside a message have its contents", arguments: [true, false], [1, 5000])
    func beside(isEncoded: Bool, buffer: Int) throws {
        let content = "id,\(word)\n"
        let files: [String: [UInt8]] =
            isEncoded
            ? ["V/Messages/42.2.1.emlxpart": Array(Sample.base64(content).utf8), "V/Messages/42.2.2.emlxpart": []]
            : ["V/Attachments/42/2.1/a:b.csv": Array(content.utf8), "V/Attachments/42/2.2/m.eml": Array("m".utf8)]
        let mail = ReadMail(
            .emlx, Array(Self.file(partial, list: Self.xml).utf8), name: "V/Messages/42.partial.emlx", buffer: buffer
        ) { path in
            files[path.lossyText].map { bytes in
                var position = 0
                return { target in
                    let count = min(3, target.count, bytes.count - position)
                    for index in 0..<count { target[index] = bytes[position + index] }
                    position += count
                    return count
                }
            }
        }
        let part = try #require(mail.part("2.1"))
        #expect(part.text == content)
        #expect(part.part.name == RawPath("a/b.csv"))
        #expect(part.part.encoding == (isEncoded ? .base64 : .identity))
        #expect(!part.part.isElsewhere)
        #expect(part.part.origin.message.identifier == "m1@example.org")
        #expect(mail.part("2.2")?.text == (isEncoded ? nil : "m"))
        #expect(mail.part("2.3")?.text == "here\n\n")
        #expect(mail.parts.filter(\.part.isElsewhere).isEmpty)
    }

    @Test("A name leads to no other folder", arguments: ["..", ".", "", "../../../etc/passwd", "a\u{0}b"])
    func names(name: String) {
        let places = ExternalPlace.all(RawPath("V/Messages/42.emlx"), section: "2", name: Array(name.utf8))
        #expect(places.first == ExternalPlace(path: RawPath("V/Messages/42.2.emlxpart"), isEncoded: true))
        for place in places.dropFirst() {
            let parts = place.path.bytes.split(separator: 0x2F)
            #expect(parts.count == 5)
            #expect(!parts.contains(Array("..".utf8)[...]))
            #expect(place.path.bytes.starts(with: "V/Attachments/42/2/".utf8))
        }
    }
}
