/// A number in 58 digits, those without 0, O, I and l; each zero byte in front is a zero digit.
///
/// The digits come in two orders: Bitcoin's (draft-msporny-base58) and the XRP Ledger's.
public struct Base58: Sendable {
    public static let bitcoin = Base58("123456789" + "ABCDEFGHJKLMNPQRSTUVWXYZ" + "abcdefghijkmnopqrstuvwxyz")
    public static let ripple = Base58("rpshnaf39wBUDNEGHJKLM4PQRST" + "7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz")

    private let digits: [UInt8]

    /// By byte; 255 for bytes that are no digit.
    private let values: [UInt8]

    private init(_ alphabet: String) {
        digits = Array(alphabet.utf8)
        var values = [UInt8](repeating: 255, count: 256)
        for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
        self.values = values
    }

    /// The bytes that `text` stands for; `nil` if a character is no digit.
    ///
    /// - Complexity: O(*n*²): for keys, not for files.
    public func decode(_ text: Span<UInt8>) -> [UInt8]? {
        var zeros = 0
        // Lowest byte first.
        var number: [UInt8] = []
        number.reserveCapacity(text.count)
        for index in text.indices {
            let value = values[Int(text[index])]
            guard value < 58 else { return nil }
            if value == 0, number.isEmpty {
                zeros += 1
                continue
            }
            var carry = Int(value)
            for place in number.indices {
                carry += Int(number[place]) * 58
                number[place] = UInt8(carry & 255)
                carry >>= 8
            }
            if carry > 0 { number.append(UInt8(carry)) }
        }
        return [UInt8](repeating: 0, count: zeros) + number.reversed()
    }

    /// - Complexity: O(*n*²).
    public func encode(_ bytes: [UInt8]) -> [UInt8] {
        var zeros = 0
        // Lowest digit first.
        var number: [UInt8] = []
        for byte in bytes {
            if byte == 0, number.isEmpty {
                zeros += 1
                continue
            }
            var carry = Int(byte)
            for place in number.indices {
                carry += Int(number[place]) << 8
                number[place] = UInt8(carry % 58)
                carry /= 58
            }
            while carry > 0 {
                number.append(UInt8(carry % 58))
                carry /= 58
            }
        }
        return ([UInt8](repeating: 0, count: zeros) + number.reversed()).map { digits[Int($0)] }
    }
}
