/// The text of an example, with placeholders in place of secrets: `key = AKIA{base32:16}`.
///
/// No real-looking secret may stand in a file of the repository, and a test wants many. The same seed always gives the
/// same text. Rules/README.md describes the language; `TemplateParser` reads it.
public struct Template: Hashable, Sendable {
    /// The most bytes that a template may expand to.
    public static let maximumExpansion = 65_536

    public let source: String
    let pieces: [Piece]

    indirect enum Piece: Hashable, Sendable {
        case text(String)
        /// What the placeholder bound to this name gave.
        case reference(String)
        case generated(boundTo: String?, TemplateGenerator)
    }

    /// - Throws: what is wrong with `source`; never `tooLong`.
    public init(_ source: String) throws(TemplateError) {
        self.source = source
        pieces = try TemplateParser.pieces(of: source)
    }

    /// Returns the bytes that `seed` gives.
    ///
    /// - Throws: `tooLong`.
    /// - Complexity: linear in the result, which is bounded by `maximumExpansion`.
    public func bytes(seed: UInt64) throws(TemplateError) -> [UInt8] {
        var expander = TemplateExpander(seed: seed)
        return try expander.bytes(of: pieces)
    }

    /// Returns the text that `seed` gives, for templates of texts.
    ///
    /// - Throws: `tooLong`.
    public func expansion(seed: UInt64) throws(TemplateError) -> String {
        String(decoding: try bytes(seed: seed), as: UTF8.self)
    }
}
