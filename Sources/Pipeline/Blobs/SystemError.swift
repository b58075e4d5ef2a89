import Findings
import Glibc
import Inputs

/// Words for what the operating system refused.
enum SystemError {
    /// The system's text for an error number.
    static func text(_ number: Int32) -> String {
        // strerror's buffer belongs to the C library and stays valid until the next call on this thread.
        unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
    }
}

extension SkipReason {
    /// The reason that an input error is reported under, and what is to be added.
    public static func explaining(_ error: InputError) -> (reason: SkipReason, note: String) {
        switch error {
        case .vanished: (.vanished, "")
        case .unreadable(let number): (.unreadable, SystemError.text(number))
        case .symbolicLink: (.symbolicLink, "")
        case .notRegular(let kind): (skipReason(of: kind), "")
        case .tooManyOpenFiles: (.ioError, "too many open files: raise ulimit -n, or lower --jobs")
        case .failed(let number): (.ioError, SystemError.text(number))
        case .invalidName: (.ioError, "no file can have this name")
        case .nameTooLong(let limit): (.ioError, "longer than \(limit) bytes")
        case .invalidGlob(let offset): (.ioError, "invalid pattern at byte \(offset)")
        }
    }

    /// Why an entry of a folder that is neither file nor folder is left out.
    public static func skipReason(of kind: EntryKind) -> SkipReason {
        switch kind {
        case .fifo: .fifo
        case .socket: .socket
        case .characterDevice, .blockDevice: .device
        case .symbolicLink: .symbolicLink
        case .unknown: .vanished
        case .regular, .directory: .changedDuringScan
        }
    }
}
