/// Why the text of an example is no template, or expands to too much.
public enum TemplateError: Error, Hashable, Sendable {
    /// A `{` without its `}`.
    case unclosedPlaceholder
    /// A `}` that closes nothing.
    case strayBrace
    /// Neither a generator nor a name bound earlier in the template.
    case unknownName(String)
    /// A name that cannot be bound: a generator's, or not lower-case letters, digits and hyphens.
    case badBinding(String)
    case badArgument(generator: String, expected: String)
    /// The text cannot be the body of a token of this family.
    case noBody(family: String)
    /// The text is not whole bytes in hexadecimal digits.
    case noHexadecimal
    /// Placeholders inside placeholders, deeper than the limit.
    case nestedTooDeeply(limit: Int)
    /// The expansion has more bytes than the limit.
    case tooLong(limit: Int)
}

extension TemplateError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unclosedPlaceholder:
            "a '{' is never closed: write '{{' for a brace that is meant as text"
        case .strayBrace:
            "a '}' closes nothing: write '}}' for a brace that is meant as text"
        case .unknownName(let name):
            "\(Quotation(name)) is neither a generator nor a name bound before: see Rules/README.md, or write '{{'"
        case .badBinding(let name):
            "\(Quotation(name)) cannot be bound: use lower-case letters, digits and hyphens, and no generator's name"
        case .badArgument(let generator, let expected):
            "'{\(generator)}' needs \(expected)"
        case .noBody(let family):
            "the text is no token of the family '\(family)' without its check digits"
        case .noHexadecimal:
            "the text is not whole bytes in hexadecimal digits"
        case .nestedTooDeeply(let limit):
            "placeholders are nested deeper than \(limit): flatten the template"
        case .tooLong(let limit):
            "the template expands to more than \(limit) bytes: make it smaller"
        }
    }
}
