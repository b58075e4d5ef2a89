import Testing

@testable import Scoring

/// The arithmetic against that of 128-bit integers, and against long division of one bit after the other.
@Suite struct BigNumberTests {
    private static func digits(_ value: UInt128) -> [UInt8] {
        (0..<16).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * UInt128($0))) }
    }

    private static func number(_ value: UInt128) -> BigNumber { BigNumber(digits(value)) }

    /// Division as it is taught, in base two.
    private static func naiveRemainder(_ dividend: [UInt8], _ divisor: [UInt8]) -> [UInt8] {
        var rest = [UInt8](repeating: 0, count: divisor.count + 1)
        let wide = [0] + divisor
        for position in 0..<dividend.count * 8 {
            var carry = dividend[position / 8] >> UInt8(7 - position % 8) & 1
            for index in rest.indices.reversed() {
                let high = rest[index] >> 7
                rest[index] = rest[index] << 1 | carry
                carry = high
            }
            if !rest.lexicographicallyPrecedes(wide) {
                var borrow = 0
                for index in rest.indices.reversed() {
                    let difference = Int(rest[index]) - Int(wide[index]) - borrow
                    rest[index] = UInt8(truncatingIfNeeded: difference)
                    borrow = difference < 0 ? 1 : 0
                }
            }
        }
        return Array(rest.drop { $0 == 0 })
    }

    @Test func smallNumbersAreThoseOfTheMachine() {
        var random = SeededGenerator(seed: 31)
        for _ in 0..<5_000 {
            // Numbers of every length.
            let left = random.next() >> (random.next() & 63)
            let right = max(1, random.next() >> (random.next() & 63))
            let product = UInt128(left) * UInt128(right)
            #expect(Self.number(UInt128(left)) * Self.number(UInt128(right)) == Self.number(product))
            let wide = UInt128(random.next()) << 64 | UInt128(random.next())
            #expect(
                Self.number(wide).remainder(Self.number(UInt128(right))) == Self.number(wide % UInt128(right)))
            #expect((Self.number(UInt128(left)) < Self.number(UInt128(right))) == (left < right))
            #expect(Self.number(UInt128(right)).predecessor == Self.number(UInt128(right - 1)))
        }
    }

    @Test func longRemaindersAreThoseOfLongDivision() {
        var random = SeededGenerator(seed: 32)
        for round in 0..<400 {
            var dividend = random.bytes(Int(random.next() % 90) + 1)
            var divisor = random.bytes(Int(random.next() % 50) + 1)
            divisor[0] |= 1
            // Digits of all ones and zeros are where guesses fail.
            if round % 3 == 0 { dividend = dividend.map { $0 < 128 ? 0 : 255 } }
            if round % 4 == 0 { divisor = [1] + divisor.map { $0 < 100 ? 0 : 255 } }
            let expected = Self.naiveRemainder(dividend, divisor)
            #expect(BigNumber(dividend).remainder(BigNumber(divisor)).bytes == expected)
        }
    }

    @Test func powersAreThoseOfRepeatedMultiplication() {
        var random = SeededGenerator(seed: 33)
        for _ in 0..<200 {
            let (base, modulus) = (random.next() % 100_000, random.next() % 100_000 + 1)
            let exponent = random.next() % 50
            let expected = (0..<exponent).reduce(1 % modulus) { power, _ in power * base % modulus }
            let power = Self.number(UInt128(base)).power(
                Self.number(UInt128(exponent)), modulo: Self.number(UInt128(modulus)))
            #expect(power == Self.number(UInt128(expected)))
        }
    }
}
