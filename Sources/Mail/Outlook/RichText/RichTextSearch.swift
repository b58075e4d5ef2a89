/// Finds compressed RTF in bytes of no known structure.
enum RichTextSearch {
    /// How many texts are told of one fragment.
    private static let mostTexts = 256

    private static let signature: [UInt8] = Array("LZFu".utf8)

    /// The texts, and where each begins in the file.
    ///
    /// - Complexity: O(n)
    static func texts(in bytes: any StoredBytes) throws(OutlookError) -> [(content: any PartContent, offset: Int)] {
        var found: [(content: any PartContent, offset: Int)] = []
        var position = 0
        var tail: [UInt8] = []
        while found.count < mostTexts {
            let piece: [UInt8]
            do throws(OutlookError) {
                piece = try bytes.bytes(from: position, limit: 1 << 16)
            } catch {
                // It is told when the fragment itself is read.
                if error.isFinal { throw error }
                return found
            }
            if piece.isEmpty { return found }
            let window = tail + piece
            let start = position - tail.count
            for at in 0..<max(0, window.count - 3) where window[at] == signature[0] {
                // The signature stands behind two sizes.
                guard window[at..<at + 4].elementsEqual(signature), start + at >= 8 else { continue }
                let rest = BytesInRange(of: bytes, start + at - 8..<bytes.count)
                if let content = try? RichTextContent(rest) { found.append((content, rest.offset)) }
            }
            tail = Array(window.suffix(3))
            position += piece.count
        }
        return found
    }
}
