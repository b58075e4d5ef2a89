import ArgumentParser

/// `keyhound mail`.
struct MailCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail",
        abstract: "Scan mail exports, and say whom each secret reached.",
        discussion: """
            Mailboxes (mbox, Maildir, .eml, .emlx, .mht, .msg, PST and OST, winmail.dat), calendars and contacts are \
            recognised by their content, in archives too; whatever else lies in a folder is scanned as by `keyhound \
            scan`. Each secret is told with who sent it first, whom it reached and how, whether it left the \
            organisation, and which messages still hold it.
            """)

    @OptionGroup(title: "What to scan") var targets: TargetOptions
    @OptionGroup(title: "Mail") var mail: MailOptions
    @OptionGroup(title: "Rules") var rules: RuleOptions
    @OptionGroup(title: "Results") var results: ResultOptions
    @OptionGroup(title: "Work") var work: WorkOptions

    func run() throws {
        let plan = try TargetPlan(targets)
        let context = try RunContext(
            rules: rules, results: results, work: work, mail: try mail.options(), moreReports: mail.reports)
        let scan = FileScan(plan, targets, work, workers: context.workers, scanning: context.scanning)
        let result = try scan.run(context.rules, in: context.session)
        try context.conclude(result, targets: plan.names, listFailure: plan.failure)
    }
}
