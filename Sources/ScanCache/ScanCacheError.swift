/// Why a cache could not be read or written. No path is repeated here: the caller knows it.
///
/// None of these makes a scan wrong: without the cache, everything is scanned.
public enum ScanCacheError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Something else is in the file. It was not changed. Remedy: give another path.
    case notACache

    /// The path is a symbolic link. It was not followed.
    case symbolicLink

    /// The path is a folder, a device or the like.
    case notRegular

    /// No file can have this name: it is empty, ends in `/` or holds a NUL byte.
    case invalidName

    /// A later version of the program made it, with this version of the format. It was not changed.
    case newer(version: Int)

    /// Another process held the file for longer than this one waits.
    case busy

    /// The file or its folder may not be written. What is in the cache can be read.
    case readOnly

    /// No room is left.
    case full

    /// The file is a cache, and cannot be read as one. Remedy: delete it.
    case damaged

    /// Anything else, in the words of the system or of SQLite.
    case ioError(String)

    public var description: String {
        switch self {
        case .notACache: "the file is not a cache of this program, and was left as it is"
        case .symbolicLink: "the cache is a symbolic link, which is not followed"
        case .notRegular: "the cache is not a regular file"
        case .invalidName: "no file can have this name"
        case .newer(let version): "a later version of this program made the cache (format \(version))"
        case .busy: "other processes use the cache, and it did not come free in time"
        case .readOnly: "the cache may not be written"
        case .full: "there is no room to write the cache"
        case .damaged: "the cache is damaged: delete it, and the next run makes a new one"
        case .ioError(let text): "the cache could not be read or written: \(text)"
        }
    }
}
