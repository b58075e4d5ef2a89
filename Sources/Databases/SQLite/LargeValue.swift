import CSQLite

// Unsafe code: calls of SQLite on a handle that this owns.

/// A text or BLOB that is read in pieces, as it is stored.
@safe final class LargeValue {
    // SAFETY: owned by nobody else, and closed in `deinit`. Its connection is kept open as long as it is.
    private let value: OpaquePointer

    private let connection: Connection

    /// Bytes.
    let size: Int

    private var position = 0

    /// - Parameter value: handed over.
    @unsafe init(_ value: OpaquePointer, of connection: Connection) {
        unsafe self.value = value
        self.connection = connection
        // SAFETY: an open handle.
        size = Int(unsafe sqlite3_blob_bytes(value))
    }

    deinit {
        // SAFETY: sole owner.
        unsafe sqlite3_blob_close(value)
    }

    /// Reads bytes behind those that were read before.
    ///
    /// - Returns: how many, 0 at the end.
    func read(into buffer: inout MutableSpan<UInt8>) throws(StepFailure) -> Int {
        let count = min(buffer.count, size - position)
        guard count > 0 else { return 0 }
        // SAFETY: `count` bytes are written, and fit.
        let result = unsafe buffer.withUnsafeMutableBytes { bytes in
            unsafe sqlite3_blob_read(value, bytes.baseAddress, Int32(count), Int32(position))
        }
        guard result == SQLITE_OK else { throw connection.failure(result) }
        position += count
        return count
    }
}
