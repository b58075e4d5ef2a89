/// A word of a filter expression.
enum FilterToken: Hashable, Sendable {
    /// A name, with its dots.
    case word(String)
    case text(String)
    case number(Double)
    case sign(String)
}
