import Blobs
import Scanning

/// The part of a commit or tag that is text.
enum ObjectText {
    /// Headers that name objects: a word and hexadecimal digits.
    private static let headers = ["tree", "parent", "object"].map { Array(($0 + " ").utf8) }

    /// Where the first line begins that names no object.
    static func start(in content: Span<UInt8>) -> Int {
        var start = 0
        while let header = headers.first(where: { content.hasPrefix($0, at: start) }) {
            var end = start + header.count
            while end < content.count, content[end] != UInt8(ascii: "\n") {
                guard isDigit(content[end]) else { return start }
                end += 1
            }
            start = min(end + 1, content.count)
        }
        return start
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
}

extension Scanner {
    /// Scans the text of a commit or tag.
    mutating func scan(
        textOf content: Span<UInt8>, ignoresPath: Bool, provenance: () -> Provenance
    ) -> BlobReport {
        begin(ignoresPath: ignoresPath)
        scan(
            content, origin: 0, core: ObjectText.start(in: content)..<content.count, continuation: .end,
            provenance: provenance)
        return finish(provenance: provenance)
    }
}

extension Span<UInt8> {
    fileprivate func hasPrefix(_ text: [UInt8], at start: Int) -> Bool {
        guard count - start >= text.count else { return false }
        for index in text.indices where self[start + index] != text[index] { return false }
        return true
    }
}
