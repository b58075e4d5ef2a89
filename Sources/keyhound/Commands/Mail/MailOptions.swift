import ArgumentParser
import Exposure
import Reporting

/// What the user says about mail, and what is to be done with it.
struct MailOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A domain of the organisation's own; by default the mail itself tells. Repeatable.", valueName: "domain"))
    var orgDomain: [String] = []

    @Option(
        help: ArgumentHelp(
            "Who is in which group, in CSV, such as group-membership.csv of Google Vault. Repeatable.",
            valueName: "file"),
        completion: .file())
    var members: [String] = []

    @Option(
        help: ArgumentHelp(
            "Write a table of the messages that hold secrets, in CSV: what is to be removed.", valueName: "file"),
        completion: .file())
    var purgeList: String?

    @Option(
        help: ArgumentHelp("Write what to do about each secret, in Markdown.", valueName: "file"),
        completion: .file())
    var actions: String?

    /// - Throws: `Refusal`.
    func options() throws -> MailReportOptions {
        var groups = GroupMembership()
        var arguments = RawArguments()
        for name in members {
            let path = arguments.path(name)
            let bytes = try SmallFile.whole(path, limit: GroupMembership.sizeLimit)
            do throws(GroupMembershipError) {
                groups.merge(try GroupMembership(csv: bytes))
            } catch {
                throw Refusal("\(path.lossyText): \(error)")
            }
        }
        do throws(OrganisationNameError) {
            return try MailReportOptions(domains: orgDomain, members: groups)
        } catch {
            throw Refusal("--org-domain: \(error)")
        }
    }

    /// The lists that are asked for.
    var reports: [ReportRequest] {
        var arguments = RawArguments()
        let lists = [(purgeList, ReportFormat.purge), (actions, ReportFormat.actions)]
        return lists.compactMap { path, format in
            path.map { ReportRequest(format: format, path: arguments.path($0)) }
        }
    }
}
