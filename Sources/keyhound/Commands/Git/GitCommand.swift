import ArgumentParser
import Blobs
import Findings
import GitObjects
import Inputs
import Pipeline
import Scanning

/// `keyhound git`.
struct GitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "git",
        abstract: "Scan the history of a repository, or what a commit or push adds to it.",
        discussion: """
            Every object is scanned, whether a reference still leads to it or not: blobs, names of files, messages of \
            commits and tags, names of references, reflogs; submodules too. Findings say which commit brought them \
            in, whether they are in HEAD, and whether they were pushed. git is never started, and nothing in the \
            repository takes effect.
            """)

    @OptionGroup(title: "What to scan") var git: GitOptions
    @OptionGroup(title: "Rules") var rules: RuleOptions
    @OptionGroup(title: "Results") var results: ResultOptions
    @OptionGroup(title: "Work") var work: WorkOptions

    func run() throws {
        var arguments = RawArguments()
        let path = git.repository.map { arguments.path($0) } ?? RawPath(".")
        let environment = git.repository == nil || git.isHook ? GitEnvironment.current : .empty
        let repository = try Self.repository(at: path, environment)
        let scope = try RepositoryScope(git, repository)
        if !results.quiet, let folder = repository.workTree { UnnamedConfiguration.note(in: [folder]) }
        // What is pushed may not speak for itself.
        let context = try RunContext(rules: rules, results: results, work: work, deniesComments: git.receive)
        let rules = context.rules
        var settings = HistorySettings(workers: context.workers, scanning: context.scanning)
        settings.searchesWhole = git.wholeObjects
        let cache = git.cache.flatMap { name in
            ObjectCache(
                path: arguments.path(name), rulesSHA256: context.rulesSHA256, format: repository.format,
                isQuiet: results.quiet)
        }
        settings.known = cache?.known
        let (quiet, history) = (results.quiet, settings)
        let result = try context.session.run { stop, progress in
            let outcome = try scope.scan(rules, settings: history, stop: stop, progress: progress)
            if !quiet { StandardStreams.writeError("keyhound: \(outcome.summary)\n") }
            return outcome.result
        }
        cache?.add(result)
        try context.conclude(result, targets: [path])
    }

    private static func repository(at path: RawPath, _ environment: RepositoryEnvironment) throws -> Repository {
        do throws(RepositoryError) {
            return try Repository.discover(at: path, environment: environment, handles: DirectoryHandles())
        } catch {
            throw Refusal("\(path.lossyText): \(RepositoryErrorText.text(error))")
        }
    }
}
