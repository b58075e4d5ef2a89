/// Decodes quoted-printable (RFC 2045, section 6.7).
///
/// Soft line breaks may be LF, CRLF or CR, with blanks in front of them; digits may be of any case. A `=` that is
/// followed by anything else stays as it is.
struct QuotedPrintableDecoder {
    private enum State {
        case text
        case equals

        /// Blanks behind `=`, so many.
        case blanks(Int)

        /// CR behind `=`: an LF may belong to it.
        case carriageReturn
        case digit(UInt8)
    }

    private var state = State.text

    /// How often a `=` was none of the encoding's.
    private(set) var foreignCount = 0

    /// Complexity: O(n); runs without `=` are copied at once.
    mutating func decode(_ input: Span<UInt8>, _ range: Range<Int>, into output: inout ByteBuffer) {
        output.reserve(range.count + 16)
        var index = range.lowerBound
        while index < range.upperBound {
            if case .text = state {
                let next = input.firstIndex(of: 0x3D, in: index..<range.upperBound)
                output.append(input, index..<next)
                index = next
                guard index < range.upperBound else { return }
                if index + 2 < range.upperBound, let high = input[index + 1].hexValue,
                    let low = input[index + 2].hexValue
                {
                    output.append(high << 4 | low)
                    index += 3
                } else {
                    state = .equals
                    index += 1
                }
                continue
            }
            index += step(input[index], into: &output)
        }
    }

    /// - Returns: how many bytes were taken: 0 or 1.
    private mutating func step(_ byte: UInt8, into output: inout ByteBuffer) -> Int {
        switch state {
        case .text: return 0
        case .equals:
            if byte.hexValue != nil {
                state = .digit(byte)
            } else if byte == 0x0A {
                state = .text
            } else if byte == 0x0D {
                state = .carriageReturn
            } else if byte.isBlank {
                state = .blanks(1)
            } else {
                return giveUp(into: &output)
            }
        case .blanks(let count):
            if byte.isBlank {
                state = .blanks(count + 1)
            } else if byte == 0x0A {
                state = .text
            } else if byte == 0x0D {
                state = .carriageReturn
            } else {
                return giveUp(into: &output)
            }
        case .carriageReturn:
            state = .text
            return byte == 0x0A ? 1 : 0
        case .digit(let first):
            guard let high = first.hexValue, let low = byte.hexValue else { return giveUp(into: &output) }
            output.append(high << 4 | low)
            state = .text
        }
        return 1
    }

    /// Gives what turned out to be no encoding.
    private mutating func giveUp(into output: inout ByteBuffer) -> Int {
        foreignCount += 1
        output.append(0x3D)
        if case .digit(let byte) = state { output.append(byte) }
        if case .blanks(let count) = state {
            // A megabyte of blanks says no more than a few.
            for _ in 0..<min(count, 1024) { output.append(0x20) }
        }
        state = .text
        return 0
    }

    mutating func finish(into output: inout ByteBuffer) {
        switch state {
        case .equals, .blanks, .text, .carriageReturn: break
        case .digit: _ = giveUp(into: &output)
        }
        state = .text
    }
}
