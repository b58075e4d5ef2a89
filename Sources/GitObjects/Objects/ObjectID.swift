/// The name of an object: 20 bytes (SHA-1) or 32 (SHA-256). Ordered by its bytes.
public struct ObjectID: Hashable, Sendable {
    public let format: ObjectFormat

    // Big-endian, so that words compare as bytes do. A short name ends in zeros.
    private let first: UInt64
    private let second: UInt64
    private let third: UInt64
    private let fourth: UInt64

    /// - Parameter bytes: as many as the format's names have.
    public init(_ bytes: Span<UInt8>, format: ObjectFormat) {
        precondition(bytes.count == format.idLength, "an object's name has another length")
        self.format = format
        first = Self.word(bytes, at: 0)
        second = Self.word(bytes, at: 8)
        third = Self.word(bytes, at: 16)
        fourth = Self.word(bytes, at: 24)
    }

    /// The name that 40 or 64 hexadecimal digits spell; `nil` for anything else.
    public init?(hex: Span<UInt8>) {
        guard let format = ObjectFormat.allCases.first(where: { $0.idLength * 2 == hex.count }) else { return nil }
        self.init(digitsOf: hex, from: 0, format: format)
    }

    /// The bytes of the name.
    public var bytes: [UInt8] {
        var all: [UInt8] = []
        all.reserveCapacity(32)
        for word in [first, second, third, fourth] {
            for shift in stride(from: 56, through: 0, by: -8) { all.append(UInt8(truncatingIfNeeded: word >> shift)) }
        }
        return Array(all.prefix(format.idLength))
    }

    /// Lower-case hexadecimal digits.
    public var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xF)]] }
        return String(decoding: text, as: UTF8.self)
    }

    /// Whether it is all zeros: what hooks and reflogs write for "none".
    public var isNull: Bool { first == 0 && second == 0 && third == 0 && fourth == 0 }

    public static func null(_ format: ObjectFormat) -> ObjectID {
        ObjectID([UInt8](repeating: 0, count: format.idLength).span, format: format)
    }

    /// Some bits of the name.
    public var shortHash: Int { Int(truncatingIfNeeded: first ^ first >> 32) & Int.max }

    public func hash(into hasher: inout Hasher) {
        // Names are hashes already.
        hasher.combine(first)
    }

    private static func word(_ bytes: Span<UInt8>, at start: Int) -> UInt64 {
        let missing = start + 8 - bytes.count
        if missing <= 0 { return bytes.word(at: start).byteSwapped }
        // The last eight bytes, without those that the word before has.
        return missing >= 8 ? 0 : bytes.word(at: bytes.count - 8).byteSwapped << UInt64(8 * missing)
    }
}

extension ObjectID: Comparable {
    public static func < (left: ObjectID, right: ObjectID) -> Bool {
        (left.first, left.second, left.third, left.fourth) < (right.first, right.second, right.third, right.fourth)
    }
}

extension ObjectID: CustomStringConvertible {
    public var description: String { hexadecimal }
}
