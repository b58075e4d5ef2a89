/// A name that is neither a domain nor an address.
public struct OrganisationNameError: Error, Hashable, Sendable, CustomStringConvertible {
    public let name: String

    public init(name: String) {
        self.name = name
    }

    public var description: String { "'\(name)' is not a domain such as corp.example" }
}
