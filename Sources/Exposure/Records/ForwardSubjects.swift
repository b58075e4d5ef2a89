/// Subjects that say that a message was sent on.
enum ForwardSubjects {
    static func match(_ subject: String) -> Bool {
        let text = subject.drop { $0.isWhitespace || $0 == "[" }
        guard let colon = text.firstIndex(of: ":"), text.distance(from: text.startIndex, to: colon) <= 5 else {
            return false
        }
        return prefixes.contains(text[..<colon].lowercased())
    }

    private static let prefixes: Set<String> = [
        "fwd", "fw", "wg", "tr", "rv", "i", "enc", "doorst", "vs", "vb", "pd", "转发", "轉寄", "転送", "전달",
    ]
}
