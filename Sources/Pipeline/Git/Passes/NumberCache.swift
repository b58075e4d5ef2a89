import GitObjects

/// Remembers the numbers of objects that were asked for lately: the entries of one tree are mostly those of the last.
struct NumberCache {
    private static let size = 1 << 16

    private let numbers: ObjectNumbers
    private var ids: [ObjectID?]
    private var known: [UInt32?]

    init(_ numbers: ObjectNumbers) {
        self.numbers = numbers
        ids = Array(repeating: nil, count: Self.size)
        known = Array(repeating: nil, count: Self.size)
    }

    /// As `ObjectNumbers.number(of:)`.
    mutating func number(of id: ObjectID) -> UInt32? {
        let slot = id.shortHash & (Self.size - 1)
        if ids[slot] == id { return known[slot] }
        let number = numbers.number(of: id)
        ids[slot] = id
        known[slot] = number
        return number
    }
}
