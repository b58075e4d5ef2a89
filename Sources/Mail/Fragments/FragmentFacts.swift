/// What a header says about the fragment of a message behind it: message/partial (RFC 2046, section 5.2.2).
struct FragmentFacts: Equatable {
    /// The same for all fragments of a message.
    let identifier: [UInt8]

    /// From 1.
    let number: Int

    /// How many there are; `nil` where only the last fragment says it.
    let total: Int?

    /// `nil` if a field does not say all that it must.
    init?(_ list: ParameterList) {
        guard let identifier = list.text("id"), let number = Int(list.word("number")), number >= 1 else { return nil }
        self.identifier = identifier
        self.number = number
        total = Int(list.word("total"))
    }

    /// Whether this is the one behind another.
    func follows(_ other: FragmentFacts) -> Bool {
        identifier == other.identifier && number == other.number &+ 1
    }

    /// Whether none follows.
    var isLast: Bool { total.map { number >= $0 } ?? false }
}
