/// Takes JSON text (RFC 8259) apart as it comes, in pieces cut anywhere, without recursion and in bounded memory.
///
/// It never fails: what does not belong where it is is passed over, and whatever closes closes the innermost level.
struct JSONLexer {
    /// Levels whose content is given; what is in deeper ones is passed over.
    static let mostLevels = 64

    private enum State {
        case outside
        case string
        case escape

        /// Behind `\u`: digits so far.
        case unicode(count: Int, value: UInt32)
    }

    /// How many objects and arrays are open.
    private(set) var depth = 0

    /// The string that was given last, without escapes, in UTF-8 as far as the text is.
    private(set) var text = ByteBuffer()

    /// Whether that string was longer than what is kept of one.
    private(set) var isCut = false

    private let limit: Int
    private var state = State.outside

    /// A bit for each level: whether it is an object.
    private var objects: UInt64 = 0
    private var isNameNext = false
    private var highSurrogate: UInt32 = 0

    /// - Parameter limit: bytes of a string that are kept.
    init(limit: Int) {
        self.limit = limit
    }

    /// Whether the text so far ends within a string that is a value.
    var isInValue: Bool {
        if case .outside = state { return false }
        return !isNameNext && depth <= Self.mostLevels
    }

    /// Reads on to the next token.
    ///
    /// - Parameter index: where to begin; then behind the token, or the end if there is none.
    /// - Complexity: O(n) in the bytes that are taken.
    mutating func next(_ bytes: Span<UInt8>, _ index: inout Int, _ end: Int) -> JSONToken? {
        while index < end {
            if case .outside = state {
                let byte = bytes[index]
                index += 1
                if let token = outside(byte) { return token }
            } else if inside(bytes, &index, end), depth <= Self.mostLevels {
                if isNameNext {
                    isNameNext = false
                    return .name
                }
                return .string
            }
        }
        return nil
    }

    private var isInObject: Bool {
        depth > 0 && depth <= Self.mostLevels && objects >> UInt64(depth - 1) & 1 == 1
    }

    private mutating func outside(_ byte: UInt8) -> JSONToken? {
        switch byte {
        case 0x22:
            state = .string
            text.removeAll()
            isCut = false
            highSurrogate = 0
        case 0x2C: isNameNext = isInObject
        case 0x3A: isNameNext = false
        case 0x7B, 0x5B:
            depth += 1
            isNameNext = byte == 0x7B
            guard depth <= Self.mostLevels else { return nil }
            let bit: UInt64 = 1 << UInt64(depth - 1)
            objects = byte == 0x7B ? objects | bit : objects & ~bit
            return byte == 0x7B ? .beginObject : .beginArray
        case 0x7D, 0x5D:
            guard depth > 0 else { return nil }
            let isObject = isInObject
            depth -= 1
            isNameNext = false
            guard depth < Self.mostLevels else { return nil }
            return isObject ? .endObject : .endArray
        default: break
        }
        return nil
    }

    /// Reads on in a string.
    ///
    /// - Returns: whether it ended.
    private mutating func inside(_ bytes: Span<UInt8>, _ index: inout Int, _ end: Int) -> Bool {
        switch state {
        case .outside: return true
        case .string:
            let stop = bytes.firstIndex(of: 0x22, or: 0x5C, orHighIn: index..<end)
            append(bytes, index..<stop)
            index = stop
            guard index < end else { return false }
            index += 1
            if bytes[stop] == 0x22 {
                endPair()
                state = .outside
                return true
            }
            if bytes[stop] == 0x5C { state = .escape } else { append(bytes, stop..<stop + 1) }
        case .escape:
            let byte = bytes[index]
            index += 1
            state = .string
            switch byte {
            case 0x62: append(byte: 0x08)
            case 0x66: append(byte: 0x0C)
            case 0x6E: append(byte: 0x0A)
            case 0x72: append(byte: 0x0D)
            case 0x74: append(byte: 0x09)
            case 0x75: state = .unicode(count: 0, value: 0)
            default: append(byte: byte)
            }
        case .unicode(let count, let value):
            // A sign that is none is taken as it is.
            guard let digit = bytes[index].hexValue else {
                state = .string
                return false
            }
            index += 1
            let value = value << 4 | UInt32(digit)
            state = count < 3 ? .unicode(count: count + 1, value: value) : .string
            if count == 3 { append(unit: value) }
        }
        return false
    }

    private mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        guard !range.isEmpty else { return }
        endPair()
        let room = max(0, limit - text.count)
        if range.count > room { isCut = true }
        text.append(bytes, range.lowerBound..<range.lowerBound + min(room, range.count))
    }

    private mutating func append(byte: UInt8) {
        endPair()
        guard text.count < limit else { return isCut = true }
        text.append(byte)
    }

    /// A unit of UTF-16: half a pair alone becomes U+FFFD.
    private mutating func append(unit: UInt32) {
        if unit & 0xFC00 == 0xDC00, highSurrogate != 0 {
            let scalar = 0x10000 + (highSurrogate & 0x3FF) << 10 + unit & 0x3FF
            highSurrogate = 0
            return append(scalar: scalar)
        }
        endPair()
        if unit & 0xFC00 == 0xD800 { highSurrogate = unit } else { append(scalar: unit) }
    }

    private mutating func endPair() {
        guard highSurrogate != 0 else { return }
        highSurrogate = 0
        append(scalar: 0xFFFD)
    }

    private mutating func append(scalar: UInt32) {
        guard text.count + 4 <= limit else { return isCut = true }
        text.append(scalar: scalar)
    }
}
