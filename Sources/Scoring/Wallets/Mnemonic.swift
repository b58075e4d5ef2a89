import Checksums
import Crypto

/// A phrase of English words of BIP-39's list from which a wallet is made.
struct Mnemonic: Hashable {
    /// What makes the phrase one, and no row of words.
    enum Scheme: String {
        case bip39 = "BIP-39"
        /// lightningnetwork/lnd `aezeed/README.md`: 33 bytes, version 0 in front, CRC-32C of the rest at the end.
        case aezeed
        /// Electrum, "Electrum Seed Version System": the first digits of HMAC-SHA512 say the version.
        case electrum = "Electrum"
        /// toncenter/tonweb-mnemonic: a byte of PBKDF2 is zero.
        case ton = "TON"
    }

    let words: [[UInt8]]
    let scheme: Scheme

    /// The entropy that the words encode, where the scheme says how.
    let entropy: [UInt8]

    /// The phrase as it is used: one blank between words.
    var text: [UInt8] { Array(words.joined(separator: [UInt8(ascii: " ")])) }

    /// The phrase in `text`: the longest row of neighbouring words of the list, whatever stands between them. If it
    /// has too many words, since a word of prose stands beside it, then its first or its last ones.
    ///
    /// `nil` if no scheme takes it. Of rows of twelve random words one in sixteen is taken, of longer ones fewer.
    init?(_ text: [UInt8]) {
        guard let row = Self.longestRow(in: text),
            let count = BIP39.wordCounts.filter({ $0 <= row.words.count }).max()
        else { return nil }
        let (first, last) = (0..<count, row.words.count - count..<row.words.count)
        for part in first == last ? [first] : [first, last] {
            if let phrase = Mnemonic(words: Array(row.words[part]), indexes: Array(row.indexes[part])) {
                self = phrase
                return
            }
        }
        return nil
    }

    private init?(words: [[UInt8]], indexes: [Int]) {
        self.words = words
        let phrase = Array(words.joined(separator: [UInt8(ascii: " ")]))
        if let entropy = BIP39.entropy(of: indexes) {
            (scheme, self.entropy) = (.bip39, entropy)
        } else if let bytes = Self.aezeed(indexes) {
            (scheme, entropy) = (.aezeed, bytes)
        } else if words.count == 12 || words.count == 24, Self.isElectrum(phrase) {
            (scheme, entropy) = (.electrum, [])
        } else if words.count == 24, Self.isTON(phrase) {
            (scheme, entropy) = (.ton, [])
        } else {
            return nil
        }
    }

    private static func longestRow(in text: [UInt8]) -> (words: [[UInt8]], indexes: [Int])? {
        var (best, row): ((words: [[UInt8]], indexes: [Int]), (words: [[UInt8]], indexes: [Int])) = (([], []), ([], []))
        for part in text.split(whereSeparator: { !$0.isLetter }) {
            let word = part.map { $0 | 0x20 }
            if let index = BIP39.index(of: word.span) {
                row.words.append(word)
                row.indexes.append(index)
            } else {
                row = ([], [])
            }
            if row.words.count > best.words.count { best = row }
        }
        return best.words.isEmpty ? nil : best
    }

    private static func aezeed(_ indexes: [Int]) -> [UInt8]? {
        guard indexes.count == 24 else { return nil }
        var bytes: [UInt8] = []
        var (bits, count) = (0, 0)
        for index in indexes {
            (bits, count) = (bits << 11 | index, count + 11)
            while count >= 8 {
                count -= 8
                bytes.append(UInt8(bits >> count))
                bits &= (1 << count) - 1
            }
        }
        let body = Array(bytes.dropLast(4))
        let check = bytes.suffix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return bytes[0] == 0 && CRC32C.checksum(of: body.span) == check ? body : nil
    }

    private static func isElectrum(_ phrase: [UInt8]) -> Bool {
        let code = hmac(key: Array("Seed version".utf8), phrase)
        // 01: standard; 100: segwit; 101 and 102: with two factors.
        return code[0] == 0x01 || code[0] == 0x10 && code[1] >> 4 <= 2
    }

    /// PBKDF2 (RFC 8018, section 5.2) with HMAC-SHA512, 390 rounds; the password is HMAC-SHA512 of nothing under the
    /// phrase.
    private static func isTON(_ phrase: [UInt8]) -> Bool {
        let rounds = 390
        let password = hmac(key: phrase, [])
        var block = hmac(key: password, Array("TON seed version".utf8) + [0, 0, 0, 1])
        var first = block[0]
        for _ in 1..<rounds {
            block = hmac(key: password, block)
            first ^= block[0]
        }
        return first == 0
    }

    private static func hmac(key: [UInt8], _ text: [UInt8]) -> [UInt8] {
        Array(HMAC<SHA512>.authenticationCode(for: text, using: SymmetricKey(data: key)))
    }
}
