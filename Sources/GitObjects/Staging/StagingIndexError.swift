import Inputs

/// Why an index could not be read.
public enum StagingIndexError: Error, Hashable, Sendable {
    /// There is no such file: nothing was ever staged.
    case missing

    /// It cannot be opened or read.
    case unreadable(InputError)

    /// Its version is none that is known.
    case unsupportedVersion(Int)

    /// It has an extension that must be understood and is not; its four letters.
    case unsupportedExtension([UInt8])

    /// It breaks its format at this byte offset.
    case malformed(offset: Int)

    /// It is split, and the file with the other part is missing, unreadable, or broken.
    case sharedPart

    /// It is split, and its parts do not fit together.
    case mismatchedParts
}
