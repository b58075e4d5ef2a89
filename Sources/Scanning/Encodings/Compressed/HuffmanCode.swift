/// A canonical Huffman code, as its lengths give it (RFC 1951, section 3.2.2).
struct HuffmanCode {
    /// The longest code, in bits.
    private static let longest = 15

    enum Symbol {
        case symbol(Int)

        /// The bytes end inside the code.
        case cut

        /// No symbol has this code.
        case broken
    }

    /// For each length how many codes have it, which is the first one, and where its symbol stands in `symbols`.
    private var counts = [Int](repeating: 0, count: longest + 1)
    private var firstCodes = [Int](repeating: 0, count: longest + 1)
    private var firstSymbols = [Int](repeating: 0, count: longest + 1)

    /// All symbols that have a code, in the order of their codes.
    private var symbols: [Int] = []

    /// - Parameter lengths: for each symbol how many bits its code has, 15 at most; 0 if it has none.
    /// - Returns: `nil` if no code has such lengths: there are too many of them, or codes are left over, unless there
    ///   is but one symbol.
    init?(lengths: some Collection<UInt8>) {
        for length in lengths where length > 0 { counts[Int(length)] += 1 }
        var (code, free, used) = (0, 1, 0)
        for length in 1...Self.longest {
            code = (code + counts[length - 1]) << 1
            free = 2 * free - counts[length]
            guard free >= 0 else { return nil }
            firstCodes[length] = code
            firstSymbols[length] = used
            used += counts[length]
        }
        guard free == 0 || used <= 1 else { return nil }
        var next = firstSymbols
        symbols = Array(repeating: 0, count: used)
        for (symbol, length) in lengths.enumerated() where length > 0 {
            symbols[next[Int(length)]] = symbol
            next[Int(length)] += 1
        }
    }

    /// The symbol that comes next.
    func next(in bits: inout BitReader) -> Symbol {
        var code = 0
        for length in 1...Self.longest {
            guard let bit = bits.take(1) else { return .cut }
            code = code << 1 | bit
            let rank = code - firstCodes[length]
            if rank >= 0, rank < counts[length] { return .symbol(symbols[firstSymbols[length] + rank]) }
        }
        return .broken
    }
}
