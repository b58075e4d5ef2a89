/// Keeps a value outside of what holds it: most findings and matches do not have it, and should not take room for it.
package final class Box<Value: Sendable>: Sendable {
    package let value: Value

    package init(_ value: Value) {
        self.value = value
    }
}
