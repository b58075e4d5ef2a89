/// Six statistics of 40 symbols, each small where the symbols are not random.
///
/// Likelihoods are in 1/16 bit, as the cost under a model less the cost under uniform base64
/// (6 bits a symbol). All is integer arithmetic on tables of 5.6 KiB: the result is the same
/// on every machine, and nothing is allocated. `train.py` has the same functions in numpy.
enum SecretKeyStatistics {
    /// What it costs to change from one model to another within the 40 symbols: 5 bits.
    private static let switchCost: Int32 = 5 * 16

    /// The likelihood ratio of text against chance.
    ///
    /// The best explanation of the symbols by pieces, where each piece is text (each symbol
    /// predicted from the one before), decimal, hexadecimal or base36 of one case:
    ///
    ///     cost[m] = min(cost[m], min(cost) + switchCost) + cost of the symbol under m
    ///
    /// So `objects` + `/` + a digest, or a word with a number, is seen for what it is.
    static func text(_ symbols: SecretKeySymbols) -> Int32 {
        var cost = InlineArray<6, Int32>(repeating: 0)
        var least: Int32 = 0
        for i in 1..<SecretKeySymbols.count {
            let symbol = symbols[i]
            let limit = least + switchCost
            least = min(cost[0], limit) + Int32(SecretKeyTables.text[symbols[i - 1] * 64 + symbol])
            cost[0] = least
            for model in 1..<6 {
                let next = min(cost[model], limit) + Int32(SecretKeyTables.alphabets[(model - 1) * 64 + symbol])
                cost[model] = next
                least = min(least, next)
            }
        }
        return least
    }

    /// The likelihood ratio of base64 of something readable against chance.
    ///
    /// Base64 of text has its own letters at each place of a group of four (of eight for
    /// UTF-16). The candidate may begin at any place, so all rotations are tried.
    static func encoded(_ symbols: SecretKeySymbols) -> Int32 {
        // For each place modulo 8 what its symbols cost in each row of the tables: all rotations are made of these.
        var costs = InlineArray<8, SIMD32<Int16>>(repeating: .zero)
        for i in 0..<SecretKeySymbols.count { costs[i & 7] &+= encodedCosts[symbols[i]] }
        var least = Int32.max
        var firstRow = 0
        for model in 0..<4 {
            let period = model < 3 ? 4 : 8
            for rotation in 0..<period {
                var total: Int32 = 0
                for place in 0..<8 { total += Int32(costs[place][firstRow + (place + rotation) & (period - 1)]) }
                least = min(least, total)
            }
            firstRow += period
        }
        return least
    }

    /// For each symbol its cost in each of the 20 rows of `SecretKeyTables.encoded`.
    private static let encodedCosts: [SIMD32<Int16>] = (0..<64).map { symbol in
        var costs = SIMD32<Int16>.zero
        for row in 0..<20 { costs[row] = Int16(SecretKeyTables.encoded[row * 64 + symbol]) }
        return costs
    }

    /// The likelihood ratio, in bits, of repetition at a fixed distance of 1…20 against chance.
    ///
    /// The model: half of the symbols repeat. A repeated symbol saves 5 bits, another costs 1.
    static func repetition(_ symbols: SecretKeySymbols) -> Int32 {
        // Most symbols have no twin: so each is compared with its twins, and not with all that stand before it.
        var same = InlineArray<40, Int32>(repeating: 0)
        var placesOfSymbol = InlineArray<64, UInt64>(repeating: 0)
        for i in 0..<SecretKeySymbols.count {
            var twins = placesOfSymbol[symbols[i]]
            placesOfSymbol[symbols[i]] = twins | 1 << UInt64(i)
            while twins != 0 {
                same[i - twins.trailingZeroBitCount] += 1
                twins &= twins - 1
            }
        }
        var least = Int32.max
        for lag in 1...20 { least = min(least, Int32(SecretKeySymbols.count - lag) - 6 * same[lag]) }
        return least
    }

    /// 40 times the entropy of the symbols, less its greatest value: −Σ n·log2(n), in 1/16 bit.
    static func entropy(_ symbols: SecretKeySymbols) -> Int32 {
        var counts = InlineArray<64, UInt8>(repeating: 0)
        for i in 0..<SecretKeySymbols.count { counts[symbols[i]] += 1 }
        var total: Int32 = 0
        for symbol in 0..<64 { total -= SecretKeyTables.symbolBits[Int(counts[symbol])] }
        return total
    }

    /// log2 of the probability of just these counts of upper case, lower case, digits, and `+` `/`, in 1/16 bit.
    static func classes(_ symbols: SecretKeySymbols) -> Int32 {
        var counts = InlineArray<4, Int>(repeating: 0)
        for i in 0..<SecretKeySymbols.count { counts[SecretKeySymbols.characterClass(symbols[i])] += 1 }
        var total = SecretKeyTables.factorialBits[SecretKeySymbols.count]
        for i in 0..<4 {
            total -= SecretKeyTables.factorialBits[counts[i]] + Int32(counts[i]) * SecretKeyTables.classBits[i]
        }
        return total
    }

    /// How many of the 39 pairs of neighbours are of different classes.
    static func changes(_ symbols: SecretKeySymbols) -> Int32 {
        var total: Int32 = 0
        for i in 1..<SecretKeySymbols.count
        where SecretKeySymbols.characterClass(symbols[i]) != SecretKeySymbols.characterClass(symbols[i - 1]) {
            total += 1
        }
        return total
    }
}
