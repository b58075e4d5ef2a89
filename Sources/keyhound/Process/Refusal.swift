/// A reason to stop before anything is scanned: exit status 2.
struct Refusal: Error {
    /// One line, or a few, saying what is wrong and what to do.
    let message: String

    init(_ message: String) {
        self.message = message
    }
}
