import Blobs
import Glibc

/// What a symbolic link in a folder points to. The link is never followed.
public enum SymbolicLink {
    /// The path that the link holds, of any length, as it is stored: relative to the link's folder unless it starts
    /// with `/`.
    ///
    /// - Throws: `vanished` when the entry is gone or is no link any more.
    public static func target(of name: EntryName, in directory: Directory) throws(InputError) -> RawPath {
        do {
            return try directory.withDescriptor { parent throws(InputError) in
                var buffer = [CChar](repeating: 0, count: 256)
                while true {
                    let count = try SystemCall.readLink(name.terminated, at: parent, into: &buffer)
                    if count < buffer.count { return RawPath(buffer[..<count].map(UInt8.init(bitPattern:))) }
                    // A full buffer may have cut the target; the size in the link's status is not reliable in /proc.
                    buffer = [CChar](repeating: 0, count: buffer.count * 4)
                }
            }
        } catch {
            // EINVAL: not a link.
            throw error == .failed(errorNumber: EINVAL) ? .vanished : error
        }
    }
}
