/// The binary format of a rule table, readable where it lies.
///
/// It must fit into a Swift string literal, so every byte is part of valid UTF-8: numbers are base-128 digits
/// (each below 0x80), most significant first, in a fixed width; texts are UTF-8.
///
///     header          "KHRT", version, total bytes, pool bytes, rule count, composite count
///     rules           one row of `ruleRowWidth` bytes each: the traits first, then texts and lists
///     composites      one row of `compositeRowWidth` bytes each
///     pool            texts, and the items of lists
///
/// A text is an offset into the pool and a length. A list is an offset and a count of items of one width.
/// Offsets count from the start of the pool, so that rows can be written before the pool is complete.
enum RuleTableLayout {
    static let magic: [UInt8] = Array("KHRT".utf8)
    static let version = 1

    /// Widths of numbers, in bytes, each holding seven bits.
    enum Width {
        static let choice = 1
        static let small = 2
        static let medium = 3
        static let offset = 4
    }

    static let textWidth = Width.offset + Width.medium
    static let listWidth = Width.offset + Width.small

    static let headerWidth = 4 + Width.small + 2 * Width.offset + 2 * Width.medium
    /// Severity, proof, anchored, value run, secret group, reach before and after, entropy, confidence.
    static let traitsWidth = 4 * Width.choice + Width.small + 2 * Width.medium + 2 * Width.small
    /// Traits, pattern options, shape, source, six texts, five lists.
    static let ruleRowWidth = traitsWidth + 3 * Width.choice + 6 * textWidth + 5 * listWidth
    /// Severity, primary, confidence, distance in bytes and lines, five texts, four lists.
    static let compositeRowWidth =
        2 * Width.choice + Width.small + 2 * Width.medium + 5 * textWidth + 4 * listWidth
    /// Kind, shortest and longest length, bytes.
    static let anchorWidth = Width.choice + 2 * Width.small + textWidth
    /// Role, rule ids.
    static let partWidth = textWidth + listWidth

    /// Fractions are kept to a thousandth.
    static let fractionScale = 1_000.0

    static func limit(ofWidth width: Int) -> Int {
        (1 << (7 * width)) - 1
    }

    /// How an anchor is stored: its kind says how to read its bytes.
    enum AnchorKind {
        static let literal = 0
        static let literalIgnoringCase = 1
        static let classRun = 2
    }

    /// Bytes of any value, two digits each, so that an anchor need not be UTF-8.
    static let digitsPerByte = 2
}
