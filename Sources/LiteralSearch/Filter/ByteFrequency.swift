/// How often each byte value stands in the text that people scan: what makes one window rarer than another.
///
/// It decides how fast a search is, never what it finds.
enum ByteFrequency {
    /// Parts in ten thousand, for values that differ in their low seven bits. The mean of seven sources of text, 2026:
    /// C sources and documentation of Linux 6.1, Python's library, C headers, Perl's library, Debian's documentation.
    private static let parts: [128 of UInt16] = [
        2, 1, 1, 1, 1, 1, 1, 1, 1, 120, 302, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1684, 5, 85, 37, 23, 4, 10, 32, 84, 84, 62, 7, 104, 89, 89, 75,
        129, 73, 64, 39, 34, 32, 33, 27, 33, 29, 57, 53, 43, 75, 62, 2,
        7, 73, 32, 68, 45, 87, 35, 24, 19, 69, 3, 12, 55, 37, 55, 52,
        49, 4, 60, 80, 75, 26, 15, 11, 15, 10, 3, 18, 12, 18, 1, 237,
        14, 331, 81, 220, 209, 604, 144, 91, 136, 350, 11, 48, 227, 138, 329, 310,
        166, 12, 330, 359, 445, 152, 59, 44, 58, 67, 9, 21, 6, 21, 3, 1,
    ]

    /// The share of a byte value among all bytes, more than 0.
    static func share(of byte: UInt8) -> Double {
        Double(parts[Int(byte & 0x7F)]) / 10_000
    }

    /// The same for a letter in both cases.
    static func share(of byte: UInt8, ignoringCase: Bool) -> Double {
        guard ignoringCase, isASCIILetter(byte) else { return share(of: byte) }
        return share(of: byte | 0x20) + share(of: byte & 0xDF)
    }
}
