import Glibc

/// The descriptors 0, 1 and 2, and what the process itself says on them.
enum StandardStreams {
    /// Makes sure that the three are taken, so that no file which is opened later gets one of their numbers.
    ///
    /// A closed one is replaced by `/dev/null` in the direction in which it is not used: reading standard input, and
    /// writing a report, still fail as they must. A reader that goes away, or a file that
    /// may not grow further, is an error of `write`, not a signal.
    static func reserve() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) == -1 {
            // The lowest free number is `descriptor`: those below it are taken by now.
            // The path is a constant.
            _ = unsafe open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }

    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }
    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Writes a message for people. There is nobody to tell when that fails.
    static func writeError(_ text: String) {
        _ = write(Array(text.utf8), to: STDERR_FILENO)
    }

    /// - Returns: whether all of it was written.
    static func writeOutput(_ text: String) -> Bool {
        write(Array(text.utf8), to: STDOUT_FILENO)
    }

    /// - Returns: whether all of it was written.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            // The buffer is only read, and lives for the call.
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR || errno == EAGAIN { continue }
                return false
            }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
