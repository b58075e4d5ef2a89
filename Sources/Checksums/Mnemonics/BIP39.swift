import Crypto

/// Phrases of English words that stand for a wallet's entropy: BIP-39.
///
/// Each word is eleven bits. The last bits of all, one for each 32 bits of entropy, begin the SHA-256 of the entropy.
public enum BIP39 {
    public static let wordCounts: Set<Int> = [12, 15, 18, 21, 24]

    /// Where `word` stands in the list of words, from 0 to 2,047; `nil` if it is not in it. Lower case.
    public static func index(of word: Span<UInt8>) -> Int? {
        EnglishWords.index(of: word)
    }

    /// The entropy behind the words at `indexes`; `nil` if their number or their check is wrong.
    public static func entropy(of indexes: [Int]) -> [UInt8]? {
        guard wordCounts.contains(indexes.count) else { return nil }
        let (bytes, check) = packed(indexes)
        return check == self.check(of: bytes) ? bytes : nil
    }

    /// The words for `entropy`; `nil` unless it has 16, 20, 24, 28 or 32 bytes.
    public static func words(for entropy: [UInt8]) -> [[UInt8]]? {
        guard wordCounts.contains(entropy.count * 3 / 4), entropy.count.isMultiple(of: 4) else { return nil }
        let check = UInt32(self.check(of: entropy))
        var words: [[UInt8]] = []
        var (bits, count) = (UInt32(0), 0)
        for byte in entropy {
            (bits, count) = (bits << 8 | UInt32(byte), count + 8)
            if count >= 11 {
                count -= 11
                words.append(EnglishWords.word(at: Int(bits >> UInt32(count))))
                bits &= (1 << UInt32(count)) - 1
            }
        }
        words.append(EnglishWords.word(at: Int(bits << UInt32(entropy.count / 4) | check)))
        return words
    }

    /// The bits of `indexes`: whole bytes of entropy, and the check behind them.
    private static func packed(_ indexes: [Int]) -> (bytes: [UInt8], check: UInt8) {
        var bytes: [UInt8] = []
        var (bits, count) = (0, 0)
        for index in indexes {
            (bits, count) = (bits << 11 | index, count + 11)
            while count >= 8, bytes.count < indexes.count * 4 / 3 {
                count -= 8
                bytes.append(UInt8(bits >> count))
                bits &= (1 << count) - 1
            }
        }
        return (bytes, UInt8(bits))
    }

    private static func check(of entropy: [UInt8]) -> UInt8 {
        Array(SHA256.hash(data: entropy))[0] >> UInt8(8 - entropy.count / 4)
    }
}
