import Blobs
import Mail

/// What a reader made of a source.
struct ReadMail {
    struct Part {
        let part: MailPart
        let bytes: [UInt8]
        let damage: MailDamage?

        var text: String { String(decoding: bytes, as: UTF8.self) }
        var section: String { part.origin.section }
    }

    var parts: [Part] = []
    var messageCount = 0
    var bytesRead = 0

    /// All parts, read through a buffer of one size, from a source that gives pieces of another.
    init(
        _ kind: MailKind, _ source: [UInt8], name: String = "", piece: Int = 65536, buffer size: Int = 8192,
        externalFile: ((RawPath) -> MailReader.ExternalBytes?)? = nil
    ) {
        var position = 0
        let reader = MailReader(kind, name: RawPath(name), externalFile: externalFile) { target in
            let count = min(piece, target.count, source.count - position)
            for index in 0..<count { target[index] = source[position + index] }
            position += count
            return count
        }
        var buffer = [UInt8](repeating: 0, count: size)
        do throws(ByteSourceError) {
            while let part = try reader.next() {
                var bytes: [UInt8] = []
                while true {
                    var target = buffer.mutableSpan
                    let count = try reader.read(into: &target)
                    if count == 0 { break }
                    bytes.append(contentsOf: buffer[..<count])
                }
                parts.append(Part(part: part, bytes: bytes, damage: reader.damage))
            }
        } catch {
            parts = []
        }
        messageCount = reader.messageCount
        bytesRead = reader.bytesRead
    }

    init(_ kind: MailKind, _ source: String, name: String = "") {
        self.init(kind, Array(source.utf8), name: name)
    }

    /// All decoded bytes.
    var text: String { parts.map(\.text).joined(separator: "\u{1}") }

    /// How often a text is in the parts.
    func count(of text: String) -> Int { parts.reduce(0) { $0 + $1.text.ranges(of: text).count } }

    func parts(_ section: String) -> [Part] { parts.filter { $0.section == section } }

    func part(_ section: String, view: MailPart.View = .whole) -> Part? {
        parts.first { $0.section == section && $0.part.view == view }
    }
}
