import Testing

/// A repository for one test. git runs in shell scripts, so that a step of a test is one process of ours.
final class GitFixture {
    struct ScriptError: Error, CustomStringConvertible {
        let script: String
        let outcome: Outcome

        var description: String { "\(script)\n\(outcome)" }
    }

    let folder: TemporaryFolder

    /// Clocks of scripts start so many seconds after each other.
    private static let stepSeconds = 10_000
    private var seconds = 1_700_000_000

    /// The repository `r` in a folder of its own.
    ///
    /// - Parameters:
    ///   - script: run in its work tree.
    ///   - options: of `git init`.
    init(_ script: String = "", options: String = "") throws {
        folder = try TemporaryFolder()
        try run("git init -q -b main \(options) r && cd r\n" + script, in: "")
    }

    /// The path of something in the fixture's folder; of the repository by default.
    func file(_ name: String = "r") -> String { folder.file(name) }

    /// Runs a script that must succeed. What it prints is returned, without the last line end.
    ///
    /// Beside git there are `put FILE LINE…`, `commit SUBJECT`, which takes all files, and `tick`, which moves the
    /// clock of commits on by a minute.
    @discardableResult func run(_ script: String, in place: String = "r") throws -> String {
        let outcome = try attempt(script, in: place)
        guard outcome.code == 0 else { throw ScriptError(script: script, outcome: outcome) }
        return outcome.text.hasSuffix("\n") ? String(outcome.text.dropLast()) : outcome.text
    }

    /// Runs a script that may fail, such as a commit that a hook refuses.
    func attempt(_ script: String, in place: String = "r") throws -> Outcome {
        seconds += Self.stepSeconds
        let whole = "t=\(seconds)\n" + Self.functions + script
        return try Command(["/bin/sh", "-ec", whole]).with {
            $0.folder = folder.file(place)
            $0.environment = environment
        }.run()
    }

    /// Runs `keyhound git` in the repository. What it finds is named in full, which only a report on disk may do.
    func scan(
        _ arguments: String..., in place: String = "r", input: String? = nil, environment: [String: String] = [:]
    ) throws -> GitReport {
        try scan(.keyhound(["git"] + arguments), in: place, input: input, environment: environment)
    }

    /// Runs any command that writes reports.
    func scan(
        _ command: Command, in place: String = "r", input: String? = nil, environment: [String: String] = [:]
    ) throws -> GitReport {
        let words = ["-f", "json", "--every-location", "--show-secrets", "-o", file("report.json")]
        try folder.write("report.json", "")
        let outcome = try command.with {
            $0.words += words.map { Array($0.utf8) }
            $0.folder = file(place)
            $0.environment = environment
            if let input { $0.input = .bytes(Array(input.utf8)) }
        }.run()
        return try GitReport(outcome, folder.contents("report.json"))
    }

    /// What git sees: no configuration but the repository's own and what stands here.
    private var environment: [String: String] {
        [
            "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "HOME": folder.path, "LC_ALL": "C",
            "GIT_AUTHOR_NAME": "A U Thor", "GIT_AUTHOR_EMAIL": "author@example.org",
            "GIT_COMMITTER_NAME": "C O Mitter", "GIT_COMMITTER_EMAIL": "committer@example.org",
            "GIT_CONFIG_COUNT": "3", "GIT_CONFIG_KEY_0": "protocol.file.allow", "GIT_CONFIG_VALUE_0": "always",
            "GIT_CONFIG_KEY_1": "gc.auto", "GIT_CONFIG_VALUE_1": "0",
            "GIT_CONFIG_KEY_2": "advice.detachedHead", "GIT_CONFIG_VALUE_2": "false",
        ]
    }

    private static let functions = """
        tick() { t=$((t + 60)); export GIT_AUTHOR_DATE="$t +0000" GIT_COMMITTER_DATE="$t +0000"; }
        put() {
            file=$1; shift
            case $file in */*) mkdir -p "${file%/*}" ;; esac
            printf '%s\\n' "$@" >"$file"
        }
        commit() { tick; git add -A; git commit -q --allow-empty -m "$1"; }
        tick

        """
}
