import CLiteralKernels

/// The bytes of a literal by which it is found first: four in a row, or three of a literal that has no more.
struct LiteralWindow {
    /// How far behind the literal's first byte the window begins.
    let offset: Int

    /// The bytes, in lower case if case does not count.
    let bytes: [UInt8]
    let ignoresCase: Bool

    /// Takes the window that is rarest in text.
    init(_ literal: Literal) {
        let length = min(literal.bytes.count, KH_WINDOW)
        let farthest = min(literal.bytes.count - length, KH_FARTHEST_WINDOW)
        var (best, lowest) = (0, Double.infinity)
        let shares = literal.bytes.prefix(farthest + length).map {
            ByteFrequency.share(of: $0, ignoringCase: literal.ignoresCase)
        }
        for offset in 0...farthest {
            var share = 1.0
            for place in 0..<length { share *= shares[offset + place] }
            if share < lowest { (best, lowest) = (offset, share) }
        }
        offset = best
        ignoresCase = literal.ignoresCase
        let window = literal.bytes[best..<best + length]
        bytes = literal.ignoresCase ? window.map(asciiLowercase) : Array(window)
    }

    /// The hash by which the kernels find it.
    var hash: Int { Self.hash(bytes[...]) }

    static func hash(_ bytes: ArraySlice<UInt8>) -> Int {
        var word: UInt32 = 0
        for (place, byte) in bytes.enumerated() { word |= UInt32(byte) << UInt32(8 * place) }
        return Int(kh_window_hash(word))
    }

    /// The classes that bytes may have at each place, one bit each; all, behind the end of a short window.
    var classMasks: InlineArray<4, UInt64> {
        InlineArray { place in
            guard place < bytes.count else { return .max }
            return ByteClasses.mask(of: bytes[place]) | ByteClasses.mask(of: capital(at: place))
        }
    }

    /// The other byte that may stand at a place of the window; the same one again if there is none.
    func capital(at place: Int) -> UInt8 {
        ignoresCase && isASCIILetter(bytes[place]) ? bytes[place] & 0xDF : bytes[place]
    }

    /// Orders windows as their bytes do.
    var rank: UInt32 {
        (0..<KH_WINDOW).reduce(0) { $0 << 8 | ($1 < bytes.count ? UInt32(bytes[$1]) : 0) }
    }
}
