/// One element of gitleaks' JSON report: https://github.com/gitleaks/gitleaks/blob/master/report/finding.go.
struct GitleaksRecord: Decodable {
    let ruleID: String?
    let file: String?
    let startLine: Int?
    let secret: String?
    let match: String?
    let commit: String?

    private enum CodingKeys: String, CodingKey {
        case ruleID = "RuleID"
        case file = "File"
        case startLine = "StartLine"
        case secret = "Secret"
        case match = "Match"
        case commit = "Commit"
    }

    var finding: ForeignFinding {
        ForeignFinding(
            tool: "gitleaks", ruleID: ruleID, path: file, line: startLine, commit: commit, secret: secret, match: match)
    }
}
