extension Collection where Element == UInt8 {
    func hasPrefix(_ word: String) -> Bool { starts(with: word.utf8) }

    /// True if these bytes are exactly `word`.
    func holds(_ word: String) -> Bool { elementsEqual(word.utf8) }

    var isDigits: Bool { !isEmpty && allSatisfy { $0.isDigit } }

    var isHexadecimal: Bool { !isEmpty && allSatisfy { $0.hexadecimalDigit != nil } }

    /// What can stand in a report as it is: 0x20 to 0x7E.
    var isPrintable: Bool { allSatisfy { (0x20...0x7E).contains($0) } }
}
