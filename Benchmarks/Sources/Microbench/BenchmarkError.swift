/// What keeps a benchmark from running, in words for its user.
struct BenchmarkError: Error {
    let text: String

    init(_ text: String) {
        self.text = text
    }
}
