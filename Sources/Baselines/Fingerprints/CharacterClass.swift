/// What a guesser would take a byte from.
enum CharacterClass: Hashable {
    case digit, lowerCase, capital, mark, other

    init(_ byte: UInt8) {
        self =
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
            case UInt8(ascii: "a")...UInt8(ascii: "z"): .lowerCase
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): .capital
            case 0x20..<0x7F: .mark
            default: .other
            }
    }

    var isLetter: Bool { self == .lowerCase || self == .capital }

    /// How many characters it has.
    var size: Int {
        switch self {
        case .digit: 10
        case .lowerCase, .capital: 26
        case .mark: 33
        case .other: 128
        }
    }
}
