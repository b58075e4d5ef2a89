/// Gives compressed RTF as RTF ([MS-OXRTFCP]).
///
/// A window of 4096 bytes begins with a text that all RTF of Outlook has in common. Each control byte stands in front
/// of eight tokens, its lowest bit first: 0 is a byte, 1 is two bytes, twelve bits of a place in the window and four
/// of a length less two. A place where the next byte will be written ends the text.
final class RichTextDecompressor: PartContent {
    /// What the window begins with (section 2.1.3.1.1).
    static let dictionary: [UInt8] = Array(
        ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor "
            + "MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
            + "\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx").utf8)

    private static let compressed = 0x7546_5A4C
    private static let uncompressed = 0x414C_454D

    private let bytes: any StoredBytes
    private let end: Int
    private let isCompressed: Bool
    private var position = 16
    private var input: [UInt8] = []
    private var inputAt = 0
    private var window = [UInt8](repeating: 0, count: 4096)
    private var write: Int
    private var left: Int
    private var isAtEnd = false

    /// - Throws: `.malformed` if it is neither compressed nor uncompressed RTF.
    init(_ bytes: any StoredBytes) throws(OutlookError) {
        let header = try bytes.leadingBytes(limit: 16)
        guard let size = header.word32(0), let rawSize = header.word32(4), let type = header.word32(8),
            header.count == 16
        else { throw OutlookError(.truncated, at: bytes.offset) }
        guard type == Self.compressed || type == Self.uncompressed else {
            throw OutlookError(.malformed, at: bytes.offset)
        }
        self.bytes = bytes
        isCompressed = type == Self.compressed
        end = min(bytes.count, max(16, size + 4))
        left = rawSize
        window.replaceSubrange(0..<Self.dictionary.count, with: Self.dictionary)
        write = Self.dictionary.count
    }

    var size: Int? { nil }

    func next() throws(OutlookError) -> [UInt8]? {
        if isAtEnd { return nil }
        let output = isCompressed ? try decompressed() : try stored()
        if output.isEmpty { isAtEnd = true }
        return output.isEmpty ? nil : output
    }

    private func stored() throws(OutlookError) -> [UInt8] {
        let piece = try bytes.bytes(from: position, limit: min(1 << 16, left, max(0, end - position)))
        position += piece.count
        left -= piece.count
        return piece
    }

    private func decompressed() throws(OutlookError) -> [UInt8] {
        var output: [UInt8] = []
        while output.count < 1 << 15, left > 0 {
            guard let control = try byte() else { return finish(output) }
            for bit in 0..<8 where left > 0 {
                guard let first = try byte() else { return finish(output) }
                guard control >> UInt8(bit) & 1 == 1 else {
                    give(first, to: &output)
                    continue
                }
                guard let second = try byte() else { return finish(output) }
                var from = Int(first) << 4 | Int(second) >> 4
                if from == write { return finish(output) }
                for _ in 0..<Int(second & 15) + 2 where left > 0 {
                    give(window[from], to: &output)
                    from = (from + 1) & 4095
                }
            }
        }
        return output
    }

    private func finish(_ output: [UInt8]) -> [UInt8] {
        isAtEnd = true
        return output
    }

    private func give(_ byte: UInt8, to output: inout [UInt8]) {
        output.append(byte)
        window[write] = byte
        write = (write + 1) & 4095
        left -= 1
    }

    private func byte() throws(OutlookError) -> UInt8? {
        if inputAt == input.count {
            input = try bytes.bytes(from: position, limit: min(1 << 15, max(0, end - position)))
            inputAt = 0
            position += input.count
            if input.isEmpty { return nil }
        }
        inputAt += 1
        return input[inputAt - 1]
    }
}
