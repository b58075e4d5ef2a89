import Foundation
import Glibc
import Testing

/// A process that was started. Its streams are files, so that nobody has to read them while it runs.
final class RunningProcess {
    struct SpawnError: Error {
        let program: String
        let number: Int32
    }

    let processID: pid_t
    private let command: Command
    private let streams: TemporaryFolder
    private let started = ContinuousClock.now

    init(_ command: Command) throws {
        self.command = command
        streams = try TemporaryFolder()
        var words = command.fullWords
        if command.measuresMemory, let gauge = CTool.memoryGauge {
            words = [Array(gauge.utf8), Array(streams.file("peak").utf8)] + words
        }
        processID = try Self.spawn(words, command, streams)
    }

    func signal(_ number: Int32) { kill(processID, number) }

    var isRunning: Bool {
        var information = unsafe siginfo_t()
        // Asks only, and leaves the process to `wait`.
        let result = unsafe waitid(P_PID, id_t(processID), &information, WEXITED | WNOHANG | WNOWAIT)
        return unsafe result == 0 && information.si_signo == 0
    }

    /// Whether the process has a handler for a signal, as `SigCgt` in its status says.
    func catches(_ number: Int32) -> Bool {
        let status = try? String(contentsOfFile: "/proc/\(processID)/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("SigCgt:") }
        let mask = line.flatMap { UInt64($0.dropFirst(7).trimmingCharacters(in: .whitespaces), radix: 16) } ?? 0
        return mask >> UInt64(number - 1) & 1 != 0
    }

    func wait() throws -> Outcome {
        var status: Int32 = 0
        var hung = false
        while unsafe waitpid(processID, &status, WNOHANG) == 0 {
            if !hung, ContinuousClock.now - started > .seconds(command.patience) {
                hung = true
                kill(-processID, SIGKILL)
            }
            usleep(1000)
        }
        let signal = status & 0x7F
        let peak = try? String(contentsOfFile: streams.file("peak"), encoding: .utf8)
        return Outcome(
            code: signal == 0 ? (status >> 8) & 0xFF : nil, signal: signal == 0 ? nil : signal,
            output: streams.contents("output"), errors: streams.contents("errors"),
            peakMemory: peak.flatMap { Int($0) }.map { $0 * 1024 }, hung: hung)
    }

    private static func spawn(_ words: [[UInt8]], _ command: Command, _ streams: TemporaryFolder) throws -> pid_t {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        for (descriptor, stream, name) in [
            (STDIN_FILENO, command.input, "input"), (STDOUT_FILENO, command.output, "output"),
            (STDERR_FILENO, command.errors, "errors"),
        ] {
            let path: String
            switch stream {
            case .null: path = "/dev/null"
            case .captured: path = streams.file(name)
            case .path(let named): path = named
            case .bytes(let bytes):
                try streams.write(name, bytes)
                path = streams.file(name)
            }
            let flags = descriptor == STDIN_FILENO ? O_RDONLY : O_WRONLY | O_CREAT | O_TRUNC
            unsafe posix_spawn_file_actions_addopen(&actions, descriptor, path, flags, 0o600)
        }

        // Threads of Dispatch block signals, and a child would inherit that.
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        var all = sigset_t()
        unsafe sigemptyset(&none)
        unsafe sigfillset(&all)
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        unsafe posix_spawnattr_setsigdefault(&attributes, &all)
        unsafe posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
        unsafe posix_spawnattr_setflags(&attributes, Int16(flags))

        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let variables = ["PATH": path, "TMPDIR": streams.path].merging(command.environment) { $1 }
        var arguments = unsafe words.map { unsafe strdup(($0 + [0]).map(CChar.init(bitPattern:))) } + [nil]
        var environment = unsafe variables.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
        defer {
            for index in unsafe arguments.indices { unsafe free(arguments[index]) }
            for index in unsafe environment.indices { unsafe free(environment[index]) }
        }
        var processID: pid_t = 0
        let error = unsafe posix_spawnp(
            &processID, String(decoding: words[0], as: UTF8.self), &actions, &attributes, &arguments, &environment)
        guard error == 0 else {
            throw SpawnError(program: String(decoding: words[0], as: UTF8.self), number: error)
        }
        return processID
    }
}
