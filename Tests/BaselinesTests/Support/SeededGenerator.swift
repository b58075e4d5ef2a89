import RuleCompilation

/// The same numbers in every run, so that a random test that fails can be run again.
typealias SeededGenerator = RuleCompilation.SeededGenerator

extension SeededGenerator {
    mutating func text(_ count: Int, of alphabet: String = lettersAndDigits) -> String {
        let alphabet = Array(alphabet)
        return String((0..<count).map { _ in alphabet[Int.random(in: alphabet.indices, using: &self)] })
    }

    static let lettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + "abcdefghijklmnopqrstuvwxyz" + "0123456789"
}
