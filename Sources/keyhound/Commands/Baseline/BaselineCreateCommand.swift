import ArgumentParser
import Baselines
import Blobs
import Findings

/// `keyhound baseline create`.
struct BaselineCreateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Make a baseline of everything that is found now.",
        discussion: """
            Keep the key of its fingerprints outside of the repository: head -c 32 /dev/urandom > KEY, and then \
            --fingerprint-key-file KEY, here and in every scan. Without it the key stands in the file, and whoever has \
            the file can try secrets; that is hopeless for strong ones, and weak ones are made costly to try.
            """)

    @Option(
        name: [.customShort("o", allowingJoined: true), .long],
        help: ArgumentHelp("The new file.", valueName: "file"), completion: .file())
    var output: String

    @OptionGroup(title: "Entries") var entries: EntryOptions
    @OptionGroup(title: "What to scan") var targets: TargetOptions
    @OptionGroup(title: "Rules") var rules: RuleOptions
    @OptionGroup(title: "Work") var work: WorkOptions

    func run() throws {
        let path = RawPath(output)
        guard !FileCalls.exists(path) else {
            throw Refusal("\(output): is there already: use keyhound baseline update, or another name")
        }
        var baseline = try emptyBaseline()
        let scan = try BaselineScan(targets, rules, work, entries)
        let count = scan.add(to: &baseline, entries)
        let key =
            baseline.keyIsInside
            ? "; its key is inside, better is one outside of the repository (--fingerprint-key-file)"
            : ""
        try scan.conclude(baseline, at: path, did: "\(count) \(count == 1 ? "entry" : "entries")\(key)")
    }

    private func emptyBaseline() throws -> Baseline {
        guard let name = entries.fingerprintKeyFile else { return Baseline(keyInside: RandomBytes.make(32)) }
        let key = try KeyFile.bytes(name)
        do throws(BaselineError) {
            return try Baseline(externalKey: key)
        } catch {
            throw Refusal(error.message(in: RawPath(name)))
        }
    }
}
