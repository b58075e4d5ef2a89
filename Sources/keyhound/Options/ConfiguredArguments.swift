import Blobs
import Configuration
import RuleCompilation

/// The arguments of the program, with what a configuration says in front of what the user says.
///
/// A configuration is found nowhere by itself: `--config` or `KEYHOUND_CONFIG` name it.
struct ConfiguredArguments {
    /// The commands that scan, and which options they know.
    private static let commands: [([String], Set<Configuration.Setting.Scope>)] = [
        (["scan"], [.work, .files, .findings, .results]), (["git"], [.work, .findings, .results]),
        (["mail"], [.work, .files, .findings, .results]),
        (["import"], [.work, .findings, .results]), (["baseline", "create"], [.work, .files, .findings]),
        (["baseline", "update"], [.work, .files, .findings]),
    ]

    let words: [String]

    /// - Parameter arguments: without the program's name.
    /// - Throws: `Refusal`.
    init(_ arguments: ArraySlice<String>) throws {
        guard let (command, scopes) = Self.commands.first(where: { arguments.starts(with: $0.0) }),
            let name = Self.named(in: arguments) ?? Environment.value(of: "KEYHOUND_CONFIG"), !name.isEmpty
        else {
            words = Array(arguments)
            return
        }
        let file = try SmallFile.read(name)
        let configuration: Configuration
        do throws(RuleFileErrors) {
            configuration = try Configuration(parsing: file.bytes, name: name)
        } catch {
            throw Refusal("the configuration cannot be used\n\(error)")
        }
        let settings = configuration.settings.filter { scopes.contains($0.scope) }
        for setting in settings { try Self.check(setting, file: name) }
        let options = settings.map { $0.option + ($0.value.map { "=" + $0 } ?? "") }
        words = command + options + arguments.dropFirst(command.count)
    }

    /// What `--config` names, the last one if there are several. Behind `--` are names of files.
    private static func named(in arguments: ArraySlice<String>) -> String? {
        let options = arguments.prefix { $0 != "--" }
        var name: String?
        for (index, word) in zip(options.indices, options) {
            if word == "--config", index + 1 < options.endIndex { name = options[index + 1] }
            if word.hasPrefix("--config=") { name = String(word.dropFirst("--config=".count)) }
        }
        return name
    }

    /// Values that the parser of the command line would refuse without saying where they stand.
    private static func check(_ setting: Configuration.Setting, file: String) throws {
        guard let value = setting.value else { return }
        let isRight =
            switch setting.option {
            case "--max-file-size", "--max-expanded", "--decoder-memory": ByteCount(argument: value) != nil
            case "--timeout": TimeSpan(argument: value) != nil
            default: true
            }
        guard isRight else {
            throw Refusal("\(file):\(setting.line): error: '\(setting.key)' cannot be '\(value)'")
        }
    }
}
