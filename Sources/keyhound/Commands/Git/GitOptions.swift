import ArgumentParser

/// Which part of a repository to scan: one of these, or all of it.
struct GitOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "A repository: its work tree or a folder in it, or a bare one. The one around this folder by default.",
            valueName: "repository"), completion: .directory)
    var repository: String?

    @Flag(help: "What is staged and differs from the commit that is checked out.")
    var staged = false

    @Flag(help: "Files of the work tree that differ from what is staged.")
    var unstaged = false

    @Option(
        help: ArgumentHelp(
            "What the commits bring in that B leads to and A does not: A..B, ..B for all of B, or A.. for HEAD.",
            valueName: "A..B"))
    var range: String?

    @Option(
        help: ArgumentHelp(
            "What commits since then bring in, on all references: 2025-01-31, 2025-01-31T12:00:00Z, 36h, 14d.",
            valueName: "date"))
    var since: String?

    @Flag(help: "As a pre-push hook: what the push that standard input tells of would send.")
    var push = false

    @Flag(help: "As a pre-receive hook: what the push that standard input tells of has brought.")
    var receive = false

    @Option(
        help: ArgumentHelp(
            "Remember in FILE what nothing was found in, and do not read it again. No secret is in it.",
            valueName: "file"), completion: .file())
    var cache: String?

    @Flag(help: ArgumentHelp("Search every object as a whole: slow, same findings.", visibility: .hidden))
    var wholeObjects = false

    /// Whether git calls: then what it has set counts even for a repository that is named.
    var isHook: Bool { staged || push || receive }

    func validate() throws {
        let count = [staged, unstaged, range != nil, since != nil, push, receive].count { $0 }
        guard count <= 1 else {
            throw ValidationError("--staged, --unstaged, --range, --since, --push and --receive exclude each other")
        }
    }
}
