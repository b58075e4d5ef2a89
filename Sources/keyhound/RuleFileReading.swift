import Blobs
import Inputs
import RuleCompilation

/// Reads small files that the user named: rules, keys.
enum RuleFileReading {
    static func read(_ path: String) throws -> RuleFile {
        RuleFile(name: path, bytes: try bytes(of: RawPath(path), limit: RuleFile.maximumSize + 1))
    }

    /// At most `limit` bytes of a regular file.
    ///
    /// - Throws: `Refusal`.
    static func bytes(of path: RawPath, limit: Int) throws -> [UInt8] {
        do throws(InputError) {
            var source = try FileSource(path: path, handles: DirectoryHandles())
            var bytes = [UInt8](repeating: 0, count: limit)
            var filled = 0
            do throws(ByteSourceError) {
                while filled < limit {
                    var span = bytes.mutableSpan
                    var rest = span._mutatingExtracting(filled..<limit)
                    let count = try source.read(into: &rest, at: filled)
                    if count == 0 { break }
                    filled += count
                }
            } catch {
                throw InputError.failed(errorNumber: error.errorNumber)
            }
            return Array(bytes[..<filled])
        } catch {
            throw Refusal("\(path.lossyText): \(InputErrorText.text(error))")
        }
    }
}
