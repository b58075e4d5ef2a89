/// Messages by what joins them: two that share a name, directly or through others, are one thread.
struct ThreadSets {
    private var parents: [String: String] = [:]

    /// How many threads there are.
    private(set) var count = 0

    /// Says that a message and the thread that it names belong together.
    ///
    /// - Complexity: O(log n), amortised.
    mutating func join(_ message: String, _ thread: String) {
        let (left, right) = (root(of: message), root(of: thread))
        guard left != right else { return }
        parents[right] = left
        count -= 1
    }

    private mutating func root(of name: String) -> String {
        guard parents[name] != nil else {
            parents[name] = name
            count += 1
            return name
        }
        var current = name
        while let parent = parents[current], parent != current {
            let above = parents[parent] ?? parent
            parents[current] = above
            current = above
        }
        return current
    }
}
