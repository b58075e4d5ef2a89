import Blobs
import Mail

/// What a reader made of a chat.
struct ReadChat {
    struct Part {
        let part: ChatPart
        let bytes: [UInt8]

        var text: String { String(decoding: bytes, as: UTF8.self) }
        var section: String { part.origin.section }
        var message: MailMessage { part.origin.message }
    }

    private(set) var parts: [Part] = []

    /// All parts, read through a buffer of one size, from a source that gives pieces of another.
    init(
        _ kind: ChatKind, _ source: [UInt8], path: String = "export/general/2024-03-05.json", piece: Int = 65536,
        buffer size: Int = 8192
    ) {
        var position = 0
        let reader = ChatReader(kind, path: RawPath(path)) { target in
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
                    let count = reader.read(into: &target)
                    if count == 0 { break }
                    bytes.append(contentsOf: buffer[..<count])
                }
                parts.append(Part(part: part, bytes: bytes))
            }
        } catch {
            parts = []
        }
    }

    init(_ kind: ChatKind, _ source: String, path: String = "export/general/2024-03-05.json") {
        self.init(kind, Array(source.utf8), path: path)
    }

    func text(_ section: String, _ view: MailPart.View = .whole) -> String? {
        parts.first { $0.section == section && $0.part.view == view }?.text
    }

    func texts(_ section: String) -> [String] { parts.filter { $0.section == section }.map(\.text) }

    /// How often a text is in the parts.
    func count(of text: String) -> Int { parts.reduce(0) { $0 + $1.text.ranges(of: text).count } }
}
