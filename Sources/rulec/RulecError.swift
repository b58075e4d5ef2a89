/// A wrong command line, or a file that cannot be read.
struct RulecError: Error, CustomStringConvertible {
    let description: String
}
