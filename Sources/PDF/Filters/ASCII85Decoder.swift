/// ASCII85Decode (ISO 32000-2, 7.4.3): five letters for four bytes.
enum ASCII85Decoder {
    static func decode(_ bytes: [UInt8], limit: Int) -> DecodedBytes {
        var result = DecodedBytes()
        var (value, count) = (0, 0)
        // Some files begin with the mark that PostScript has.
        let first = bytes.starts(with: "<~".utf8) ? 2 : 0
        for byte in bytes[first...] {
            switch byte {
            case UInt8(ascii: "!")...UInt8(ascii: "u"):
                value = value * 85 + Int(byte - UInt8(ascii: "!"))
                count += 1
                guard count == 5 else { continue }
                append(value, 4, to: &result.bytes)
                (value, count) = (0, 0)
            case UInt8(ascii: "z") where count == 0: append(0, 4, to: &result.bytes)
            case UInt8(ascii: "~"):
                finish(value, count, &result)
                return result
            default:
                guard ByteClass[byte] == .whitespace else {
                    result.isDamaged = true
                    return result
                }
            }
            if result.bytes.count > limit {
                result.bytes.removeLast(result.bytes.count - limit)
                result.isCut = true
                return result
            }
        }
        finish(value, count, &result)
        return result
    }

    /// The bytes of the last group, which may be short: it counts as if it were filled up with `u`.
    private static func finish(_ value: Int, _ count: Int, _ result: inout DecodedBytes) {
        guard count > 1 else {
            result.isDamaged = count == 1
            return
        }
        let whole = (count..<5).reduce(value) { sum, _ in sum * 85 + 84 }
        append(whole, count - 1, to: &result.bytes)
    }

    private static func append(_ value: Int, _ count: Int, to bytes: inout [UInt8]) {
        for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> (24 - 8 * index))) }
    }
}
