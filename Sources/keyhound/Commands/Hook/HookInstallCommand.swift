import ArgumentParser
import Blobs
import GitObjects
import Inputs

/// `keyhound hook install`.
struct HookInstallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "install",
        abstract: "Write a hook into a repository. One that is there already is kept, and run first.",
        discussion: """
            The hook goes where git looks for it: core.hooksPath of the repository, or its folder hooks. A \
            core.hooksPath in your own or the system's configuration is not seen: name that folder with --hooks-path.
            """)

    @Argument(
        help: ArgumentHelp("A repository. The one around this folder by default.", valueName: "repository"),
        completion: .directory)
    var repository: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Which hooks: pre-commit and pre-push by default, pre-receive on a server.", valueName: "hook"))
    var kind: [HookKind] = [.preCommit, .prePush]

    @Option(help: ArgumentHelp("The folder of the hooks.", valueName: "folder"), completion: .directory)
    var hooksPath: String?

    func run() throws {
        var arguments = RawArguments()
        let path = repository.map { arguments.path($0) } ?? RawPath(".")
        let folder: RawPath
        if let hooksPath {
            folder = RawPath(hooksPath)
        } else {
            do throws(RepositoryError) {
                let found = try Repository.discover(at: path, environment: .empty, handles: DirectoryHandles())
                folder = found.hooksPath(home: Environment.value(of: "HOME").map { RawPath($0) })
            } catch {
                throw Refusal("\(path.lossyText): \(RepositoryErrorText.text(error))")
            }
        }
        let program = ProgramPath.current ?? "keyhound"
        for kind in kind {
            let script = HookScript(kind: kind, program: program)
            let outcome = try HookFile(folder: folder, name: kind.rawValue).install(Array(script.text.utf8))
            guard StandardStreams.writeOutput("\(outcome)\n") else { throw ProcessExit(status: .undelivered) }
        }
    }
}
