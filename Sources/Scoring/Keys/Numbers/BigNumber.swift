/// A number without sign, of any length: what checking a key takes, and no more.
///
/// Not in constant time: it reads keys that lie open already.
struct BigNumber: Hashable {
    /// Digits of 32 bits, lowest first, without leading zeros.
    private(set) var digits: [UInt32]

    static let zero = BigNumber(digits: [])
    static let one = BigNumber(digits: [1])

    /// - Parameter bytes: big-endian, leading zeros allowed.
    init(_ bytes: some BidirectionalCollection<UInt8>) {
        var digits: [UInt32] = []
        digits.reserveCapacity(bytes.count / 4 + 1)
        var shift: UInt32 = 32
        for byte in bytes.reversed() {
            if shift == 32 {
                digits.append(0)
                shift = 0
            }
            digits[digits.count - 1] |= UInt32(byte) << shift
            shift += 8
        }
        self.init(digits: digits)
    }

    private init(digits: [UInt32]) {
        var digits = digits
        while digits.last == 0 { digits.removeLast() }
        self.digits = digits
    }

    var isZero: Bool { digits.isEmpty }
    var isOdd: Bool { digits.first.map { $0 & 1 == 1 } ?? false }

    /// The position of the highest bit that is set, from 1; 0 for zero.
    var bitCount: Int {
        digits.count * 32 - (digits.last?.leadingZeroBitCount ?? 0)
    }

    /// Big-endian, without leading zeros.
    var bytes: [UInt8] {
        Array(
            digits.reversed().flatMap { digit in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: digit >> $0) } }
                .drop { $0 == 0 })
    }

    func bit(_ position: Int) -> Bool {
        position >> 5 < digits.count && digits[position >> 5] >> UInt32(position & 31) & 1 == 1
    }

    /// The number less one.
    ///
    /// - Precondition: it is not zero.
    var predecessor: BigNumber {
        precondition(!isZero, "zero has no predecessor")
        var result = digits
        for index in result.indices {
            result[index] &-= 1
            if result[index] != .max { break }
        }
        return BigNumber(digits: result)
    }

    /// Complexity: the product of both lengths.
    static func * (left: BigNumber, right: BigNumber) -> BigNumber {
        var result = [UInt32](repeating: 0, count: left.digits.count + right.digits.count)
        for (place, digit) in left.digits.enumerated() {
            var carry: UInt64 = 0
            for (offset, other) in right.digits.enumerated() {
                carry += UInt64(digit) * UInt64(other) + UInt64(result[place + offset])
                result[place + offset] = UInt32(truncatingIfNeeded: carry)
                carry >>= 32
            }
            result[place + right.digits.count] = UInt32(truncatingIfNeeded: carry)
        }
        return BigNumber(digits: result)
    }

    /// What division leaves: Knuth, The Art of Computer Programming, volume 2, section 4.3.1, algorithm D.
    ///
    /// - Precondition: `modulus` is not zero.
    /// - Complexity: the product of the lengths of modulus and quotient.
    func remainder(_ modulus: BigNumber) -> BigNumber {
        precondition(!modulus.isZero, "division by zero")
        guard self >= modulus else { return self }
        // Shifted until the modulus has its highest bit, so that a guessed digit is at most two too large.
        let shift = UInt32(modulus.digits.last?.leadingZeroBitCount ?? 0)
        let divisor = Self.shiftedLeft(modulus.digits, shift)
        var rest = Self.shiftedLeft(digits, shift)
        if rest.count == digits.count { rest.append(0) }
        for place in stride(from: rest.count - divisor.count - 1, through: 0, by: -1) {
            Self.reduce(&rest, at: place, by: divisor)
        }
        return BigNumber(digits: Self.shiftedRight(Array(rest.prefix(divisor.count)), shift))
    }

    /// The power modulo `modulus`, bit by bit.
    ///
    /// Complexity: twice the bits of the exponent, times the square of the modulus's length.
    func power(_ exponent: BigNumber, modulo modulus: BigNumber) -> BigNumber {
        var result = BigNumber.one.remainder(modulus)
        let base = remainder(modulus)
        for position in stride(from: exponent.bitCount - 1, through: 0, by: -1) {
            result = (result * result).remainder(modulus)
            if exponent.bit(position) { result = (result * base).remainder(modulus) }
        }
        return result
    }
}

extension BigNumber: Comparable {
    static func < (left: BigNumber, right: BigNumber) -> Bool {
        guard left.digits.count == right.digits.count else { return left.digits.count < right.digits.count }
        return left.digits.reversed().lexicographicallyPrecedes(right.digits.reversed())
    }
}

extension BigNumber {
    /// Takes `divisor`, moved up by `place` digits, off `rest` as often as it goes.
    private static func reduce(_ rest: inout [UInt32], at place: Int, by divisor: [UInt32]) {
        let length = divisor.count
        let top = UInt64(divisor[length - 1])
        let dividend = UInt64(rest[place + length]) << 32 | UInt64(rest[place + length - 1])
        var (guess, left) = dividend.quotientAndRemainder(dividingBy: top)
        let second = length > 1 ? UInt64(divisor[length - 2]) : 0
        let next = length > 1 ? UInt64(rest[place + length - 2]) : 0
        while guess > UInt64(UInt32.max) || guess * second > left << 32 | next {
            guess -= 1
            left += top
            if left > UInt64(UInt32.max) { break }
        }
        var carry: UInt64 = 0
        var borrow: Int64 = 0
        for (offset, digit) in divisor.enumerated() {
            carry += guess * UInt64(digit)
            let difference = Int64(rest[place + offset]) - borrow - Int64(carry & 0xFFFF_FFFF)
            rest[place + offset] = UInt32(truncatingIfNeeded: difference)
            carry >>= 32
            borrow = difference < 0 ? 1 : 0
        }
        let difference = Int64(rest[place + length]) - borrow - Int64(carry)
        rest[place + length] = UInt32(truncatingIfNeeded: difference)
        guard difference < 0 else { return }
        // The guess was one too large: put the divisor back once.
        carry = 0
        for (offset, digit) in divisor.enumerated() {
            carry += UInt64(rest[place + offset]) + UInt64(digit)
            rest[place + offset] = UInt32(truncatingIfNeeded: carry)
            carry >>= 32
        }
        rest[place + length] &+= UInt32(carry)
    }

    private static func shiftedLeft(_ digits: [UInt32], _ shift: UInt32) -> [UInt32] {
        var result: [UInt32] = []
        result.reserveCapacity(digits.count + 1)
        var carry: UInt64 = 0
        for digit in digits {
            carry |= UInt64(digit) << UInt64(shift)
            result.append(UInt32(truncatingIfNeeded: carry))
            carry >>= 32
        }
        if carry > 0 { result.append(UInt32(carry)) }
        return result
    }

    private static func shiftedRight(_ digits: [UInt32], _ shift: UInt32) -> [UInt32] {
        digits.indices.map { index in
            let high = index + 1 < digits.count ? UInt64(digits[index + 1]) : 0
            return UInt32(truncatingIfNeeded: (high << 32 | UInt64(digits[index])) >> UInt64(shift))
        }
    }
}
