import Blobs
import Findings
import GitObjects
import Inputs
import Scanning
import Synchronization

/// Scans every object of a repository, reachable or not, and says of each finding which commits, paths and references
/// lead to it.
///
/// 1. Blobs, commits and tags are searched by their contents, in the order of their packs.
/// 2. Trees are read for their names, and for who holds the blobs in which something was found.
/// 3. Commits and references are asked for, and these blobs are searched again, now that their paths are known.
public enum HistoryRun {
    /// - Parameters:
    ///   - stop: looked at before every object.
    ///   - progress: counts as the run goes.
    /// - Throws: when a worker cannot be set up for lack of memory.
    public static func run(
        _ rules: CompiledRuleSet, repository: Repository, settings: HistorySettings, stop: StopFlag = StopFlag(),
        progress: Progress = Progress()
    ) throws -> RunResult {
        let handles = DirectoryHandles()
        let opened = OpenedStore(repository, handles: handles)
        let state = HistoryState(
            rules, settings: settings, repository: repository, opened: opened, handles: handles, stop: stop,
            progress: progress)
        var content = try searchContents(state, .unknown)
        var names = ReferenceNames(state, handles: handles)
        content.result.merge(try names.scan())
        let goals = GoalNumbers(behind: opened.numbers.count)
        let trees = try readTrees(state, content: &content, goals: goals)

        var result = content.result
        result.merge(trees.outcome.result)
        let missing = content.missing.union(trees.outcome.missing)
        if missing.isEmpty { result.clean += content.cleanTexts + trees.outcome.clean }
        remember(state, content: content, leftOutTrees: !trees.areAll, in: &result)
        account(state, missing: missing, problems: names.problems, in: &result)
        let findings = try attribute(state, content: content, trees: trees.outcome, goals: goals, names: names)
        result.add(findings)
        result.finish()
        precondition(result.coverage.isBalanced, "the account of what was examined does not add up")
        return result
    }

    // MARK: Passes

    private static func searchContents(
        _ state: HistoryState, _ part: ContentPass.Part
    ) throws -> ContentPass.Outcome {
        let queue = ObjectQueue(
            rootCounts: state.contentRoots.map(\.count), looseCount: state.opened.numbers.loose.count)
        let total = Mutex(ContentPass.Outcome())
        try WorkerGroup.run(state.settings.workers) {
            let pass = try ContentPass(state, part: part)
            let outcome = pass.work(from: queue)
            total.withLock { $0.merge(outcome) }
        }
        return total.withLock { $0 }
    }

    /// Reads trees: for their names those that are not known, and where something was found all of them, since any may
    /// lead to it. Then the commits and tags that are known are read too.
    private static func readTrees(
        _ state: HistoryState, content: inout ContentPass.Outcome, goals: GoalNumbers
    ) throws -> (outcome: TreePass.Outcome, areAll: Bool) {
        var wanted: [ObjectID: UInt32] = [:]
        for object in content.found where object.kind == .blob { wanted[object.id] = object.number }
        let isFound = !content.found.isEmpty
        if !isFound {
            let outcome = try readTrees(
                state, content.looseTrees, wanted: [:], goals: goals, recordsEdges: false, leavesOutKnown: true)
            // A name that holds a secret is rare: only then are trees read once more, to find its paths.
            if outcome.names.isEmpty { return (outcome, state.known == nil) }
        }
        if let known = state.known {
            content.merge(try searchContents(state, .knownTexts(known.texts(of: state.opened))))
        }
        let outcome = try readTrees(
            state, content.looseTrees, wanted: wanted, goals: goals, recordsEdges: true, leavesOutKnown: false)
        return (outcome, true)
    }

    private static func readTrees(
        _ state: HistoryState, _ looseTrees: [Int], wanted: [ObjectID: UInt32], goals: GoalNumbers, recordsEdges: Bool,
        leavesOutKnown: Bool
    ) throws -> TreePass.Outcome {
        let loose = looseTrees.sorted()
        let queue = ObjectQueue(rootCounts: state.treeRoots.map(\.count), looseCount: loose.count)
        let total = Mutex(TreePass.Outcome())
        try WorkerGroup.run(state.settings.workers) {
            let pass = try TreePass(
                state, wanted: wanted, goals: goals, recordsEdges: recordsEdges, leavesOutKnown: leavesOutKnown)
            let outcome = pass.work(from: queue, looseTrees: loose)
            total.withLock { $0.merge(outcome) }
        }
        return total.withLock { $0 }
    }

    // MARK: Accounting

    /// Counts what was not read because an earlier run had found nothing in it.
    private static func remember(
        _ state: HistoryState, content: ContentPass.Outcome, leftOutTrees: Bool, in result: inout RunResult
    ) {
        guard let known = state.known else { return }
        // Loose objects do not say what they are. Trees among them are read after all if all trees are.
        let loose = state.opened.numbers.loose
        let looseKnown = loose.indices.filter { known.contains(loose[$0].id) }
        let read = Set(content.looseTrees)
        result.coverage.remember(
            units: known.contentCount + (leftOutTrees ? known.treeCount : 0)
                + looseKnown.count { !read.contains($0) })
    }

    private static func account(
        _ state: HistoryState, missing: Set<ObjectID>, problems: [RepositoryProblem], in result: inout RunResult
    ) {
        let repository = state.repository
        let path = Provenance(.file(repository.gitDirectory))
        for problem in state.opened.problems + state.stagingProblems { result.skip(problem) }
        for problem in repository.problems + problems {
            result.skip(Diagnostic(reason: .corrupt, provenance: Provenance(.file(problem.path)), note: problem.note))
        }
        for entry in state.stagedEntries where entry.isGitlink && !repository.hasSubmodule(at: entry.path) {
            result.skip(
                Diagnostic(
                    reason: .submodule, provenance: Provenance(.file(RawPath(entry.path))), note: entry.id.hexadecimal))
        }
        if repository.isShallow {
            let count = repository.shallowCommits.count
            result.skip(
                Diagnostic(
                    reason: .shallow, provenance: path, note: "\(count) boundary \(count == 1 ? "commit" : "commits")"))
        }
        for id in missing.sorted() {
            result.skip(Diagnostic(reason: .missingObjects, provenance: path, note: id.hexadecimal))
        }
        if let reason = state.stop.reason { result.skip(Diagnostic(reason: reason, provenance: path)) }
    }

    // MARK: Attribution

    private static func attribute(
        _ state: HistoryState, content: ContentPass.Outcome, trees: consuming TreePass.Outcome, goals: GoalNumbers,
        names: borrowing ReferenceNames
    ) throws -> [Finding] {
        guard !content.found.isEmpty || !trees.names.isEmpty else { return names.findings }
        let numbers = state.opened.numbers
        let commits = CommitTable(content.commits)
        let numberCount = numbers.count + goals.count
        let staged = StagedPaths(state, wanted: Set(content.found.map(\.number)))
        let tips = names.tips(numbers, tags: content.tags) + staged.tips
        let attribution = Attribution(
            commits, TreeGraph(trees.takeParts(), objectCount: numberCount), tips: tips,
            head: names.head.flatMap { numbers.number(of: $0) }, numberCount: numberCount)
        let wanted = Set(content.found.map(\.number) + trees.names.map(\.goal)).sorted()
        var answers = attribution.answers(for: wanted)
        staged.complete(&answers)

        let versions = try VersionPass.run(state, found: content.found, answers: answers)
        var findings = HistoryFindings(commits)
        for (object, report) in versions.sorted(by: { $0.object.id < $1.object.id }) {
            findings.add(report, answer: answers[object.number] ?? Attribution.Answer())
        }
        for name in trees.names {
            guard let answer = answers[name.goal] else { continue }
            let path = answer.firstPath ?? RawPath(name.name)
            findings.add(name.findings.map { $0.renamed(to: path) }, answer: answer)
        }
        var facts = CommitFacts(state, commits)
        return findings.finish(tips: tips) { facts.facts(at: $0) } + names.findings
    }
}
