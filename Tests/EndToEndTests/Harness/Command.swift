import Foundation

/// A program to run, and the world it runs in.
struct Command {
    enum Stream {
        case null
        case captured
        case path(String)
        case bytes([UInt8])
    }

    /// The program and its arguments, as the kernel gets them.
    var words: [[UInt8]]

    /// Shell commands before the program, in the same process: `ulimit -n 32`, `umask 000`, `exec 1>&-`.
    var prelude: String?

    /// The only variables that the process gets, beside PATH.
    var environment: [String: String] = [:]

    /// The working directory; `nil` for that of the tests.
    var folder: String?
    var input = Stream.null
    var output = Stream.captured
    var errors = Stream.captured

    /// Whether to measure the largest resident size. Needs a C compiler; without one nothing is measured.
    var measuresMemory = false

    /// Seconds after which the process counts as hung and is killed.
    var patience = 120.0

    init(_ words: [String]) {
        self.words = words.map { Array($0.utf8) }
    }

    /// The program under test.
    static func keyhound(_ arguments: String...) -> Command { keyhound(arguments) }

    static func keyhound(_ arguments: [String]) -> Command { Command([Environment.binary] + arguments) }

    /// The program under test with a report as JSON, in which every place is a finding.
    static func scan(_ arguments: String...) -> Command { scan(arguments) }

    static func scan(_ arguments: [String]) -> Command {
        keyhound(["scan", "-f", "json", "--every-location"] + arguments)
    }

    func run() throws -> Outcome { try start().wait() }

    func start() throws -> RunningProcess { try RunningProcess(self) }

    func with(_ change: (inout Command) -> Void) -> Command {
        var copy = self
        change(&copy)
        return copy
    }

    /// All words, the prelude's shell in front.
    var fullWords: [[UInt8]] {
        // Folders of tests have no character that the shell would take for its own.
        let steps = [folder.map { "cd \($0) || exit 125" }, prelude].compactMap { $0 }
        guard !steps.isEmpty else { return words }
        let script = (steps + ["exec \"$0\" \"$@\""]).joined(separator: "; ")
        return [Array("/bin/sh".utf8), Array("-c".utf8), Array(script.utf8)] + words
    }
}
