/// A text in UTF-16, given as UTF-8. Half a surrogate pair becomes U+FFFD, and a byte order mark is left out.
final class WideTextContent: PartContent {
    private let bytes: any StoredBytes
    private var position = 0

    /// What the last piece ended with: half a unit, or the first half of a pair.
    private var rest: [UInt8] = []

    init(_ bytes: any StoredBytes) { self.bytes = bytes }

    var size: Int? { nil }

    func next() throws(OutlookError) -> [UInt8]? {
        while true {
            let piece = try bytes.bytes(from: position, limit: 1 << 16)
            let isFirst = position == 0
            position += piece.count
            if piece.isEmpty {
                let isLeftOver = rest.count >= 2
                rest = []
                return isLeftOver ? Array("\u{FFFD}".utf8) : nil
            }
            let input = rest + piece
            var units: [UInt16] = []
            units.reserveCapacity(input.count / 2)
            for index in 0..<input.count / 2 {
                units.append(UInt16(input[2 * index]) | UInt16(input[2 * index + 1]) << 8)
            }
            var taken = units.count
            if let last = units.last, UTF16.isLeadSurrogate(last) { taken -= 1 }
            rest = Array(input[(taken * 2)...])
            let skipped = isFirst && units.first == 0xFEFF && taken > 0 ? 1 : 0
            if taken > skipped { return Array(String(decoding: units[skipped..<taken], as: UTF16.self).utf8) }
        }
    }
}
