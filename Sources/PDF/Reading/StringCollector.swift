/// Makes lines of the strings in an object: "key: value", by the key that is nearest above each. The value of a form
/// field stands behind the field's own name.
struct StringCollector {
    /// What under these keys is said to nobody.
    private static let silentKeys: Set<String> = [
        "ID", "CharSet", "Registry", "Ordering", "Panose", "Lang", "DA", "CreationDate", "ModDate", "M", "O", "U", "OE",
        "UE", "Perms", "CheckSum", "Differences",
    ]

    private let canSkipVerbatim: Bool
    private var result: [UInt8] = []

    /// - Parameter canSkipVerbatim: whether strings that stand in the file as they are need not be told.
    static func lines(of object: PDFObject, canSkipVerbatim: Bool) -> [UInt8] {
        var collector = StringCollector(canSkipVerbatim: canSkipVerbatim)
        collector.collect(object)
        return collector.result
    }

    private init(canSkipVerbatim: Bool) {
        self.canSkipVerbatim = canSkipVerbatim
    }

    private struct Place {
        let object: PDFObject
        let label: String
    }

    private mutating func collect(_ object: PDFObject) {
        // The next one last. No recursion: see `Survey`.
        var pending = [Place(object: object, label: "text")]
        while let place = pending.popLast() {
            switch place.object {
            case .string(let string): add(string, place.label)
            case .array(let elements):
                pending.append(contentsOf: elements.reversed().map { Place(object: $0, label: place.label) })
            case .dictionary(let entries):
                let name = entries["T"]?.stringBytes.flatMap(TextString.utf8).map {
                    String(decoding: $0, as: UTF8.self)
                }
                for (key, value) in entries.sorted(by: { $0.key > $1.key }) where !Self.silentKeys.contains(key) {
                    let isValue = key == "V" || key == "DV"
                    pending.append(Place(object: value, label: isValue ? name ?? key : key))
                }
            default: break
            }
        }
    }

    private mutating func add(_ string: StringObject, _ label: String) {
        guard !string.bytes.isEmpty, !(canSkipVerbatim && string.isVerbatim),
            let text = TextString.utf8(string.bytes)
        else { return }
        result += label.utf8
        result += [UInt8(ascii: ":"), 0x20]
        for (index, byte) in text.enumerated() {
            if byte == 13 {
                if index + 1 == text.count || text[index + 1] != 10 { result.append(10) }
            } else {
                result.append(byte)
            }
        }
        result.append(10)
    }
}
