import Blobs

/// Why a baseline, or a key for one, is refused. Nothing of the file's contents is repeated.
public enum BaselineError: Error, Hashable, Sendable {
    /// A line, from 1, cannot be read.
    case malformed(line: Int, what: String)

    /// A merge left its marks in this line.
    case conflictMarker(line: Int)

    /// This line is the header of a baseline with another key, or says something else of the same one.
    case conflictingHeader(line: Int)

    /// The format is of a version that this program does not know.
    case newer(version: Int)

    /// The key is kept outside of the file, and was not given.
    case needsKeyFile

    /// The key that was given is not the one with which the entries were made.
    case wrongKeyFile

    /// A key has fewer bytes than `FingerprintKey.shortest`.
    case shortKey(bytes: Int)

    /// The file has more bytes than `Baseline.largest`.
    case tooLarge(bytes: Int)

    /// The file has more entries than `Baseline.mostEntries`.
    case tooManyEntries(line: Int)

    /// The line that is at fault, from 1; `nil` if it is the whole file.
    public var line: Int? {
        switch self {
        case .malformed(let line, _), .conflictMarker(let line), .conflictingHeader(let line),
            .tooManyEntries(let line):
            line
        case .newer, .needsKeyFile, .wrongKeyFile, .shortKey, .tooLarge: nil
        }
    }

    /// The error for people, with the place: `FILE:LINE: what is wrong`.
    ///
    /// - Parameter file: the baseline, in the user's spelling. Bytes that are not UTF-8 are replaced.
    public func message(in file: RawPath) -> String {
        file.lossyText + (line.map { ":\($0)" } ?? "") + ": " + description
    }
}

extension BaselineError: CustomStringConvertible {
    /// What is wrong and what helps, without the place.
    public var description: String {
        switch self {
        case .malformed(_, let what): "the baseline cannot be read: \(what)"
        case .conflictMarker: "a merge left a conflict marker in the baseline: keep the lines of both sides"
        case .conflictingHeader:
            "the header differs from the first one: baselines with different keys cannot be merged, "
                + "make one of them anew"
        case .newer(let version):
            "the baseline has format \(version), and this program knows none above \(BaselineHeader.version): "
                + "use a newer keyhound"
        case .needsKeyFile: "the key of the baseline is kept outside of it: name it with --fingerprint-key-file"
        case .wrongKeyFile: "the key file is not the one with which the baseline was made"
        case .shortKey(let bytes): "a key has \(bytes) bytes, and needs at least \(BaselineKey.shortest)"
        case .tooLarge(let bytes): "the baseline has \(bytes) bytes, and may have \(Baseline.largest)"
        case .tooManyEntries: "the baseline has more than \(Baseline.mostEntries) entries"
        }
    }
}
