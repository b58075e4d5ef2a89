import Glibc

/// Why an input could not be had. The caller knows which one, so no path is repeated here.
public enum InputError: Error, Hashable, Sendable {
    /// It is not there any more, or something else now goes by its name.
    case vanished

    /// The operating system refuses to let this user read it: EACCES or EPERM.
    case unreadable(errorNumber: Int32)

    /// The name is a symbolic link, and links are not followed here.
    case symbolicLink

    /// It was opened, or nearly, and is no regular file. Nothing was read from it.
    case notRegular(EntryKind)

    /// No descriptor came free, even after every one that this process could spare was closed.
    /// Remedy: raise `ulimit -n`, or use fewer workers.
    case tooManyOpenFiles

    /// Any other failure, by its error number.
    case failed(errorNumber: Int32)

    /// No file can have this name: it is empty or holds a NUL byte.
    /// In a list of names it means that the list is separated by NUL and not by lines.
    case invalidName

    /// A name in a list is longer than this many bytes.
    case nameTooLong(limit: Int)

    /// A pattern cannot be read from this byte offset on.
    case invalidGlob(offset: Int)

    init(errorNumber: Int32) {
        self =
            switch errorNumber {
            case ENOENT, ENOTDIR, ESTALE: .vanished
            case EACCES, EPERM: .unreadable(errorNumber: errorNumber)
            case ELOOP: .symbolicLink
            case EMFILE, ENFILE: .tooManyOpenFiles
            default: .failed(errorNumber: errorNumber)
            }
    }
}
