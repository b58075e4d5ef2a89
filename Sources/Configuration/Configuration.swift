import Findings
import RuleCompilation
import Rules

/// What a configuration file says: the options of a command, as if they stood in front of those on the command line.
///
/// So an option on the command line is stronger, and lists add up. A configuration takes effect only where the user
/// names it; paths in it are relative to its folder. `Schemas/keyhound-configuration-1.schema.json` describes it.
public struct Configuration: Sendable {
    /// One option with its value.
    public struct Setting: Hashable, Sendable {
        /// What the option is about: not every command knows all of them.
        public enum Scope: Hashable, Sendable {
            /// With which rules to scan, and how the work is done: all that scan.
            case work
            /// Which files to scan: all that look for files themselves.
            case files
            /// Which findings count, and by which key their fingerprints are made: those that keep findings, too.
            case findings
            /// What else a result means: all that report.
            case results
        }

        public let scope: Scope

        /// The name on the command line, such as `--min-confidence`.
        public let option: String

        /// `nil` for a flag.
        public let value: String?

        /// Where it stands in the file, from 1, and what it is called there.
        public let line: Int
        public let key: String
    }

    /// In the order of the command line's help.
    public let settings: [Setting]

    /// - Parameter name: the file's path, as the user gave it: messages and relative paths are told by it.
    /// - Throws: `RuleFileErrors`, with each unknown key and wrong type and its line.
    public init(parsing bytes: [UInt8], name: String) throws(RuleFileErrors) {
        var root = try TOMLDocument(RuleFile(name: name, bytes: bytes)).root
        var list = SettingList(folder: name.lastIndex(of: "/").map { String(name[...$0]) } ?? "")
        root.section("rules") { section in
            list.paths("files", as: "--rules", of: &section)
            list.names("only", as: "--only", of: &section)
            list.names("disable", as: "--disable", of: &section)
        }
        root.section("scan") { section in
            list.scope = .files
            list.texts("include", as: "--include", of: &section)
            list.texts("exclude", as: "--exclude", of: &section)
            list.flag("with_git", as: "--with-git", of: &section)
            list.flag("follow", as: "--follow", of: &section)
            list.text("max_file_size", as: "--max-file-size", of: &section)
            list.number("max_depth", in: 0...64, as: "--max-depth", of: &section)
            list.text("max_expanded", as: "--max-expanded", of: &section)
            list.text("decoder_memory", as: "--decoder-memory", of: &section)
        }
        root.section("results") { section in
            list.scope = .findings
            list.choice("min_confidence", of: Confidence.allCases.map(\.rawValue), as: "--min-confidence", &section)
            list.scope = .results
            list.choice("fail_on", of: Confidence.allCases.map(\.rawValue), as: "--fail-on", &section)
            list.choice("fail_on_severity", of: Severity.allCases.map(\.rawValue), as: "--fail-on-severity", &section)
            list.names("accept_incomplete", as: "--accept-incomplete", of: &section)
            list.flag("every_location", as: "--every-location", of: &section)
            list.flag("report_impossible", as: "--report-impossible", of: &section)
            list.flag("inline_allow", as: "--no-inline-allow", when: false, of: &section)
            list.path("baseline", as: "--baseline", of: &section)
            list.flag("strict_baseline", as: "--strict-baseline", of: &section)
            list.scope = .findings
            list.path("fingerprint_key_file", as: "--fingerprint-key-file", of: &section)
        }
        root.section("work") { section in
            list.scope = .work
            list.number("jobs", in: 1...256, as: "--jobs", of: &section)
            list.text("timeout", as: "--timeout", of: &section)
        }
        root.refuseUnknownKeys()
        guard root.problems.isEmpty else { throw RuleFileErrors(problems: root.problems) }
        settings = list.settings
    }
}
