import Rules

/// What the bytes of a value are, counted in one walk over its first 256.
struct ValueStatistics {
    static let seen = 256

    private(set) var length = 0
    private(set) var lower = 0
    private(set) var upper = 0
    private(set) var digits = 0
    private(set) var blanks = 0
    private(set) var foreign = 0
    private(set) var marks = 0

    /// Bits a byte, and how many different bytes there are.
    private(set) var entropy: Float = 0
    private(set) var distinct = 0

    private(set) var longestRepeat = 1
    private(set) var steps = 0
    private(set) var kindChanges = 0
    private(set) var digitChanges = 0
    private(set) var camelHumps = 0
    private(set) var longestWord = 0
    private(set) var vowels = 0

    /// What text costs against chance, in bits, over neighbours in the base64 alphabet: negative for words.
    private(set) var textCost: Float = 0
    private(set) var lowerTextCost: Float = 0
    private(set) var pairs = 0

    /// How often each byte occurs, for those below 0x80.
    private(set) var counts = InlineArray<128, UInt8>(repeating: 0)

    init(_ text: Span<UInt8>, _ value: Range<Int>) {
        length = min(Self.seen, value.count)
        var (word, equal) = (0, 1)
        var previous: UInt8 = 0
        var (cost, lowerCost) = (0, 0)
        for position in value.prefix(Self.seen) {
            let byte = text[position]
            count(byte)
            word = byte.isLetter ? word + 1 : 0
            longestWord = max(longestWord, word)
            if position > value.lowerBound {
                equal = byte == previous ? equal + 1 : 1
                longestRepeat = max(longestRepeat, equal)
                steps += byte == previous &+ 1 ? 1 : 0
                kindChanges += Self.kind(byte) != Self.kind(previous) ? 1 : 0
                digitChanges += byte.isDigit != previous.isDigit ? 1 : 0
                camelHumps += previous.isLower && byte.isUpper ? 1 : 0
                if let pair = Self.cost(previous, byte), let lowerPair = Self.cost(previous.lowercased, byte.lowercased)
                {
                    (cost, lowerCost, pairs) = (cost + pair, lowerCost + lowerPair, pairs + 1)
                }
            }
            previous = byte
        }
        (textCost, lowerTextCost) = (Float(cost) / 16, Float(lowerCost) / 16)
        measureEntropy()
    }

    private mutating func count(_ byte: UInt8) {
        switch Self.kind(byte) {
        case 0: lower += 1
        case 1: upper += 1
        case 2: digits += 1
        default:
            if byte.isBlank { blanks += 1 } else if byte >= 0x80 { foreign += 1 } else { marks += 1 }
        }
        counts[Int(byte & 0x7F)] &+= counts[Int(byte & 0x7F)] == .max ? 0 : 1
        switch byte.lowercased {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): vowels += 1
        default: break
        }
    }

    private mutating func measureEntropy() {
        guard length > 0 else { return }
        var sum: Float = 0
        for byte in counts.indices where counts[byte] > 0 {
            distinct += 1
            sum += Self.weighted[Int(counts[byte])]
        }
        entropy = (Self.weighted[length] - sum) / Float(length)
    }

    /// n · log2 n.
    private static let weighted: [Float] = (0...seen).map { count in
        count == 0 ? 0 : Float(Double(count) * ByteEntropy.binaryLogarithm(Double(count)))
    }

    /// 0 lower case, 1 upper case, 2 digit, 3 anything else.
    static func kind(_ byte: UInt8) -> Int { byte.isLower ? 0 : byte.isUpper ? 1 : byte.isDigit ? 2 : 3 }

    private static func cost(_ first: UInt8, _ second: UInt8) -> Int? {
        let (row, column) = (SecretKeySymbols.value(first), SecretKeySymbols.value(second))
        guard row < 64, column < 64 else { return nil }
        return Int(SecretKeyTables.text[Int(row) * 64 + Int(column)])
    }
}
