/// Leaves one group of a tree capturing, the one that holds the secret, under the name that rules have for it.
///
/// Other scanners take the first group that is not empty. Where alternatives have groups of their own, the groups of
/// each are counted from the same number, so that one name serves for all.
struct SecretMarker {
    /// The tree with at most one name that captures.
    let node: RegexNode
    /// Whether the secret is the whole match.
    let isWholeMatch: Bool
    private(set) var remarks: [String] = []

    init(_ node: RegexNode, group: SecretGroup) throws(RegexError) {
        let captures = node.captures
        switch group {
        case .number(let number):
            guard captures.contains(where: { $0.number == number }) else {
                throw RegexError("the pattern has no group \(number)")
            }
            self.node = Self.naming(number, in: node)
            isWholeMatch = false
            return
        case .named(let name):
            if let match = captures.first(where: { $0.name?.lowercased() == name.lowercased() }) {
                self.node = Self.naming(match.number, in: node)
                isWholeMatch = false
                return
            }
        case .first: break
        }
        guard !captures.isEmpty else {
            self.node = node
            isWholeMatch = true
            return
        }
        if let marked = Self.markingFirst(in: node) {
            self.node = marked
        } else {
            self.node = Self.naming(captures[0].number, in: node)
            remarks.append("the group of the secret is not in every match: matches without it are not reported")
        }
        isWholeMatch = false
    }

    /// The same tree, in which the group with the number has the name.
    private static func naming(_ number: Int, in node: RegexNode) -> RegexNode {
        switch node {
        case .mode, .assertion, .byte: return node
        case .sequence(let items): return .sequence(items.map { naming(number, in: $0) })
        case .choice(let items): return .choice(items.map { naming(number, in: $0) })
        case .repeated(let item, let minimum, let maximum, let suffix):
            return .repeated(naming(number, in: item), minimum: minimum, maximum: maximum, suffix: suffix)
        case .group(let item, let modes, let capture, _):
            let name = capture == number ? RegexSource.secretName : nil
            return .group(naming(number, in: item), modes: modes, capture: capture, name: name)
        }
    }

    /// The same tree with the first group of every way through it marked; `nil` if some way has none.
    private static func markingFirst(in node: RegexNode) -> RegexNode? {
        switch node {
        case .mode, .assertion, .byte:
            return nil
        case .sequence(var items):
            for (position, item) in items.enumerated() {
                guard let marked = markingFirst(in: item) else { continue }
                items = items.map { naming(0, in: $0) }
                items[position] = marked
                return .sequence(items)
            }
            return nil
        case .choice(let items):
            var marked: [RegexNode] = []
            for item in items {
                guard let branch = markingFirst(in: item) else { return nil }
                marked.append(branch)
            }
            return .group(.choice(marked), modes: RegexSource.branchReset, capture: nil, name: nil)
        case .repeated(let item, let minimum, let maximum, let suffix):
            guard minimum > 0, let marked = markingFirst(in: item) else { return nil }
            return .repeated(marked, minimum: minimum, maximum: maximum, suffix: suffix)
        case .group(let item, let modes, let capture, _):
            if capture != nil {
                return .group(naming(0, in: item), modes: modes, capture: capture, name: RegexSource.secretName)
            }
            return markingFirst(in: item).map { .group($0, modes: modes, capture: nil, name: nil) }
        }
    }
}
