/// Makes text of a charset readable as ASCII, piece by piece.
struct CharsetConverter {
    private enum State {
        case plain

        /// UTF-7: behind `+`.
        case shifted

        /// ISO-2022 and HZ: characters of two bytes.
        case double
    }

    let charset: MailCharset
    private let table: [UInt8]
    private var state = State.plain
    private var bits: UInt32 = 0
    private var bitCount: UInt32 = 0
    private var shiftLength = 0
    private var highSurrogate: UInt32 = 0

    init(_ charset: MailCharset) {
        self.charset = charset
        if case .ebcdic(let page) = charset { table = page.table } else { table = [] }
    }

    /// Converts as far as it can be told what it is.
    ///
    /// - Returns: how many bytes were taken.
    /// - Complexity: O(n).
    mutating func convert(
        _ input: Span<UInt8>, _ range: Range<Int>, isLast: Bool, into output: inout ByteBuffer
    ) -> Int {
        switch charset {
        case .utf8: return convertUTF8(input, range, isLast: isLast, into: &output)
        case .latin:
            convertLatin(input, range, into: &output)
        case .opaque, .wide:
            output.append(input, range)
        case .ebcdic:
            output.reserve(range.count)
            for index in range { output.append(table[Int(input[index])]) }
        case .utf7:
            for index in range { convertUTF7(input[index], into: &output) }
        case .iso2022: return convertEscapes(input, range, isLast: isLast, into: &output)
        case .hz: return convertTildes(input, range, isLast: isLast, into: &output)
        }
        return range.count
    }

    private func convertUTF8(
        _ input: Span<UInt8>, _ range: Range<Int>, isLast: Bool, into output: inout ByteBuffer
    ) -> Int {
        var copied = range.lowerBound
        var index = input.firstIndex(of: 0xC2, in: range)
        while index < range.upperBound {
            guard index + 1 < range.upperBound else {
                if isLast { break }
                output.append(input, copied..<index)
                return index - range.lowerBound
            }
            if input[index + 1] == 0xA0 {
                output.append(input, copied..<index)
                output.append(0x20)
                copied = index + 2
            }
            index = input.firstIndex(of: 0xC2, in: index + 2..<max(range.upperBound, index + 2))
        }
        output.append(input, min(copied, range.upperBound)..<range.upperBound)
        return range.count
    }

    private func convertLatin(_ input: Span<UInt8>, _ range: Range<Int>, into output: inout ByteBuffer) {
        var index = range.lowerBound
        while index < range.upperBound {
            let next = input.firstIndex(of: 0xA0, in: index..<range.upperBound)
            output.append(input, index..<next)
            if next < range.upperBound { output.append(0x20) }
            index = next + 1
        }
    }

    private mutating func convertUTF7(_ byte: UInt8, into output: inout ByteBuffer) {
        guard case .shifted = state else {
            if byte == 0x2B {
                state = .shifted
                bits = 0
                bitCount = 0
                shiftLength = 0
                highSurrogate = 0
            } else {
                output.append(byte)
            }
            return
        }
        guard let value = Self.base64Value(byte) else {
            state = .plain
            if byte == 0x2D {
                // `+-` is a plus sign; behind characters the hyphen only ends them.
                if shiftLength == 0 { output.append(0x2B) }
            } else {
                // A plus sign that begins nothing was meant as one.
                if shiftLength == 0 { output.append(0x2B) }
                output.append(byte)
            }
            return
        }
        shiftLength += 1
        bits = bits << 6 | value
        bitCount += 6
        guard bitCount >= 16 else { return }
        bitCount -= 16
        let unit = bits >> bitCount & 0xFFFF
        bits &= (1 << bitCount) - 1
        if unit & 0xFC00 == 0xD800 {
            highSurrogate = unit
        } else if unit & 0xFC00 == 0xDC00, highSurrogate != 0 {
            output.append(scalar: 0x10000 + (highSurrogate & 0x3FF) << 10 + unit & 0x3FF)
            highSurrogate = 0
        } else {
            output.append(scalar: unit == 0xA0 ? 0x20 : unit)
        }
    }

    private static func base64Value(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x41...0x5A: UInt32(byte) - 0x41
        case 0x61...0x7A: UInt32(byte) - 0x61 + 26
        case 0x30...0x39: UInt32(byte) - 0x30 + 52
        case 0x2B: 62
        case 0x2F: 63
        default: nil
        }
    }

    private mutating func convertEscapes(
        _ input: Span<UInt8>, _ range: Range<Int>, isLast: Bool, into output: inout ByteBuffer
    ) -> Int {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = input[index]
            if byte == 0x1B {
                guard index + 3 < range.upperBound || isLast else { break }
                let end = min(index + 4, range.upperBound)
                var length = 1
                // Intermediate bytes, then a final one (ISO/IEC 2022).
                while index + length < end, (0x20...0x2F).contains(input[index + length]) { length += 1 }
                if length > 1, index + length < end {
                    let isSingle = input[index + 1] == 0x28
                    state = isSingle ? .plain : .double
                    length += 1
                }
                index += length
                continue
            }
            // SI and SO of ISO-2022-KR and -CN; lines begin in ASCII.
            if byte == 0x0E {
                state = .double
            } else if byte == 0x0F || byte == 0x0A {
                state = .plain
                if byte == 0x0A { output.append(byte) }
            } else if case .double = state, byte > 0x20 {
                guard index + 1 < range.upperBound || isLast else { break }
                output.append(0x3F)
                if index + 1 < range.upperBound, input[index + 1] > 0x20 { index += 1 }
            } else {
                output.append(byte)
            }
            index += 1
        }
        return index - range.lowerBound
    }

    private mutating func convertTildes(
        _ input: Span<UInt8>, _ range: Range<Int>, isLast: Bool, into output: inout ByteBuffer
    ) -> Int {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = input[index]
            guard index + 1 < range.upperBound || isLast else { break }
            let next: UInt8 = index + 1 < range.upperBound ? input[index + 1] : 0
            if byte == 0x7E, next == 0x7B || next == 0x7D {
                state = next == 0x7B ? .double : .plain
                index += 2
            } else if byte == 0x7E, next == 0x7E {
                output.append(byte)
                index += 2
            } else if byte == 0x7E, next == 0x0A {
                index += 2
            } else if byte == 0x0A {
                state = .plain
                output.append(byte)
                index += 1
            } else if case .double = state, byte > 0x20 {
                output.append(0x3F)
                index += next > 0x20 ? 2 : 1
            } else {
                output.append(byte)
                index += 1
            }
        }
        return min(index, range.upperBound) - range.lowerBound
    }
}
