/// Turns UTF-16 into UTF-8, piece by piece. What is no character becomes U+FFFD.
struct WideTextDecoder {
    private let isBigEndian: Bool

    /// The first byte of a unit that was cut.
    private var half: UInt8?

    /// The first unit of a pair that was cut.
    private var lead: UInt32?

    init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

    /// Appends what more bytes of the text are in UTF-8.
    mutating func decode(_ bytes: Span<UInt8>, into text: inout [UInt8]) {
        for index in bytes.indices {
            guard let first = half else {
                half = bytes[index]
                continue
            }
            half = nil
            let (high, low) = isBigEndian ? (first, bytes[index]) : (bytes[index], first)
            add(UInt32(high) << 8 | UInt32(low), to: &text)
        }
    }

    /// Appends what stands for an end that was cut.
    mutating func finish(into text: inout [UInt8]) {
        if half != nil || lead != nil { Self.append(0xFFFD, to: &text) }
        (half, lead) = (nil, nil)
    }

    private mutating func add(_ unit: UInt32, to text: inout [UInt8]) {
        if let lead {
            self.lead = nil
            if (0xDC00..<0xE000).contains(unit) {
                return Self.append(0x10000 + (lead - 0xD800) << 10 + (unit - 0xDC00), to: &text)
            }
            Self.append(0xFFFD, to: &text)
        }
        switch unit {
        case 0xD800..<0xDC00: lead = unit
        case 0xDC00..<0xE000: Self.append(0xFFFD, to: &text)
        default: Self.append(unit, to: &text)
        }
    }

    private static func append(_ value: UInt32, to text: inout [UInt8]) {
        guard let scalar = Unicode.Scalar(value) else { return }
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
}
