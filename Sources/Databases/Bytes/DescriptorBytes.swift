import Blobs
import Glibc

// Unsafe code: two system calls, which write into memory that was checked before.

/// Reads an open file at any place, without moving its offset.
enum DescriptorBytes {
    /// Bytes of the file.
    static func size(of descriptor: Int32) throws(DatabaseError) -> Int {
        var status = stat()
        // SAFETY: fstat(2) fills the structure that it is given.
        guard unsafe fstat(descriptor, &status) == 0 else { throw .unreadable(errno) }
        return Int(status.st_size)
    }

    /// - Returns: how many bytes were read, 0 at the end.
    static func read(
        _ descriptor: Int32, at offset: Int, into buffer: inout MutableSpan<UInt8>
    ) throws(ByteSourceError) -> Int {
        while true {
            // SAFETY: pread(2) writes as many bytes as the span has, at most.
            let count = unsafe buffer.withUnsafeMutableBytes { bytes in
                unsafe pread(descriptor, bytes.baseAddress, bytes.count, offset)
            }
            if count >= 0 { return count }
            if errno != EINTR { throw ByteSourceError(offset: offset, errorNumber: errno) }
        }
    }
}
