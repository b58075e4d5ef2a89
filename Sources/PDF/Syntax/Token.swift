/// The smallest piece of a PDF file's syntax.
enum Token {
    case integer(Int)
    case real(Double)
    case name(String)
    case string(StringObject)
    case arrayStart
    case arrayEnd
    case dictionaryStart
    case dictionaryEnd
    case keyword(Keyword)
    case end

    /// A string whose end is missing.
    case unterminated
}
