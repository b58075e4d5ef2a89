/// The digits of an encoded text, four or six bits each, taken out of what stands between them.
///
/// Bytes may begin with any digit: a **phase** says with which.
struct EncodedSymbols {
    /// Bytes from one sample to the next. They are even in number, so that UTF-16 is in the same order in all.
    private static let sampleDistance = 510

    private let bits: Int
    private var digits: [UInt8] = []

    /// Where each digit stands in its text.
    private var places: [Int32] = []

    /// Whether it is base64url: it has one of the digits that base64 does not have.
    private(set) var isURL = false

    init(base64 pieces: [Range<Int>], of text: Span<UInt8>) {
        bits = 6
        for piece in pieces {
            for position in piece {
                guard let digit = Self.base64Digit(text[position]) else { continue }
                isURL = isURL || text[position] == UInt8(ascii: "-") || text[position] == UInt8(ascii: "_")
                digits.append(digit)
                places.append(Int32(truncatingIfNeeded: position))
            }
        }
    }

    init(hexadecimal pieces: [Range<Int>], of text: Span<UInt8>) {
        bits = 4
        for piece in pieces {
            for position in piece {
                guard let digit = Self.hexadecimalDigit(text[position]) else { continue }
                digits.append(digit)
                places.append(Int32(truncatingIfNeeded: position))
            }
        }
    }

    /// How many phases there are.
    var phases: Int { bits == 6 ? 4 : 2 }

    /// What the bytes of a phase look like, by samples at the start, at the end, every so often, and at a place.
    ///
    /// - Parameter place: an offset in the text.
    func kindOfText(phase: Int, near place: Int) -> TextSample.Kind? {
        let count = byteCount(phase: phase)
        var starts = Array(stride(from: 0, to: count, by: Self.sampleDistance))
        let digit = places.partitioningIndex { $0 >= place }
        for start in [max(0, digit - phase) * bits / 8 & ~1, max(0, count - TextSample.size) & ~1]
        where !starts.contains(start) {
            starts.append(start)
        }
        for start in starts {
            let sample = (start..<min(start + TextSample.size, count)).map { byte($0, phase: phase) }
            if let kind = TextSample.kind(of: sample) { return kind }
        }
        return nil
    }

    /// The bytes of a phase.
    func decode(phase: Int, into layer: inout EncodedLayer) {
        for index in 0..<byteCount(phase: phase) {
            let (first, last) = ends(of: index, phase: phase)
            layer.append(byte(index, phase: phase), from: Int(places[first])..<Int(places[last]) + 1)
        }
    }

    func byteCount(phase: Int) -> Int { max(0, digits.count - phase) * bits / 8 }

    /// The first and the last digit of a byte.
    private func ends(of index: Int, phase: Int) -> (first: Int, last: Int) {
        (phase + 8 * index / bits, phase + (8 * index + 7) / bits)
    }

    private func byte(_ index: Int, phase: Int) -> UInt8 {
        let first = phase + 8 * index / bits
        let word = UInt32(digits[first]) << UInt32(bits) | UInt32(digits[first + 1])
        // Two digits of four bits are a byte; of two of six bits, up to four stand in front of it.
        return UInt8(truncatingIfNeeded: bits == 4 ? word : word >> UInt32(4 - 8 * index % 6))
    }

    /// Of base64 and base64url alike; `nil` for every other byte.
    static func base64Digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }

    /// The three bytes that four digits stand for; `nil` if one is none.
    static func base64Head(_ text: Span<UInt8>, _ digits: Range<Int>) -> (UInt8, UInt8, UInt8)? {
        guard digits.count == 4 else { return nil }
        var word: UInt32 = 0
        for position in digits {
            guard let digit = base64Digit(text[position]) else { return nil }
            word = word << 6 | UInt32(digit)
        }
        return bytes(of: word)
    }

    /// The three bytes that six digits stand for; `nil` if one is none.
    static func hexadecimalHead(_ text: Span<UInt8>, _ digits: Range<Int>) -> (UInt8, UInt8, UInt8)? {
        guard digits.count == 6 else { return nil }
        var word: UInt32 = 0
        for position in digits {
            guard let digit = hexadecimalDigit(text[position]) else { return nil }
            word = word << 4 | UInt32(digit)
        }
        return bytes(of: word)
    }

    private static func bytes(of word: UInt32) -> (UInt8, UInt8, UInt8) {
        (
            UInt8(truncatingIfNeeded: word >> 16), UInt8(truncatingIfNeeded: word >> 8),
            UInt8(truncatingIfNeeded: word)
        )
    }

    static func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
