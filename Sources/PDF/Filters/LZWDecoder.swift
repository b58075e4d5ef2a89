/// LZWDecode (ISO 32000-2, 7.4.4.2): codes of 9 to 12 bits, high bit first.
enum LZWDecoder {
    private static let clear = 256
    private static let endOfData = 257
    private static let mostCodes = 4096

    /// - Parameter changesEarly: whether codes get longer one code before they must.
    static func decode(_ bytes: [UInt8], limit: Int, changesEarly: Bool) -> DecodedBytes {
        var result = DecodedBytes()
        // A sequence is a place in what was written, and a length. The last one ends with a byte that comes next.
        var sequences: [(start: Int, count: Int)] = []
        var (buffer, bits, width) = (0, 0, 9)
        for byte in bytes {
            buffer = (buffer << 8 | Int(byte)) & 0xFF_FFFF
            bits += 8
            guard bits >= width else { continue }
            bits -= width
            let code = buffer >> bits & (1 << width - 1)
            if code == clear {
                sequences.removeAll(keepingCapacity: true)
                width = 9
                continue
            }
            if code == endOfData { return result }
            let start = result.bytes.count
            if code < clear {
                result.bytes.append(UInt8(code))
            } else if code - 258 < sequences.count {
                let sequence = sequences[code - 258]
                for index in sequence.start..<sequence.start + sequence.count {
                    result.bytes.append(result.bytes[index])
                }
            } else {
                result.isDamaged = true
                return result
            }
            if result.bytes.count > limit {
                result.bytes.removeLast(result.bytes.count - limit)
                result.isCut = true
                return result
            }
            if sequences.count + 258 < mostCodes {
                sequences.append((start, result.bytes.count - start + 1))
            }
            let next = sequences.count + 258 + (changesEarly ? 1 : 0)
            width = next > 2048 ? 12 : next > 1024 ? 11 : next > 512 ? 10 : 9
        }
        return result
    }
}
