/// What a byte of text is to the readers of credentials.
extension UInt8 {
    package var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

    package var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }

    var isQuote: Bool { self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") || self == UInt8(ascii: "`") }

    var isLetter: Bool {
        switch self {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        default: false
        }
    }

    package var isAlphanumeric: Bool {
        switch self {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    /// What identifiers of most languages are made of, `$` included.
    var isIdentifier: Bool { isAlphanumeric || self == UInt8(ascii: "_") || self == UInt8(ascii: "$") }

    /// What the names of headers are made of: `DEK-Info`.
    var isHeaderName: Bool { isAlphanumeric || self == UInt8(ascii: "-") }
}

extension UInt8 {
    /// An ASCII letter in lower case; any other byte as it is.
    var lowercased: UInt8 { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self ? self | 0x20 : self }

    var isLower: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= self }

    var isUpper: Bool { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self }
}
