/// A member of a JSON object: its name, and its value as it is written.
struct JSONMember: Hashable, Sendable {
    let name: String

    /// The JSON text of the value, without blanks around it.
    let value: [UInt8]
}
