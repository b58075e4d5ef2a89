import Blobs
import Findings
import GitObjects
import Inputs
import Pipeline
import Scanning

/// What of a repository a command scans, as the user asked.
struct RepositoryScope {
    /// What a scan came to, and one sentence about its scope.
    struct Outcome {
        let result: RunResult
        let summary: String
    }

    private enum Kind {
        case everything
        case changes(ChangeScope, EmptyScope)
        case unstaged
    }

    /// What it means if there is nothing to look at.
    private enum EmptyScope {
        /// Nothing to object to, such as a push that only deletes.
        case fine

        /// The user expected commits: a scan that has seen nothing is not clean.
        case incomplete
    }

    private let repository: Repository
    private let kind: Kind

    /// - Throws: `Refusal` when a name leads nowhere, or standard input is not what a hook gets.
    init(_ options: GitOptions, _ repository: Repository) throws {
        self.repository = repository
        if options.staged {
            kind = .changes(.staged(index: GitEnvironment.indexFile), .fine)
        } else if options.unstaged {
            kind = .unstaged
        } else if let range = options.range {
            kind = .changes(try RevisionRange(range, in: repository).scope, .incomplete)
        } else if let since = options.since {
            kind = .changes(try RevisionRange(since: since, in: repository).scope, .incomplete)
        } else if options.push {
            kind = .changes(.push(try HookInput.pushedReferences(format: repository.format)), .fine)
        } else if options.receive {
            kind = .changes(.receive(try HookInput.receivedReferences(format: repository.format)), .fine)
        } else {
            kind = .everything
        }
    }

    func scan(
        _ rules: CompiledRuleSet, settings: HistorySettings, stop: StopFlag, progress: Progress
    ) throws -> Outcome {
        switch kind {
        case .everything:
            let scan = RepositoryScan(rules, settings: settings, stop: stop, progress: progress)
            let result = try scan.everything(in: repository)
            return Outcome(result: result, summary: "scanned every object of \(repository.gitDirectory.lossyText)")
        case .unstaged:
            let scan = RepositoryScan(rules, settings: settings, stop: stop, progress: progress)
            return try scan.unstaged(in: repository)
        case .changes(let scope, let emptiness):
            let outcome = try ChangeRun.run(
                rules, repository: repository, scope: scope, settings: settings, stop: stop, progress: progress)
            var result = outcome.result
            if outcome.objectCount == 0, emptiness == .incomplete {
                result.skip(
                    Diagnostic(reason: .emptyRange, provenance: Provenance(.file(repository.gitDirectory))))
            }
            let summary = "scanned \(outcome.objectCount) objects of \(outcome.commitCount) commits"
            return Outcome(result: result, summary: outcome.objectCount == 0 ? "nothing to scan" : summary)
        }
    }
}
