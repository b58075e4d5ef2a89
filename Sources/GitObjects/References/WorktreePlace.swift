import Blobs

/// A folder with references and logs, and what comes before their names.
///
/// Format: git's Documentation/git-worktree, "REFS".
struct WorktreePlace {
    let folder: RawPath

    /// Empty for the main worktree, else `worktrees/<name>/`.
    let prefix: [UInt8]

    static func all(of repository: Repository) -> [WorktreePlace] {
        [WorktreePlace(folder: repository.commonDirectory, prefix: [])]
            + repository.worktrees.map {
                WorktreePlace(folder: $0.gitDirectory, prefix: prefix(forWorktree: $0.name))
            }
    }

    static func prefix(forWorktree name: [UInt8]) -> [UInt8] {
        Array("worktrees/".utf8) + name + [UInt8(ascii: "/")]
    }

    /// What comes before the name of a reference of a linked worktree; empty for all others.
    static func prefix(of name: [UInt8]) -> [UInt8] {
        let start = "worktrees/".utf8
        guard name.starts(with: start),
            let end = name.dropFirst(start.count).firstIndex(of: UInt8(ascii: "/"))
        else { return [] }
        return Array(name[...end])
    }

    /// Whether each worktree has its own reference of this name.
    static func isPerWorktree(_ name: [UInt8]) -> Bool {
        guard name.starts(with: "refs/".utf8) else { return RootReference.isName(name) }
        return ["refs/bisect/", "refs/worktree/", "refs/rewritten/"].contains { name.starts(with: $0.utf8) }
    }
}
