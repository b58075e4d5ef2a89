/// Inflates what was decoded from a text (RFC 1951), and knows of each byte where it comes from.
///
/// Of the libraries, none tells which bits a byte was made of, or reads on to where a cut stream ends; and the core has
/// no C library for it. Streams in a text are short, so this need not be fast.
struct DeflateReader {
    enum Ending {
        case complete

        /// The bytes end before the stream does.
        case cut

        /// It is no such stream, or it was damaged.
        case broken

        /// It holds more than was asked for.
        case full
    }

    /// A code of the last table that a block can have.
    private struct Codes {
        let literals: HuffmanCode
        let distances: HuffmanCode
    }

    /// The shortest length, or distance, of each code, and the bits that are added to it (section 3.2.5).
    private static let lengths = bases(from: 3, extras: [0, 0, 0, 0] + quadruples(0...5) + [0], last: 258)
    private static let distances = bases(
        from: 1, extras: [0, 0] + (0...13).flatMap { [$0, $0] }, last: nil)
    private static let lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

    private static func quadruples(_ range: ClosedRange<Int>) -> [Int] {
        range.flatMap { [$0, $0, $0, $0] }
    }

    private static func bases(from first: Int, extras: [Int], last: Int?) -> [(base: Int, extra: Int)] {
        var (base, table) = (first, [(base: Int, extra: Int)]())
        for extra in extras {
            table.append((base, extra))
            base += 1 << extra
        }
        // The longest length has a code of its own.
        if let last { table[table.count - 1] = (last, 0) }
        return table
    }

    private static let fixed: Codes? = {
        let literals: [UInt8] = (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
        guard let literals = HuffmanCode(lengths: literals),
            let distances = HuffmanCode(lengths: [UInt8](repeating: 5, count: 32))
        else { return nil }
        return Codes(literals: literals, distances: distances)
    }()

    private var bits: BitReader

    /// The most bytes that are made.
    private let limit: Int
    private let first: Int

    /// Inflates the stream that begins at `start` of `source` and appends what it holds to `target`.
    ///
    /// - Parameters:
    ///   - target: a layer in `source`.
    ///   - limit: bytes that are made at most.
    /// - Returns: how it ended, and behind which byte of `source`.
    /// - Complexity: O(n) in what comes out.
    static func inflate(
        _ source: [UInt8], from start: Int, limit: Int, into target: inout EncodedLayer
    ) -> (ending: Ending, end: Int) {
        var reader = DeflateReader(bits: BitReader(source, from: start), limit: limit, first: target.bytes.count)
        while true {
            guard let isLast = reader.bits.take(1), let type = reader.bits.take(2) else { return (.cut, source.count) }
            let ending: Ending
            switch type {
            case 0: ending = reader.copyStored(into: &target)
            case 1: ending = Self.fixed.map { reader.inflateBlock($0, into: &target) } ?? .broken
            case 2: ending = reader.inflateDynamic(into: &target)
            default: ending = .broken
            }
            guard ending == .complete, isLast == 0 else { return (ending, (reader.bits.offset + 7) / 8) }
        }
    }

    private mutating func copyStored(into target: inout EncodedLayer) -> Ending {
        bits.alignToByte()
        guard let length = bits.take(16), let complement = bits.take(16) else { return .cut }
        guard length ^ complement == 0xFFFF else { return .broken }
        for _ in 0..<length {
            let start = bits.offset
            guard let byte = bits.take(8) else { return .cut }
            guard append(UInt8(truncatingIfNeeded: byte), since: start, to: &target) else { return .full }
        }
        return .complete
    }

    private mutating func inflateDynamic(into target: inout EncodedLayer) -> Ending {
        guard let literals = bits.take(5), let distances = bits.take(5), let ofLengths = bits.take(4) else {
            return .cut
        }
        guard literals <= 29, distances <= 29 else { return .broken }
        var lengths = [UInt8](repeating: 0, count: Self.lengthOrder.count)
        for place in Self.lengthOrder.prefix(ofLengths + 4) {
            guard let length = bits.take(3) else { return .cut }
            lengths[place] = UInt8(length)
        }
        guard let code = HuffmanCode(lengths: lengths) else { return .broken }
        let count = (literals: literals + 257, all: literals + distances + 258)
        lengths.removeAll()
        while lengths.count < count.all {
            switch code.next(in: &bits) {
            case .cut: return .cut
            case .broken: return .broken
            case .symbol(let symbol) where symbol < 16: lengths.append(UInt8(symbol))
            case .symbol(let symbol):
                let (base, extra) = symbol == 16 ? (3, 2) : symbol == 17 ? (3, 3) : (11, 7)
                guard let more = bits.take(extra) else { return .cut }
                guard symbol != 16 || !lengths.isEmpty, lengths.count + base + more <= count.all else { return .broken }
                let repeated = symbol == 16 ? lengths[lengths.count - 1] : 0
                lengths += [UInt8](repeating: repeated, count: base + more)
            }
        }
        // Without a code for its end a block would have none.
        guard lengths[256] != 0, let own = HuffmanCode(lengths: lengths.prefix(count.literals)),
            let other = HuffmanCode(lengths: lengths.dropFirst(count.literals))
        else { return .broken }
        return inflateBlock(Codes(literals: own, distances: other), into: &target)
    }

    private mutating func inflateBlock(_ codes: Codes, into target: inout EncodedLayer) -> Ending {
        while true {
            let start = bits.offset
            switch codes.literals.next(in: &bits) {
            case .cut: return .cut
            case .broken: return .broken
            case .symbol(256): return .complete
            case .symbol(let literal) where literal < 256:
                guard append(UInt8(literal), since: start, to: &target) else { return .full }
            case .symbol(let symbol):
                let ending = copy(symbol - 257, codes.distances, since: start, into: &target)
                guard ending == .complete else { return ending }
            }
        }
    }

    /// Repeats what was made before.
    private mutating func copy(
        _ lengthCode: Int, _ distances: HuffmanCode, since start: Int, into target: inout EncodedLayer
    ) -> Ending {
        guard lengthCode < Self.lengths.count else { return .broken }
        guard let more = bits.take(Self.lengths[lengthCode].extra) else { return .cut }
        let code: Int
        switch distances.next(in: &bits) {
        case .cut: return .cut
        case .broken: return .broken
        case .symbol(let symbol): code = symbol
        }
        guard code < Self.distances.count else { return .broken }
        guard let further = bits.take(Self.distances[code].extra) else { return .cut }
        let distance = Self.distances[code].base + further
        guard distance <= target.bytes.count - first else { return .broken }
        for _ in 0..<Self.lengths[lengthCode].base + more {
            let byte = target.bytes[target.bytes.count - distance]
            guard append(byte, since: start, to: &target) else { return .full }
        }
        return .complete
    }

    /// - Returns: `false` if there is no room.
    private func append(_ byte: UInt8, since start: Int, to target: inout EncodedLayer) -> Bool {
        guard target.bytes.count - first < limit else { return false }
        target.append(byte, from: start / 8..<max(start / 8 + 1, (bits.offset + 7) / 8))
        return true
    }
}
