import Findings

/// A token of Slack: "Tokens" in the Slack API documentation names the kinds by their prefixes.
///
/// Between prefix and random end stand numbers: of the workspace, then of the user or bot; app-level tokens name
/// their app. No check exists.
///
/// | token | verdict | score |
/// |---|---|---|
/// | numbers where its kind has them | plausible | 0.93 |
/// | other parts | plausible | 0.7 |
/// | its random end is a placeholder | plausible | 0.1 |
struct SlackToken: TellingCredential {
    /// By prefix.
    private static let kinds = [
        ("xoxe.xoxb-", "bot token that expires"), ("xoxe.xoxp-", "user token that expires"),
        ("xoxe-", "refresh token"), ("xoxb-", "bot token"), ("xoxp-", "user token"), ("xoxa-", "workspace token"),
        ("xoxr-", "workspace refresh token"), ("xoxs-", "session token"), ("xoxc-", "session token of the browser"),
        ("xoxo-", "token of an older kind"), ("xapp-", "app-level token"),
    ]

    private let kind: String
    private let parts: [ArraySlice<UInt8>]

    init?(_ text: [UInt8]) {
        guard let kind = Self.kinds.first(where: { text.hasPrefix($0.0) }) else { return nil }
        self.kind = kind.1
        parts = Array(text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).dropFirst())
    }

    /// Workspace and user, or nothing: numbers of nine digits and more, each a part.
    private var numbers: [ArraySlice<UInt8>] {
        Array(parts.dropLast().prefix { $0.isDigits && $0.count >= 9 })
    }

    private var app: ArraySlice<UInt8>? {
        kind == "app-level token" && parts.count == 4 && parts[1].first == UInt8(ascii: "A") ? parts[1] : nil
    }

    private var isRotated: Bool { parts.count == 2 && parts[0].holds("1") }

    var judgement: Judgement {
        guard let end = parts.last, !Placeholder.isOne(end) else { return Judgement(verdict: .plausible, score: 0.1) }
        let fits = !numbers.isEmpty || app != nil || isRotated
        return Judgement(verdict: .plausible, score: fits ? 0.93 : 0.7)
    }

    var reason: String { "has the parts of a Slack \(kind)" }

    var details: DetailList {
        var details = DetailList()
        details.add("kind", kind)
        details.add("app", app)
        if app == nil {
            details.add("workspace_number", numbers.first)
            if numbers.count > 1 { details.add("user_number", numbers[1]) }
        }
        return details
    }
}
