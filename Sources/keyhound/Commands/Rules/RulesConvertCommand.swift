import ArgumentParser
import Blobs
import Migration
import Reporting

/// `keyhound rules convert FILE`.
struct RulesConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Turn rules of gitleaks, Betterleaks, Kingfisher or Nosey Parker into a rule file of Keyhound.",
        discussion: """
            What cannot be carried over, or in part only, is named on standard error with its rule. --rules takes such \
            files as they are, too.
            """)

    @Argument(
        help: ArgumentHelp("The other scanner's rule file, TOML or YAML.", valueName: "file"), completion: .file())
    var file: String

    @Option(
        name: [.customShort("o", allowingJoined: true), .long],
        help: ArgumentHelp("Write the rules to FILE.", valueName: "file"), completion: .file())
    var output: String?

    func run() throws {
        let bytes = try SmallFile.whole(RawPath(file), limit: UserRules.largest)
        guard let format = ForeignRules.format(of: bytes) else {
            throw Refusal("\(file): not a rule file of gitleaks, Betterleaks, Kingfisher or Nosey Parker")
        }
        let converted = try UserRules.convert(bytes, as: format, name: file)
        if let output {
            do throws(DeliveryError) {
                try OwnFile.replace(RawPath(output), with: Array(converted.toml.utf8))
            } catch {
                throw error.ending
            }
        } else if !StandardStreams.writeOutput(converted.toml) {
            throw ProcessExit(status: .undelivered)
        }
        StandardStreams.writeError(UserRules.notes(converted, name: file))
        StandardStreams.writeError("keyhound: \(converted.ruleCount) rules of \(format.rawValue) carried over\n")
    }
}
