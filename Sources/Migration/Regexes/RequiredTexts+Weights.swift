import Rules

// Which texts are good anchors.

extension RequiredTexts.Candidate {
    /// What it is worth that a match begins with the text: one position is tried and no other.
    static let startBonus = 1.5

    private static let goodLength = 8

    /// Texts that are in every other file.
    private static let ordinary: Set<String> = [
        "http", "https", "http://", "https://", "://", "www", "www.", ".com", ".com/", "api", "key", "api_key",
        "apikey",
        "token", "secret", "pass", "password", "auth", "access", "client", "id", "user", "bearer", "basic", "account",
        "name", "value", "host", "server", "true", "false", "null", "eyj", "app", "line", "test", "live", "data",
    ]

    /// Returns `nil` if one of the texts is too short for an anchor.
    init?(_ texts: [RequiredTexts.Text], before: Int?, item: Int) {
        let kept = Self.withoutRedundant(texts)
        guard let weakest = kept.map(Self.weight).min(), weakest > 0 else { return nil }
        let bonus = before == 0 ? Self.startBonus : 0
        self.init(texts: kept, before: before, item: item, weight: weakest + bonus - Double(kept.count) * 0.02)
    }

    /// 0 if the text is too short to be an anchor.
    private static func weight(of text: RequiredTexts.Text) -> Double {
        guard text.count >= Anchor.shortestLiteral else { return 0 }
        let bytes = text.map(\.byte)
        if Set(bytes).count == 1 { return 1 }
        let word = String(decoding: bytes, as: UTF8.self).lowercased()
        if ordinary.contains(word) { return 2 }
        return Double(min(text.count, goodLength)) + Double(text.count) * 0.01
    }

    /// Without texts that begin with another one.
    private static func withoutRedundant(_ texts: [RequiredTexts.Text]) -> [RequiredTexts.Text] {
        let all = Set(texts)
        return all.filter { text in !(0..<text.count).contains { all.contains(Array(text.prefix($0))) } }
            .sorted { left, right in left.map(\.byte).lexicographicallyPrecedes(right.map(\.byte)) }
    }
}
