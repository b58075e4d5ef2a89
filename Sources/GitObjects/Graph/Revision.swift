/// A name for a commit as people write it: `HEAD~3`, `main`, `v1.2^`, `origin/main`, or digits of an object's name.
///
/// Format: git's Documentation/gitrevisions, as far as names, `~n` and `^n` go.
public struct Revision {
    private let references: ReferenceList
    private let store: ObjectStore
    private let format: ObjectFormat
    private let head: ObjectID?

    public init(_ repository: Repository, _ references: ReferenceList, store: ObjectStore) {
        self.references = references
        self.store = store
        head = references.head(of: repository)
        format = store.format
    }

    /// The object that a text names; `nil` if there is none, or more than one.
    public func resolve(_ text: [UInt8], with reader: inout ObjectReader) -> ObjectID? {
        let isStep: (UInt8) -> Bool = { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "^") }
        var rest = text.drop { !isStep($0) }
        guard var id = resolve(name: Array(text.prefix { !isStep($0) })) else { return nil }
        while let step = rest.popFirst() {
            let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            rest = rest.dropFirst(digits.count)
            guard digits.count <= 6 else { return nil }
            let number = digits.isEmpty ? 1 : digits.reduce(0) { 10 * $0 + Int($1 - UInt8(ascii: "0")) }
            if step == UInt8(ascii: "~") {
                for _ in 0..<number {
                    guard let parent = parent(1, of: id, with: &reader) else { return nil }
                    id = parent
                }
            } else if number > 0 {
                guard isStep(step), let parent = parent(number, of: id, with: &reader) else { return nil }
                id = parent
            }
        }
        return id
    }

    private func parent(_ number: Int, of id: ObjectID, with reader: inout ObjectReader) -> ObjectID? {
        var id = id
        while let kind = try? reader.read(id) {
            switch kind {
            case .commit:
                guard let commit = reader.withContent({ try? Commit($0, format: format) }) else { return nil }
                return number <= commit.parents.count ? commit.parents[number - 1] : nil
            case .tag:
                guard let tag = reader.withContent({ try? Tag($0, format: format) }), tag.object != id else {
                    return nil
                }
                id = tag.object
            case .tree, .blob: return nil
            }
        }
        return nil
    }

    /// References go by the rules of git's `ref_rev_parse_rules`.
    private func resolve(name: [UInt8]) -> ObjectID? {
        if name == Array("@".utf8) || name == Array("HEAD".utf8) { return head }
        if let id = ObjectID(hex: name.span), store.contains(id) { return id }
        for (prefix, suffix) in [
            ("", ""), ("refs/", ""), ("refs/tags/", ""), ("refs/heads/", ""), ("refs/remotes/", ""),
            ("refs/remotes/", "/HEAD"),
        ] {
            if let id = references.resolve(Array(prefix.utf8) + name + Array(suffix.utf8)) { return id }
        }
        return abbreviated(name)
    }

    /// The one object whose name begins with these digits, at least four.
    private func abbreviated(_ digits: [UInt8]) -> ObjectID? {
        guard (4..<2 * format.idLength).contains(digits.count) else { return nil }
        let lower = digits.map { (UInt8(ascii: "A")...UInt8(ascii: "F")).contains($0) ? $0 + 32 : $0 }
        let zeros = [UInt8](repeating: UInt8(ascii: "0"), count: 2 * format.idLength - lower.count)
        let effs = [UInt8](repeating: UInt8(ascii: "f"), count: zeros.count)
        guard let first = ObjectID(hex: (lower + zeros).span), let last = ObjectID(hex: (lower + effs).span) else {
            return nil
        }
        var found: Set<ObjectID> = []
        for pack in store.packs {
            for position in 0..<pack.count where found.count < 2 {
                let id = pack.id(at: position)
                if first <= id, id <= last { found.insert(id) }
            }
        }
        _ = store.forEachLooseObject { if first <= $0.id, $0.id <= last { found.insert($0.id) } }
        return found.count == 1 ? found.first : nil
    }
}
