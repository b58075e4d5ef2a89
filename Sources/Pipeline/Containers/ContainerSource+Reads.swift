import Blobs
import Containers

/// A source as readers of other targets take it.
extension ContainerSource {
    /// Reads at any place.
    var randomReads: (Int, inout MutableSpan<UInt8>) throws(ByteSourceError) -> Int {
        { (offset: Int, buffer: inout MutableSpan<UInt8>) throws(ByteSourceError) -> Int in
            try self.read(into: &buffer, at: offset)
        }
    }

    /// Reads front to back, each time what follows.
    var forwardReads: (inout MutableSpan<UInt8>) throws(ByteSourceError) -> Int {
        var position = 0
        return { (buffer: inout MutableSpan<UInt8>) throws(ByteSourceError) -> Int in
            let count = try self.read(into: &buffer, at: position)
            position += count
            return count
        }
    }
}
