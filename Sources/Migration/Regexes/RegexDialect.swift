/// Whose regular expressions are read.
enum RegexDialect: Sendable {
    /// RE2 as Go has it: https://github.com/google/re2/wiki/Syntax.
    case go
    /// Rust's `regex` crate, which Kingfisher and Nosey Parker use beside Vectorscan:
    /// https://docs.rs/regex/latest/regex/#syntax.
    case rust
}
