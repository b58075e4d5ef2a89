// What is cheap to write down is cheap to guess. The estimate is the least of three prices, in bits:
//
//     alphabet: length × log2(size of the classes of characters that are used)
//     entropy:  length × Shannon entropy of the characters, so a text of n bytes has no more than n × log2(n)
//     pieces:   the text from left to right, each piece the dearest of what follows it applies to
//         a run of neighbours, as in `aaa`, `789`, `cba`, `asdf`:   6 bits, and 1 for each character
//         what stood there before, three bytes and more:            6 bits
//         a word, four letters and more:                            1.5 bits for each letter
//         a joint that stood there before, such as `-`:             2 bits
//         any other character:                                      by its class
//
// and of the same for the text that it is the base64 or the hexadecimal digits of.

import Checksums
import FoundationEssentials
import Rules

/// How many guesses a secret may withstand. It errs on the low side: of texts of letters and digits made at random, 94
/// % count as weak with 16 characters, 9 % with 20, and fewer than 1 % with 24.
///
/// The estimate decides how a fingerprint is made, and so it is a part of the baseline's format: change it only
/// together with `BaselineHeader.version`.
enum SecretStrength {
    /// Below so many bits a secret is weak.
    static let weak = 64.0

    /// Below so many bits a secret is looked up as a weak one too. A rule may have learnt since how much of the secret
    /// is the provider's prefix, which does not count.
    static let doubtful = 80.0

    /// More bytes are not looked at: they can only add to the strength.
    private static let longest = 256

    /// The estimate, in bits.
    ///
    /// - Complexity: O(n²), n being no more than 256.
    static func bits(of secret: ArraySlice<UInt8>) -> Double {
        let text = Array(secret.prefix(longest))
        guard !text.isEmpty else { return 0 }
        let own = min(alphabetBits(text), entropyBits(text), PieceStrength.bits(of: text))
        // It ends: what is decoded is shorter.
        return decoded(text).map { min(own, bits(of: $0[...])) } ?? own
    }

    private static func alphabetBits(_ text: [UInt8]) -> Double {
        let sizes = Set(text.map(CharacterClass.init)).map(\.size)
        return Double(text.count) * ByteEntropy.binaryLogarithm(Double(sizes.reduce(0, +)))
    }

    private static func entropyBits(_ text: [UInt8]) -> Double {
        var entropy = ByteEntropy()
        return Double(text.count) * entropy.bitsPerByte(of: text.span)
    }

    /// What the text is an encoding of, if that is a text itself: bytes made at random never are.
    private static func decoded(_ text: [UInt8]) -> [UInt8]? {
        let digits = Hexadecimal.bytes(text)
        return [digits, base64Decoded(text)].compactMap(\.self).first { bytes in
            !bytes.isEmpty && bytes.allSatisfy { (0x20..<0x7F).contains($0) || (0x09...0x0D).contains($0) }
        }
    }

    private static func base64Decoded(_ text: [UInt8]) -> [UInt8]? {
        var digits = text.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "+") : $0 }
        digits = digits.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "/") : $0 }
        while !digits.count.isMultiple(of: 4) { digits.append(UInt8(ascii: "=")) }
        return Data(base64Encoded: Data(digits)).map { Array($0) }
    }
}
