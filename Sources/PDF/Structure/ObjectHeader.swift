/// Where `12 0 obj` stands in the bytes of a file. What it is part of is not known yet.
struct ObjectHeader {
    let number: Int
    let generation: Int

    /// The first digit.
    let start: Int

    /// The byte behind `obj`.
    let body: Int

    /// The header that ends with the `obj` at `index`, if there is one.
    init?(endingAt index: Int, in bytes: [UInt8]) {
        let behind = index + 3
        guard behind >= bytes.count || ByteClass[bytes[behind]] != .regular else { return nil }
        var position = index
        guard Self.skipBlanks(before: &position, in: bytes), let generation = Self.number(before: &position, in: bytes),
            Self.skipBlanks(before: &position, in: bytes), let number = Self.number(before: &position, in: bytes),
            number > 0
        else { return nil }
        (self.number, self.generation, start, body) = (number, generation, position, behind)
    }

    private static let longestGap = 16
    private static let mostDigits = 9

    private static func skipBlanks(before position: inout Int, in bytes: [UInt8]) -> Bool {
        let end = position
        while position > 0, end - position < longestGap, ByteClass[bytes[position - 1]] == .whitespace { position -= 1 }
        return position < end
    }

    private static func number(before position: inout Int, in bytes: [UInt8]) -> Int? {
        var value = 0
        var power = 1
        let end = position
        while position > 0, end - position < mostDigits, ByteClass.isDigit(bytes[position - 1]) {
            position -= 1
            value += Int(bytes[position] - UInt8(ascii: "0")) * power
            power *= 10
        }
        return position < end ? value : nil
    }
}
