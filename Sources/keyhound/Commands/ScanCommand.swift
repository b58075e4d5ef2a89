import ArgumentParser

/// `keyhound scan`.
struct ScanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        abstract: "Scan files, folders and standard input.",
        discussion: """
            Everything below a folder is scanned, hidden and ignored files included. Nothing in the scanned content \
            changes how it is scanned. The history of a repository is scanned with --with-git, or by `keyhound git`.
            """)

    @OptionGroup(title: "What to scan") var targets: TargetOptions
    @OptionGroup(title: "Rules") var rules: RuleOptions
    @OptionGroup(title: "Results") var results: ResultOptions
    @OptionGroup(title: "Work") var work: WorkOptions

    func run() throws {
        let plan = try TargetPlan(targets)
        let context = try RunContext(rules: rules, results: results, work: work)
        if !results.quiet { UnnamedConfiguration.note(in: plan.names) }
        let scan = FileScan(plan, targets, work, workers: context.workers, scanning: context.scanning)
        let result = try scan.run(context.rules, in: context.session)
        try context.conclude(result, targets: plan.names, listFailure: plan.failure)
    }
}
