/// A pattern says something that `PatternParser` does not know, or that versions of PCRE2 read differently.
struct UnsupportedSyntax: Error {}
