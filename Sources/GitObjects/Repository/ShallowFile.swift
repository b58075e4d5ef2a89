import Blobs
import Inputs

/// The commits at which a history was cut off: they are there, and their parents are not.
///
/// Format: git's Documentation/technical/shallow.
enum ShallowFile {
    static let sizeLimit = 64 << 20

    /// - Returns: the commits in the order of the file; none when there is no such file.
    static func commits(
        in common: RawPath, format: ObjectFormat, handles: DirectoryHandles, problems: inout [RepositoryProblem]
    ) -> [ObjectID] {
        let path = common.appending("shallow".utf8)
        let content: [UInt8]
        do {
            content = try RepositoryFile.readIfThere(path, handles: handles, limit: sizeLimit) ?? []
        } catch {
            problems.append(RepositoryProblem(path: path, note: "cannot be read"))
            return []
        }
        var commits: [ObjectID] = []
        var broken = 0
        for line in content.split(separator: UInt8(ascii: "\n")) {
            let id = ObjectID(digitsOf: content.span, from: line.startIndex, format: format)
            if let id, Array(line).withoutLineEnd.count == 2 * format.idLength {
                commits.append(id)
            } else {
                broken += 1
            }
        }
        if broken > 0 { problems.append(RepositoryProblem(path: path, note: "\(broken) lines name no commit")) }
        return commits
    }
}
