import Yams

/// One mapping of another scanner's YAML.
struct ForeignMapping {
    private let mapping: Node.Mapping
    /// From 1; `nil` if it is not known.
    let line: Int?

    init?(_ node: Node) {
        guard case .mapping(let mapping) = node else { return nil }
        self.mapping = mapping
        line = node.mark?.line
    }

    func has(_ key: String) -> Bool { value(key) != nil }

    /// The text of a scalar, whatever it looks like.
    func text(_ key: String) throws(MigrationError) -> String? {
        guard let node = value(key) else { return nil }
        guard case .scalar(let scalar) = node else { throw bad(key, "it must be a string") }
        return scalar.string
    }

    func texts(_ key: String) throws(MigrationError) -> [String] {
        guard let node = value(key) else { return [] }
        if case .scalar(let scalar) = node, scalar.string.isEmpty || scalar.string == "null" { return [] }
        guard case .sequence(let nodes) = node else { throw bad(key, "it must be a list of strings") }
        var texts: [String] = []
        for node in nodes {
            guard case .scalar(let scalar) = node else { throw bad(key, "it must be a list of strings") }
            texts.append(scalar.string)
        }
        return texts
    }

    func number(_ key: String) throws(MigrationError) -> Double? {
        guard let text = try text(key) else { return nil }
        guard let number = Double(text), number.isFinite else { throw bad(key, "it must be a number") }
        return number
    }

    func count(_ key: String) throws(MigrationError) -> Int? {
        guard let text = try text(key) else { return nil }
        guard let number = Int(text), (0...65_535).contains(number) else { throw bad(key, "it must be a count") }
        return number
    }

    func mapping(_ key: String) -> ForeignMapping? { value(key).flatMap(ForeignMapping.init) }

    func bad(_ key: String, _ problem: String) -> MigrationError {
        MigrationError(.badValue(key: key, problem: problem), line: value(key)?.mark?.line ?? line)
    }

    /// The mappings of the list at `key`.
    func mappings(_ key: String) throws(MigrationError) -> [ForeignMapping] {
        guard let node = value(key) else { return [] }
        guard case .sequence(let nodes) = node else { throw bad(key, "it must be a list") }
        var mappings: [ForeignMapping] = []
        for node in nodes {
            guard let mapping = ForeignMapping(node) else {
                throw MigrationError(.badValue(key: key, problem: "an element is no mapping"), line: node.mark?.line)
            }
            mappings.append(mapping)
        }
        return mappings
    }

    /// The first of several equal keys; Yams refuses them anyway.
    private func value(_ key: String) -> Node? {
        mapping.first { pair in
            if case .scalar(let scalar) = pair.key { scalar.string == key } else { false }
        }?.value
    }
}
