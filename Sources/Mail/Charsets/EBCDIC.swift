/// The code pages of EBCDIC that mail is written in, as far as their characters are of ASCII.
///
/// By IBM's registrations CP00037, CP00500 and CP01047. Letters, digits and most signs are the same in all.
enum EBCDIC: Hashable, Sendable {
    case page037
    case page500
    case page1047

    /// The characters of the code points from 0x40 on in page 037; `\u{0}` stands for what ASCII does not have.
    private static let common: [UInt8] = {
        let none = "\u{0}"
        let nine = String(repeating: none, count: 9)
        var text =
            " " + nine + none + ".<(+|&" + nine + "!$*);" + none + "-/" + String(repeating: none, count: 8) + none
        text += ",%_>?" + nine + "`:#@'=\"" + none + "abcdefghi" + String(repeating: none, count: 6) + none
        text += "jklmnopqr" + String(repeating: none, count: 7) + "~stuvwxyz" + String(repeating: none, count: 6) + "^"
        text += nine + "[]" + String(repeating: none, count: 4) + "{ABCDEFGHI" + String(repeating: none, count: 6)
        text += "}JKLMNOPQR" + String(repeating: none, count: 6) + "\\" + none + "STUVWXYZ"
        text += String(repeating: none, count: 6) + "0123456789" + String(repeating: none, count: 6)
        return Array(text.utf8)
    }()

    /// What each code point is in ASCII; `?` for what it does not have.
    ///
    /// Complexity: O(1), but it makes the table.
    var table: [UInt8] {
        var table = [UInt8](repeating: 0x3F, count: 256)
        for (place, byte) in Self.common.enumerated() where byte != 0 { table[0x40 + place] = byte }
        // HT, LF, CR, NEL.
        for (place, byte) in [(0x05, 0x09), (0x25, 0x0A), (0x0D, 0x0D), (0x15, 0x0A)] { table[place] = UInt8(byte) }
        for (place, character) in changes { table[place] = UInt8(ascii: character) }
        // The no-break space.
        table[0x41] = 0x20
        return table
    }

    /// Where a page is different from 037.
    private var changes: [(Int, Unicode.Scalar)] {
        switch self {
        case .page037: []
        case .page500:
            [(0x4A, "["), (0x4F, "!"), (0x5A, "]"), (0x5F, "^"), (0xB0, "?"), (0xBA, "?"), (0xBB, "|")]
        case .page1047: [(0x5F, "^"), (0xAD, "["), (0xB0, "?"), (0xBA, "?"), (0xBB, "?"), (0xBD, "]")]
        }
    }
}
