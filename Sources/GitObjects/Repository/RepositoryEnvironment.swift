import Blobs

/// The variables by which git tells its hooks where the objects are.
///
/// Format: git's Documentation/git, "The Git Repository", and Documentation/git-receive-pack, "Quarantine Environment".
public struct RepositoryEnvironment: Hashable, Sendable {
    /// `GIT_OBJECT_DIRECTORY`
    public let objectDirectory: RawPath?

    /// `GIT_ALTERNATE_OBJECT_DIRECTORIES`, split and unquoted.
    public let alternateObjectDirectories: [RawPath]

    /// `GIT_QUARANTINE_PATH`
    public let quarantinePath: RawPath?

    /// `GIT_DIR`: a repository is then not searched for.
    public let gitDirectory: RawPath?

    /// Nothing is set.
    public static let empty = RepositoryEnvironment { _ in nil }

    /// - Parameter lookup: the value of a variable of the process, `nil` when it is not set. Not kept.
    public init(lookup: (String) -> [UInt8]?) {
        func path(_ name: String) -> RawPath? {
            lookup(name).flatMap { $0.isEmpty ? nil : RawPath($0) }
        }
        objectDirectory = path("GIT_OBJECT_DIRECTORY")
        alternateObjectDirectories = Self.split(lookup("GIT_ALTERNATE_OBJECT_DIRECTORIES") ?? [])
        quarantinePath = path("GIT_QUARANTINE_PATH")
        gitDirectory = path("GIT_DIR")
    }

    /// Paths are separated by `:`. One that begins with `"` is quoted as in C, and ends at the next `"`.
    ///
    /// A quote that does not end is part of the path: git takes it so.
    private static func split(_ list: [UInt8]) -> [RawPath] {
        var paths: [RawPath] = []
        var rest = list[...]
        while !rest.isEmpty {
            let path: [UInt8]
            if let (text, end) = QuotedText.unquote(rest) {
                path = text
                rest = rest[end...].drop { $0 != UInt8(ascii: ":") }
            } else {
                path = Array(rest.prefix { $0 != UInt8(ascii: ":") })
                rest = rest.dropFirst(path.count)
            }
            rest = rest.dropFirst()
            if !path.isEmpty { paths.append(RawPath(path)) }
        }
        return paths
    }
}
