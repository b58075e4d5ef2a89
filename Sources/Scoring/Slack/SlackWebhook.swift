import Findings

/// A URL of hooks.slack.com that takes messages or starts workflows: "Sending messages using incoming webhooks" and
/// "Workflow Builder" in Slack's documentation.
///
/// | URL | verdict | score |
/// |---|---|---|
/// | ids of a workspace and of an integration or workflow, a random end | plausible | 0.93 |
/// | its random end is a placeholder, or its ids are | plausible | 0.1 |
struct SlackWebhook: TellingCredential {
    static let extent = CredentialExtent.match

    /// What stands behind the host: kind, workspace, integration or workflow, and so on.
    private let path: [ArraySlice<UInt8>]

    init?(_ text: [UInt8]) {
        guard let host = text.span.firstIndex(of: "hooks.slack.com/", in: 0..<text.count) else { return nil }
        path = text[(host + 16)...].split(separator: UInt8(ascii: "/"))
        guard path.count >= 4 else { return nil }
    }

    var judgement: Judgement {
        let isPlaceholder = path.last.map { Placeholder.isOne($0) } ?? true
        let hasID = Set(path[1].dropFirst()).count > 2
        return Judgement(verdict: .plausible, score: isPlaceholder || !hasID ? 0.1 : 0.93)
    }

    var reason: String { "has the parts of a Slack webhook" }

    var details: DetailList {
        var details = DetailList()
        details.add("kind", path[0])
        details.add("workspace", path[1])
        if !path[0].holds("triggers") { details.add(path[0].holds("services") ? "integration" : "app", path[2]) }
        return details
    }
}
