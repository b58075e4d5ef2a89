import ArgumentParser

/// A moment at which git asks.
enum HookKind: String, CaseIterable, ExpressibleByArgument {
    case preCommit = "pre-commit"
    case prePush = "pre-push"
    case preReceive = "pre-receive"

    /// The option of `keyhound git` that scans what is at stake.
    var option: String {
        switch self {
        case .preCommit: "--staged"
        case .prePush: "--push"
        case .preReceive: "--receive"
        }
    }

    /// Whether git tells this hook on standard input what it is about.
    var readsInput: Bool { self != .preCommit }

    /// What to do about a finding, for the one who is stopped.
    var advice: [String] {
        switch self {
        case .preCommit:
            [
                "nothing was committed. Take the secret out of the file, or the file out of the index",
                "(git restore --staged FILE), and read it from the environment or a secret store.",
                "If it is no secret, commit with --no-verify and say why in the message.",
            ]
        case .prePush:
            [
                "nothing was pushed. Rotate the secret first if others may have seen it. Then take it out of",
                "the commits that are named above (git rebase -i, or git filter-repo).",
                "If it is no secret, push with --no-verify and say why.",
            ]
        case .preReceive:
            [
                "the push was refused. Rotate the secret, take it out of the commits that are named above",
                "(git rebase -i, or git filter-repo), and push again.",
            ]
        }
    }
}
