import Rules

/// Gives rules ids as our files have them: lower-case words joined by hyphens, each once.
struct RuleNames {
    private static let longest = 64
    private let prefix: String
    private var taken: Set<String> = []

    init(prefix: String) { self.prefix = prefix }

    mutating func id(for name: String) -> String {
        let letters = ByteClass.lower.union(.digits)
        var words = name.lowercased().utf8.split { !letters.contains($0) }.map { String(decoding: $0, as: UTF8.self) }
        if words.first == prefix { words.removeFirst() }
        let base = Self.cut(([prefix] + words).joined(separator: "-"), to: Self.longest)
        var id = base
        var number = 2
        while !taken.insert(id).inserted {
            id = Self.cut(base, to: Self.longest - 8) + "-\(number)"
            number += 1
        }
        return id
    }

    private static func cut(_ text: String, to length: Int) -> String {
        var bytes = Array(text.utf8.prefix(length))
        while bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
