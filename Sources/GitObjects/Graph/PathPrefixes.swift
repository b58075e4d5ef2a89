/// Paths of folders, each by a number: 0 is the empty one.
struct PathPrefixes {
    /// The most paths: a hostile repository can have any number.
    private static let limit = 1 << 20

    private var parents: [UInt32] = [0]
    private var lastNames: [UInt32] = [0]
    private var known: [UInt64: UInt32] = [:]

    /// The number of the path that `name` makes behind `prefix`; `nil` once there are too many.
    mutating func number(of name: UInt32, behind prefix: UInt32) -> UInt32? {
        let key = UInt64(prefix) << 32 | UInt64(name)
        if let number = known[key] { return number }
        guard parents.count < Self.limit else { return nil }
        let number = UInt32(parents.count)
        parents.append(prefix)
        lastNames.append(name)
        known[key] = number
        return number
    }

    /// The path, its parts separated by `/`.
    func path(_ number: UInt32, names: [[UInt8]]) -> [UInt8] {
        var parts: [[UInt8]] = []
        var current = number
        while current != 0 {
            parts.append(names[Int(lastNames[Int(current)])])
            current = parents[Int(current)]
        }
        return Array(parts.reversed().joined(separator: [UInt8(ascii: "/")]))
    }
}
