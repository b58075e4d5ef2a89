import Glibc

/// Which file something is, whatever its name.
struct FileIdentity {
    private let status: stat?

    /// - Parameter status: `nil` where there is no file. That is the same as nothing, itself included.
    init(_ status: stat?) {
        self.status = status
    }

    func isSame(as other: FileIdentity) -> Bool {
        guard let status, let otherStatus = other.status else { return false }
        return status.st_dev == otherStatus.st_dev && status.st_ino == otherStatus.st_ino
    }

    /// Whether it is a terminal or the like: what two writers put there follows in turn, and nothing is lost.
    var isCharacterDevice: Bool { status.map { $0.st_mode & S_IFMT == S_IFCHR } ?? false }
}
