/// The named encodings of simple fonts (ISO 32000-2, annex D).
enum BaseEncoding {
    case standard
    case winAnsi
    case macRoman

    /// `nil`: it is unknown, or one of symbols.
    init?(_ name: String?) {
        switch name {
        case "WinAnsiEncoding": self = .winAnsi
        case "MacRomanEncoding": self = .macRoman
        case "StandardEncoding": self = .standard
        default: return nil
        }
    }

    /// For each of the 256 codes its character; `nil` where there is none.
    var scalars: [Unicode.Scalar?] {
        var result = [Unicode.Scalar?](repeating: nil, count: 256)
        for code in 0x20..<0x7F { result[code] = Unicode.Scalar(UInt32(code)) }
        switch self {
        case .standard:
            result[0x27] = "\u{2019}"
            result[0x60] = "\u{2018}"
            Self.fill(&result, from: 0xA1, with: Self.standardLetters)
        case .winAnsi:
            Self.fill(&result, from: 0x80, with: Self.windowsLetters)
            for code in 0xA0...0xFF { result[code] = Unicode.Scalar(UInt32(code)) }
        case .macRoman:
            Self.fill(&result, from: 0x80, with: Self.macintoshLetters)
        }
        return result
    }

    /// `_` stands for none.
    static func fill(_ codes: inout [Unicode.Scalar?], from first: Int, with letters: String) {
        for (index, scalar) in letters.unicodeScalars.enumerated() where scalar != "_" && first + index < codes.count {
            codes[first + index] = scalar
        }
    }

    private static let standardLetters =
        "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ_–†‡·_¶•‚„”»…‰_¿_`´ˆ˜¯˘˙¨_˚¸_˝˛ˇ—________________Æ_ª____ŁØŒº_____æ___ı__łøœß"

    private static let windowsLetters = "€_‚ƒ„…†‡ˆ‰Š‹Œ_Ž__‘’“”•–—˜™š›œ_žŸ"

    private static let macintoshLetters =
        "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰"
        + "ÂÊÁËÈÍÎÏÌÓÔ_ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ"
}
