import Checksums
import Findings

/// Judges GitLab's tokens.
///
/// | token | verdict | score |
/// |---|---|---|
/// | routable, its check holds | proven | 0.97 |
/// | routable `glpat` or `glrtr`, its check fails | impossible | |
/// | another routable kind, its check fails | plausible | 0.6, or the rule's if lower |
/// | not routable: no check | plausible | the rule's |
/// | neither proven nor impossible, and filled in by hand | plausible | 0.1 |
///
/// An instance may put a prefix of its own in front (`acme-glpat-…`), which the check covers: a check that fails is
/// tried again from each place where such a prefix may start. Vector: `routable_payload_spec.rb` of GitLab.
enum GitLabTokenProof {
    /// "Instance token prefix" in GitLab's "Account and limit settings": 20 characters at most. One more for the
    /// hyphen.
    private static let longestInstancePrefix = 21

    static func judge(_ text: Span<UInt8>, _ secret: Range<Int>, confidence: Float) -> Judgement {
        guard let kind = GitLabTokenKind(text, at: secret.lowerBound) else { return .impossible }
        let token = text.extracting(secret)
        let prefixLength = kind.prefix.utf8.count
        guard GitLabRouting.isRoutable(token) else {
            let isFiller = FillerText.isFiller(token, prefixLength..<token.count)
            return Judgement(verdict: .plausible, score: isFiller ? CheckedTokenProof.fillerScore : confidence)
        }
        if TrailingCheck.gitlab.holds(token) || holdsWithInstancePrefix(text, secret) {
            return Judgement(verdict: .proven, score: CheckedTokenProof.provenScore)
        }
        return kind.isHard ? .impossible : CheckedTokenProof.failed(token, behind: prefixLength, confidence: confidence)
    }

    static func facts(_ token: Span<UInt8>) -> (reason: String, details: [Finding.Detail]) {
        guard let kind = GitLabTokenKind(token, at: 0) else { return ("has the shape of a GitLab token", []) }
        var details = [Finding.Detail(name: "kind", value: kind.name)]
        guard GitLabRouting.isRoutable(token) else { return ("has the shape of a GitLab \(kind.name)", details) }
        for entry in GitLabRouting(token)?.entries ?? [] {
            guard let name = name(of: entry.key) else { continue }
            details.append(Finding.Detail(name: name, value: value(entry)))
        }
        return (CheckedTokenProof.reason("GitLab", kind.name, TrailingCheck.gitlab.holds(token)), details)
    }

    private static func holdsWithInstancePrefix(_ text: Span<UInt8>, _ secret: Range<Int>) -> Bool {
        guard secret.lowerBound > 0, text[secret.lowerBound - 1] == UInt8(ascii: "-") else { return false }
        var start = secret.lowerBound - 1
        while start > 0, secret.lowerBound - start < longestInstancePrefix, isPrefixByte(text[start - 1]) {
            start -= 1
            if TrailingCheck.gitlab.holds(text.extracting(start..<secret.upperBound)) { return true }
        }
        return false
    }

    private static func isPrefixByte(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }

    /// "Routable tokens" in GitLab's handbook.
    private static func name(of key: UInt8) -> String? {
        switch key {
        case UInt8(ascii: "c"): "cell"
        case UInt8(ascii: "o"): "organization"
        case UInt8(ascii: "g"): "group"
        case UInt8(ascii: "p"): "project"
        case UInt8(ascii: "u"): "user"
        case UInt8(ascii: "t"): "runner_type"
        default: nil
        }
    }

    /// The types of runners are those of `Ci::Runner`.
    private static func value(_ entry: (key: UInt8, value: UInt32)) -> String {
        switch (entry.key, entry.value) {
        case (UInt8(ascii: "t"), 1): "instance"
        case (UInt8(ascii: "t"), 2): "group"
        case (UInt8(ascii: "t"), 3): "project"
        default: String(entry.value)
        }
    }
}
