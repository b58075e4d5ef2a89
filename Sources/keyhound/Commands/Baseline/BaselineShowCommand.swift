import ArgumentParser
import Baselines
import Blobs
import Reporting

/// `keyhound baseline show`.
struct BaselineShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "List the entries of a baseline: what, where, why, whose, until when.")

    @Argument(help: ArgumentHelp("The baseline.", valueName: "file"), completion: .file())
    var file: String

    @Flag(help: "Only entries that have expired.")
    var expired = false

    @Option(help: ArgumentHelp("Only entries of this owner.", valueName: "name"))
    var owner: String?

    func run() throws {
        let path = RawPath(file)
        let bytes = try JudgedBaseline.bytes(of: path)
        let today = JudgedBaseline.day(SystemClock.secondsSince1970())
        let (entries, keyIsInside): ([Baseline.Entry], Bool)
        do throws(BaselineError) {
            (entries, keyIsInside) = try Baseline.entries(in: bytes)
        } catch {
            throw Refusal(error.message(in: path))
        }
        let shown = entries.filter { entry in
            (!expired || entry.isExpired(on: today)) && (owner == nil || entry.owner == owner)
        }
        var lines = shown.map { Self.line($0, today: today) }
        let key = keyIsInside ? "inside" : "kept outside"
        lines.append("\(shown.count) of \(entries.count) entries; the key is \(key)")
        guard StandardStreams.writeOutput(lines.joined(separator: "\n") + "\n") else {
            throw ProcessExit(status: .undelivered)
        }
    }

    private static func line(_ entry: Baseline.Entry, today: String) -> String {
        var parts = ["\(entry.line): \(DisplayText.name(entry.path.bytes))  \(DisplayText.prose(entry.rule))"]
        if !entry.scope.isEmpty { parts.append("in " + DisplayText.prose(entry.scope.joined(separator: " "))) }
        if let owner = entry.owner { parts.append(DisplayText.prose(owner)) }
        if let expires = entry.expires {
            parts.append(entry.isExpired(on: today) ? "EXPIRED \(expires)" : "until \(expires)")
        }
        if let reason = entry.reason { parts.append(DisplayText.prose(reason)) }
        return parts.joined(separator: ", ")
    }
}
