import RuleCompilation

/// The same numbers in every run, so that a random test that fails can be run again.
typealias SeededGenerator = RuleCompilation.SeededGenerator

extension SeededGenerator {
    mutating func bytes(_ count: Int, of alphabet: [UInt8]) -> [UInt8] {
        (0..<count).map { _ in alphabet[Int.random(in: alphabet.indices, using: &self)] }
    }
}
