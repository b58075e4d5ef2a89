/// What a repository's configuration says about how it is stored: all that is obeyed of it.
///
/// Format: git's Documentation/technical/repository-version, and Documentation/config/extensions.
struct RepositoryFormat: Hashable {
    var objectFormat = ObjectFormat.sha1
    var referenceStorage = ReferenceStorage.files

    /// Whether objects may be left with a server.
    var isPartial = false

    /// Whether each worktree has a file of settings of its own.
    var hasWorktreeConfiguration = false

    /// Extensions that change nothing for a reader.
    private static let harmless: Set<String> = [
        "noop", "noop-v1", "preciousobjects", "compatobjectformat", "relativeworktrees", "submodulepathconfig",
    ]

    /// - Throws: `RepositoryError.unsupported` for a version, an extension or a value that is not known.
    init(_ configuration: GitConfiguration) throws(RepositoryError) {
        let version = try Self.version(configuration)
        let extensions = configuration.settings.filter {
            $0.section.elementsEqual("extensions".utf8) && $0.subsection == nil
        }
        for setting in extensions {
            let name = String(decoding: setting.key.prefix(64), as: UTF8.self)
            let value = String(decoding: setting.value ?? [], as: UTF8.self)
            switch name {
            case "partialclone": isPartial = true
            case "worktreeconfig": hasWorktreeConfiguration = setting.boolean ?? false
            case _ where Self.harmless.contains(name): break
            case _ where version == 0 && name != "objectformat" && name != "refstorage": break
            case "objectformat":
                guard version == 1, let format = ObjectFormat(rawValue: value) else {
                    throw .unsupported("extensions.objectFormat has an unknown value, or needs version 1")
                }
                objectFormat = format
            case "refstorage":
                guard version == 1, let storage = ReferenceStorage(rawValue: value) else {
                    throw .unsupported("extensions.refStorage has an unknown value, or needs version 1")
                }
                referenceStorage = storage
            default: throw .unsupported("extensions.\(name)")
            }
        }
        if !isPartial {
            isPartial = configuration.settings.contains {
                $0.boolean == true && $0.section.elementsEqual("remote".utf8) && $0.key.elementsEqual("promisor".utf8)
            }
        }
    }

    private static func version(_ configuration: GitConfiguration) throws(RepositoryError) -> Int {
        guard let value = configuration.value("core", "repositoryformatversion") else { return 0 }
        guard let version = Int(String(decoding: value, as: UTF8.self)), version >= 0 else {
            throw .corrupt("core.repositoryFormatVersion is no number")
        }
        guard version <= 1 else { throw .unsupported("repository format version \(version)") }
        return version
    }
}
