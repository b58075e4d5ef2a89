import Blobs
import Inputs
import RuleCompilation

/// Reads files that the user named and that are taken into memory: rules, keys, reports.
enum SmallFile {
    private static let piece = 64 << 10

    static func read(_ path: String) throws -> RuleFile {
        RuleFile(name: path, bytes: try bytes(of: RawPath(path), limit: RuleFile.maximumSize + 1))
    }

    /// All of a regular file of at most `limit` bytes.
    ///
    /// - Throws: `Refusal`.
    static func whole(_ path: RawPath, limit: Int) throws -> [UInt8] {
        let bytes = try bytes(of: path, limit: limit + 1)
        guard bytes.count <= limit else { throw Refusal("\(path.lossyText): larger than \(limit) bytes") }
        return bytes
    }

    /// At most `limit` bytes of a regular file.
    ///
    /// - Throws: `Refusal`.
    static func bytes(of path: RawPath, limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try forEachPiece(of: path, limit: limit) { bytes += $0 }
        return bytes
    }

    /// Calls `body` with one piece after the other, together at most `limit` bytes.
    ///
    /// - Throws: `Refusal`.
    static func forEachPiece(of path: RawPath, limit: Int, _ body: (ArraySlice<UInt8>) -> Void) throws {
        guard (try? FileFacts(path: path))?.kind != .directory else {
            throw Refusal("\(path.lossyText): is a folder, not a file")
        }
        do throws(InputError) {
            var source = try FileSource(path: path, handles: DirectoryHandles())
            var buffer = [UInt8](repeating: 0, count: min(piece, limit))
            var offset = 0
            do throws(ByteSourceError) {
                while offset < limit {
                    var span = buffer.mutableSpan
                    var room = span._mutatingExtracting(0..<min(span.count, limit - offset))
                    let count = try source.read(into: &room, at: offset)
                    if count == 0 { break }
                    body(buffer[..<count])
                    offset += count
                }
            } catch {
                throw InputError.failed(errorNumber: error.errorNumber)
            }
        } catch {
            throw Refusal("\(path.lossyText): \(InputErrorText.text(error))")
        }
    }
}
