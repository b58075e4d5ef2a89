/// Why a line is not a JSON object. Nothing of the line is repeated: somebody may have pasted a secret into it.
struct JSONError: Error, Hashable {
    /// In bytes of the line, from 1.
    let column: Int

    /// A clause for people, such as `a string does not end`.
    let what: String
}
