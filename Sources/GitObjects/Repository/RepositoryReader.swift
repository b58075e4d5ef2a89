import Blobs
import Inputs

/// Reads what a `Repository` knows from the git folder that was found.
struct RepositoryReader {
    private let found: RepositorySearch.Found
    private let environment: RepositoryEnvironment
    private let handles: DirectoryHandles
    private let configuration: GitConfiguration
    private let format: RepositoryFormat
    private var problems: [RepositoryProblem] = []

    private var common: RawPath { found.folder.commonPath }
    private var isLinked: Bool { found.folder.path != common }

    /// - Throws: `RepositoryError` when the configuration cannot be read, or asks for what is not supported.
    init(
        _ found: RepositorySearch.Found, environment: RepositoryEnvironment, handles: DirectoryHandles
    ) throws(RepositoryError) {
        self.found = found
        self.environment = environment
        self.handles = handles
        configuration = try GitConfiguration.read(found.folder.commonPath.appending("config".utf8), handles: handles)
        format = try RepositoryFormat(configuration)
    }

    consuming func repository() throws(RepositoryError) -> Repository {
        for path in found.passed { note(path, "is named .git and is no git folder") }
        let own = try ownConfiguration()
        let workTree = workTree(own)
        let isBare = isLinked ? false : own.boolean("core", "bare") ?? (workTree == nil)
        if isBare, let workTree { note(workTree, "is a work tree although core.bare is set") }
        let shallowCommits = ShallowFile.commits(
            in: common, format: format.objectFormat, handles: handles, problems: &problems)
        let objectDirectories = objectDirectories
        let isPartial = format.isPartial || hasPromisorPack(in: objectDirectories)
        let worktrees = LinkedWorktree.all(in: common, handles: handles, problems: &problems)
        let submodules = submodules(workTree: workTree, worktrees: worktrees)
        return Repository(
            gitDirectory: found.folder.path, commonDirectory: common, workTree: workTree, isBare: isBare,
            format: format.objectFormat, referenceStorage: format.referenceStorage, shallowCommits: shallowCommits,
            isPartial: isPartial, objectDirectories: objectDirectories, worktrees: worktrees, submodules: submodules,
            problems: problems, configuredHooksPath: own.hooksPath() ?? configuration.hooksPath())
    }

    private mutating func note(_ path: RawPath, _ note: String) {
        problems.append(RepositoryProblem(path: path, note: note))
    }

    /// `config.worktree`, where the repository says that worktrees have one, with the settings of all below it.
    private func ownConfiguration() throws(RepositoryError) -> GitConfiguration {
        guard format.hasWorktreeConfiguration else { return configuration }
        let path = found.folder.path.appending("config.worktree".utf8)
        return configuration.overlaid(with: try GitConfiguration.read(path, handles: handles))
    }

    /// `core.worktree` is not obeyed: it is said when it differs from what was found.
    private mutating func workTree(_ own: GitConfiguration) -> RawPath? {
        guard !isLinked, let written = own.value("core", "worktree") else { return found.workTree }
        if let workTree = found.workTree {
            let configured = found.folder.path.resolving(written)
            if !configured.isSameFile(as: workTree) { note(configured, "is core.worktree, and was not looked at") }
            return workTree
        }
        let confirmed = ConfiguredWorkTree.confirmed(written, of: found.folder.path, handles: handles)
        if confirmed == nil { note(found.folder.path, "has a core.worktree that does not lead back to it") }
        return confirmed
    }

    private var objectDirectories: [RawPath] {
        var directories = [environment.objectDirectory ?? common.appending("objects".utf8)]
        for path in [environment.quarantinePath].compactMap({ $0 }) + environment.alternateObjectDirectories
        where !directories.contains(where: { $0 == path || $0.isSameFile(as: path) }) {
            directories.append(path)
        }
        return directories
    }

    private mutating func hasPromisorPack(in directories: [RawPath]) -> Bool {
        for directory in directories {
            let packs = directory.appending("pack".utf8)
            do {
                let entries = try FolderListing.entries(of: packs, handles: handles)
                if entries.contains(where: { $0.name.suffix(9).elementsEqual(".promisor".utf8) }) { return true }
            } catch {
                note(packs, "cannot be listed")
            }
        }
        return false
    }

    private mutating func submodules(workTree: RawPath?, worktrees: [LinkedWorktree]) -> [Submodule] {
        var search = SubmoduleSearch(handles: handles)
        for folder in [common] + worktrees.map(\.gitDirectory) {
            search.addAbsorbed(in: folder.appending("modules".utf8))
        }
        if let workTree { search.addInitialised(in: workTree) }
        problems.append(contentsOf: search.problems)
        return search.submodules
    }
}
