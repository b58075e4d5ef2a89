import Blobs

/// Bytes that are in memory.
final class BytesContent: PartContent {
    private let bytes: [UInt8]
    private var position = 0

    var size: Int? { bytes.count }

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func read(into buffer: inout MutableSpan<UInt8>) -> Int {
        let count = buffer.fill(from: bytes, position)
        position += count
        return count
    }
}
