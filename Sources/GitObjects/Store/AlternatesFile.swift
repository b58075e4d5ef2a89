import Blobs

/// The lines of `objects/info/alternates`: folders of objects that are borrowed.
///
/// Format: git's Documentation/gitrepository-layout, "objects/info/alternates". One path a line, relative to the folder
/// of objects; lines that begin with `#` are comments; a line that begins with `"` is quoted as C strings are.
enum AlternatesFile {
    /// No file that is larger, in bytes, is read further.
    static let largest = 1 << 20

    /// - Parameter folder: where relative paths start from.
    static func paths(_ content: [UInt8], relativeTo folder: RawPath) -> [RawPath] {
        content.split(separator: UInt8(ascii: "\n")).compactMap { line in
            guard line.first != UInt8(ascii: "#") else { return nil }
            let path = QuotedText.unquote(line)?.text ?? Array(line)
            guard let first = path.first else { return nil }
            return first == UInt8(ascii: "/") ? RawPath(path) : folder.appending(path)
        }
    }
}
