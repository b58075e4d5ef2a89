/// A configuration file breaks its own rules.
public struct GitConfigurationError: Error, Hashable, Sendable {
    /// The line of the fault, from 1.
    public let line: Int
}
