/// What the source of a pattern says about its matches, without a search: how long they are, how they begin and end.
///
/// Lookarounds, references and recursion make the facts coarser, never wrong: a match may be shorter than
/// `maximumLength` says, and begins with one of `leadingLiterals` in any case.
public struct PatternFacts: Sendable {
    let node: PatternNode

    /// No match has fewer bytes.
    public var minimumLength: Int { node.minimumLength }

    /// No match has more bytes; nil if there is no such number.
    public var maximumLength: Int? { node.maximumLength }

    /// Returns nil if the source has syntax that is not understood here.
    ///
    /// - Parameter source: what `Pattern` accepts.
    /// - Complexity: O(*n*) in the length of the source.
    public init?(source: String, options: Pattern.Options = []) {
        guard let node = try? PatternParser.parse(Array(source.utf8), options: options) else { return nil }
        self.node = node
    }

    /// Texts of which every match begins with one; nil if some match begins with something else.
    ///
    /// - Parameters:
    ///   - minimumLength: how many bytes each must have.
    ///   - limit: the most texts, above `minimumLength`, for the sake of longer ones.
    /// - Complexity: O(*n* · *k*) in the length of the source and the number of texts.
    public func leadingLiterals(ofLength minimumLength: Int, limit: Int = 8) -> [LeadingLiteral]? {
        var texts = LeadingTexts(of: node, minimumLength: minimumLength, limit: limit)
        texts.removeRedundant()
        let literals = texts.literals
        return !literals.isEmpty && literals.allSatisfy { $0.bytes.count >= minimumLength } ? literals : nil
    }

    /// Whether every match holds `length` ASCII letters and digits side by side, as one repeated class says it that has
    /// digits.
    public func hasRun(of length: Int) -> Bool { node.hasRun(of: length) }

    /// The bytes with which a match can end, as the inside of a character class.
    public var finalBytesInClass: String {
        node.trail(after: .nothing).bytes.classSource
    }
}

/// A text with which matches begin.
public struct LeadingLiteral: Hashable, Sendable {
    public let bytes: [UInt8]

    /// ASCII letters of the text stand in either case. `bytes` has them in lower case then.
    public let ignoresCase: Bool
}

extension ByteMask {
    var members: [UInt8] { (0...UInt8.max).filter(contains) }

    /// The set as the inside of a character class: ranges of bytes in hexadecimal.
    fileprivate var classSource: String {
        var source = ""
        var first: UInt8?
        for value in 0...UInt8.max {
            guard contains(value) else { continue }
            let start = first ?? value
            first = start
            if value < .max, contains(value + 1) { continue }
            source += value == start ? Self.escape(start) : "\(Self.escape(start))-\(Self.escape(value))"
            first = nil
        }
        return source
    }

    private static func escape(_ byte: UInt8) -> String {
        let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        if isPlain { return String(UnicodeScalar(byte)) }
        let digits = String(byte, radix: 16)
        return "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
    }
}

extension PatternNode {
    private static let alphanumeric = ByteMask("0"..."9", "A"..."Z", "a"..."z")
    private static let digits = ByteMask("0"..."9")

    /// `false` may be said where there is one.
    fileprivate func hasRun(of length: Int) -> Bool {
        switch self {
        case .sequence(let items): items.contains { $0.hasRun(of: length) }
        case .choice(let items): items.allSatisfy { $0.hasRun(of: length) }
        case .repeated(.bytes(let mask), let minimum, _):
            minimum >= length && mask.subtracting(Self.alphanumeric).isEmpty
                && mask.intersects(Self.digits)
        default: false
        }
    }

    /// The most bytes that a match may have, or more; nil if there is no bound.
    fileprivate var maximumLength: Int? {
        switch self {
        case .anything: return nil
        case .empty, .ahead, .aheadText, .behind, .behindText: return 0
        case .bytes: return 1
        case .sequence(let items):
            return items.reduce(0) { sum, item in sum.flatMap { sum in item.maximumLength.map { sum + $0 } } }
        case .choice(let items):
            return items.reduce(0) { longest, item in
                longest.flatMap { longest in item.maximumLength.map { max(longest, $0) } }
            }
        case .repeated(let item, _, let maximum):
            guard let length = item.maximumLength else { return nil }
            if length == 0 { return 0 }
            guard let maximum else { return nil }
            let (product, isTooLarge) = length.multipliedReportingOverflow(by: maximum)
            return isTooLarge ? nil : product
        }
    }
}
