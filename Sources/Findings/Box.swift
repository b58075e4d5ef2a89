/// Keeps a value outside of its finding: most findings do not have it, and should not take room for it.
final class Box<Value: Sendable>: Sendable {
    let value: Value

    init(_ value: Value) {
        self.value = value
    }
}
