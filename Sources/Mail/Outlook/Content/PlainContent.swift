/// Bytes as they are stored.
final class PlainContent: PartContent {
    private let bytes: any StoredBytes
    private var position = 0

    init(_ bytes: any StoredBytes) { self.bytes = bytes }

    var size: Int? { bytes.count }

    func next() throws(OutlookError) -> [UInt8]? {
        let piece = try bytes.bytes(from: position, limit: 1 << 16)
        position += piece.count
        return piece.isEmpty ? nil : piece
    }
}
