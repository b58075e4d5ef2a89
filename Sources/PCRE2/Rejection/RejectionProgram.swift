/// What a pattern needs at least, read from its source: enough to say of most places that no match begins there.
///
/// Immutable and shared, as the pattern is. `Rejecter` applies it.
public final class RejectionProgram: Sendable {
    /// No match has fewer bytes.
    public let minimumLength: Int

    let automaton: NondeterministicAutomaton

    /// Returns nil if the source has syntax that is not understood here: then any place may be the start of a match.
    ///
    /// - Complexity: O(*n*) in the length of the source, and bounded work for its repeat counts.
    public convenience init?(_ pattern: Pattern) {
        self.init(source: pattern.source, options: pattern.options)
    }

    /// The same for a pattern that need not be compiled yet.
    ///
    /// - Parameter source: what `Pattern` accepts.
    public init?(source: String, options: Pattern.Options) {
        guard let node = try? PatternParser.parse(Array(source.utf8), options: options) else {
            return nil
        }
        minimumLength = node.minimumLength
        // What a pattern begins with, perhaps words of many alphabets, was found by its anchor before anybody asks.
        automaton = AutomatonBuilder.automaton(of: node.decidingLookaheads(), favoursEnd: true)
    }
}
