import Findings

/// A password that stands where only a password can: in a URL, in a .netrc file. It is judged as `BasicLogin` judges
/// what it decodes.
struct WrittenPassword: TellingCredential {
    private let password: [UInt8]

    init?(_ text: [UInt8]) {
        guard !text.isEmpty else { return nil }
        password = text
    }

    var judgement: Judgement { BasicLogin.judgement(of: password) }
    var reason: String { "stands where a password belongs" }
    var details: DetailList { DetailList() }
}
