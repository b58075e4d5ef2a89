/// The properties of a message, recipient, attachment or folder.
struct PropertyBag {
    /// How many bytes of a short text, such as a subject or a name, are kept.
    static let mostShortText = 1 << 14

    /// The only identifiers that are kept; `nil` if all are.
    private let kept: Set<Int>?
    private(set) var types: [Int: Int] = [:]
    private(set) var values: [Int: PropertyValue] = [:]

    /// The code page of 8-bit texts as far as the container knows.
    var codePage: Int?

    /// What could not be read of it.
    var damage: [OutlookError] = []

    /// - Parameter kept: The only identifiers that are kept: a message may have thousands of recipients.
    init(keeping kept: Set<Int>? = nil) { self.kept = kept }

    /// Whether a value of this identifier is kept.
    func keeps(_ id: Int) -> Bool { kept?.contains(id) ?? true }

    /// Keeps a value; the first one of an identifier stays, but one in UTF-16 replaces one in 8 bits.
    mutating func set(_ id: Int, type: Int, _ value: PropertyValue) {
        guard keeps(id) else { return }
        if let known = types[id], known != PropertyType.string8 || type != PropertyType.string { return }
        types[id] = type
        values[id] = value
    }

    func number(_ id: Int) -> UInt64? {
        guard case .number(let number)? = values[id] else { return nil }
        return number
    }

    func data(_ id: Int) -> (any StoredBytes)? {
        guard case .data(let data)? = values[id] else { return nil }
        return data
    }

    /// Whether the text of a property is in UTF-16.
    func isWide(_ id: Int) -> Bool {
        types[id].map { $0 & ~PropertyType.isList == PropertyType.string } ?? false
    }

    /// The code page of a text that is not in UTF-16; `nil` if nothing tells it. HTML has one of its own.
    func codePage(of id: Int) -> Int? {
        let html = number(PropertyId.internetCodePage).map { Int(truncatingIfNeeded: $0 & 0xFFFF_FFFF) }
        return id == PropertyId.html ? html ?? codePage : codePage ?? html
    }

    /// A short text, decoded and cut; `nil` if there is none, it is empty, or it cannot be read.
    func text(_ id: Int, limit: Int = mostShortText) -> String? {
        guard let data = data(id), let bytes = try? data.leadingBytes(limit: limit) else { return nil }
        let text = CodePage.text(
            bytes, isWide: isWide(id), page: id == PropertyId.transportHeaders ? nil : codePage(of: id))
        return text.isEmpty ? nil : text
    }

    /// Why some of these texts cannot be read: `text` says nothing of it.
    func failures(of ids: [Int]) -> [OutlookError] {
        var failures: [OutlookError] = []
        for id in ids {
            guard let data = data(id) else { continue }
            do throws(OutlookError) {
                _ = try data.leadingBytes(limit: Self.mostShortText)
            } catch {
                failures.append(error)
            }
        }
        return failures
    }

    /// The properties that are texts, by identifier in ascending order, but not those in `without`.
    func texts(without: Set<Int>) -> [(id: Int, texts: [any StoredBytes])] {
        var found: [(id: Int, texts: [any StoredBytes])] = []
        for (id, type) in types where !without.contains(id) {
            let single = type & ~PropertyType.isList
            guard
                single == PropertyType.string || single == PropertyType.string8 || PropertyId.textsAsBytes.contains(id)
            else { continue }
            switch values[id] {
            case .data(let data): found.append((id, [data]))
            case .list(let list): found.append((id, list))
            default: break
            }
        }
        return found.sorted { $0.id < $1.id }
    }
}
