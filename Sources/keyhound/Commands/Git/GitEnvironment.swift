import Blobs
import GitObjects

/// What git has set for a hook.
enum GitEnvironment {
    static var current: RepositoryEnvironment {
        RepositoryEnvironment { name in Environment.value(of: name).map { Array($0.utf8) } }
    }

    /// The index that a commit is made from, where that is not the repository's own.
    static var indexFile: RawPath? { Environment.value(of: "GIT_INDEX_FILE").map { RawPath($0) } }
}
