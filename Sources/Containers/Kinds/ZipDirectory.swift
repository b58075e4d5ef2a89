/// The end of a zip archive: the record that leads to its directory (APPNOTE 4.3.16). It makes a zip archive of any
/// file, whatever stands in front: a program that unpacks itself, a PDF file.
public enum ZipDirectory {
    /// Bytes from the end in which the record is looked for: libarchive looks no further.
    public static let searchLength = 16 * 1024

    private static let recordSize = 22

    /// Whether the bytes end with such a record and its comment.
    ///
    /// - Parameter last: the last bytes of a file, `searchLength` of them or all that there are.
    /// - Complexity: O(n).
    public static func isAtEnd(of last: Span<UInt8>) -> Bool {
        let first = max(0, last.count - searchLength)
        var probe = last.count - recordSize + 3
        // Every second byte tells whether the end of the signature, 5 and 6, lies over it: neither is in a text.
        while probe > first + 1 {
            let byte = last[probe]
            if byte == 5 || byte == 6, isAtEnd(last, at: probe - (byte == 5 ? 2 : 3)) { return true }
            probe -= 2
        }
        return false
    }

    private static func isAtEnd(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
        offset >= 0 && isEndRecord(bytes, at: offset)
            && offset + recordSize + commentLength(bytes, offset) == bytes.count
    }

    /// Whether an end record stands at `offset`: of an archive that is one file, as nearly all are.
    static func isEndRecord(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
        guard offset + recordSize <= bytes.count, bytes.has([0x50, 0x4B, 5, 6], at: offset) else { return false }
        return bytes.has([0, 0, 0, 0], at: offset + 4) || bytes.has([0xFF, 0xFF, 0xFF, 0xFF], at: offset + 4)
    }

    private static func commentLength(_ bytes: Span<UInt8>, _ offset: Int) -> Int {
        Int(bytes[offset + 20]) | Int(bytes[offset + 21]) << 8
    }
}
