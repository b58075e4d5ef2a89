import Inputs

/// Why a repository could not be read at all. What is wrong with a part of it is a `RepositoryProblem`.
public enum RepositoryError: Error, Hashable, Sendable {
    /// Neither the folder nor one above it is a work tree or a git folder.
    case notARepository

    /// A file or folder that every repository has cannot be read.
    case unreadable(InputError)

    /// It is of a kind that this version cannot read; the text names the extension or the version.
    case unsupported(String)

    /// It contradicts itself, or leads nowhere; the text says what, without anything from its content.
    case corrupt(String)
}
