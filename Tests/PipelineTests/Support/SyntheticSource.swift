import Blobs

/// A huge source that is mostly one byte, with a few texts in it, and takes no memory.
struct SyntheticSource: ByteSource, ~Copyable {
    let count: Int
    let fill: UInt8
    let texts: [(offset: Int, bytes: [UInt8])]

    var size: Int? { count }

    mutating func read(into buffer: inout MutableSpan<UInt8>, at offset: Int) throws(ByteSourceError) -> Int {
        let length = min(buffer.count, count - offset)
        guard length > 0 else { return 0 }
        let fill = fill
        // The bytes are plain, and the pointer stays inside.
        unsafe buffer.withUnsafeMutableBufferPointer { bytes in
            unsafe bytes.extracting(0..<length).update(repeating: fill)
        }
        for text in texts {
            for index in text.bytes.indices where (offset..<offset + length).contains(text.offset + index) {
                buffer[text.offset + index - offset] = text.bytes[index]
            }
        }
        return length
    }
}
