/// The rule files of other scanners that can be carried over.
public enum ForeignRuleFormat: String, Sendable, CaseIterable {
    /// TOML, as gitleaks and betterleaks have it: https://github.com/gitleaks/gitleaks#configuration.
    case gitleaks
    /// YAML: https://github.com/mongodb/kingfisher/blob/main/docs/RULES.md.
    case kingfisher
    /// YAML: https://github.com/praetorian-inc/noseyparker/blob/main/docs/RULES.md.
    case noseyparker

    /// In front of the ids of all rules that are carried over: so they differ from the built-in ones.
    var prefix: String { rawValue }

    var name: String {
        switch self {
        case .gitleaks: "gitleaks"
        case .kingfisher: "Kingfisher"
        case .noseyparker: "Nosey Parker"
        }
    }
}
