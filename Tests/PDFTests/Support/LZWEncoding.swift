/// The inverse of LZWDecode, the plain way.
enum LZWEncoding {
    static func encode(_ bytes: [UInt8], changesEarly: Bool) -> [UInt8] {
        var result: [UInt8] = []
        var (buffer, bits, width) = (0, 0, 9)
        func put(_ code: Int) {
            buffer = buffer << width | code
            bits += width
            while bits >= 8 {
                bits -= 8
                result.append(UInt8(buffer >> bits & 0xFF))
                buffer &= 1 << bits - 1
            }
        }
        var table: [[UInt8]: Int] = [:]
        var next = 258
        func reset() {
            table = Dictionary(uniqueKeysWithValues: (0..<256).map { ([UInt8($0)], $0) })
            (next, width) = (258, 9)
        }
        put(256)
        reset()
        var current: [UInt8] = []
        for byte in bytes {
            if table[current + [byte]] != nil {
                current.append(byte)
                continue
            }
            put(table[current] ?? 0)
            table[current + [byte]] = next
            next += 1
            let limit = next + (changesEarly ? 0 : -1)
            width = limit > 2047 ? 12 : limit > 1023 ? 11 : limit > 511 ? 10 : 9
            if next >= 4094 {
                put(256)
                reset()
            }
            current = [byte]
        }
        put(table[current] ?? 0)
        put(257)
        if bits > 0 { result.append(UInt8(buffer << (8 - bits) & 0xFF)) }
        return result
    }
}
