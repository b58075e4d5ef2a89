import CDeflate

/// The library that programs compress with.
enum Zlib {
    /// Bytes compressed; `nil` if that does not make them shorter.
    static func shorter(_ bytes: [UInt8]) -> [UInt8]? {
        var target = [UInt8](repeating: 0, count: bytes.count)
        var count = UInt(target.count)
        // SAFETY: both arrays are as long as it is said, and live during the call.
        let result = unsafe compress2(&target, &count, bytes, UInt(bytes.count), 6)
        return result == Z_OK && count < UInt(bytes.count) ? Array(target[..<Int(count)]) : nil
    }

    /// What compressed bytes were; `nil` if they are none, or of another size.
    static func inflate(_ bytes: Span<UInt8>, _ size: Int) -> [UInt8]? {
        let source = bytes.indices.map { bytes[$0] }
        var target = [UInt8](repeating: 0, count: size)
        var count = UInt(size)
        // SAFETY: as above.
        let result = unsafe uncompress(&target, &count, source, UInt(source.count))
        return result == Z_OK && count == UInt(size) ? target : nil
    }
}
