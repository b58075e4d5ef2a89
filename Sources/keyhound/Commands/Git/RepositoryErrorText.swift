import GitObjects

/// Words for a repository that cannot be read.
enum RepositoryErrorText {
    static func text(_ error: RepositoryError) -> String {
        switch error {
        case .notARepository: "no git repository here or above"
        case .unreadable(let error): InputErrorText.text(error)
        case .unsupported(let what): "a repository that this version cannot read: \(what)"
        case .corrupt(let what): "the repository is damaged: \(what)"
        }
    }
}
