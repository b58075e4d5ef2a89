import Blobs
import Findings
import Migration

/// What another scanner was told to let be, read from its file.
struct TakenOverIgnores {
    private let ignores: ForeignIgnores

    /// - Throws: `Refusal`.
    init(_ path: RawPath) throws {
        let bytes = try SmallFile.whole(path, limit: ForeignIgnores.maximumSize)
        do throws(MigrationError) {
            ignores = try ForeignIgnores(parsing: bytes)
        } catch {
            throw Refusal(error, in: path.lossyText)
        }
        for note in ignores.notes { StandardStreams.writeError("keyhound: \(path.lossyText): \(note)\n") }
    }

    /// Why a finding may stay; `nil` if nothing says so.
    ///
    /// - Parameter targets: what was scanned: the other scanner's paths are relative to one of these, or to here.
    func reason(of finding: Finding, targets: [RawPath]) -> String? {
        let paths = Self.spellings(of: finding.provenance.path, targets: targets)
        let history = finding.history
        for path in paths {
            for commit in history == nil ? [nil] : [history?.introduced?.id, history?.last?.id, nil] {
                let entry = ignores.entry(
                    path: path, line: finding.location.start.line, ruleID: finding.rule.id, commit: commit,
                    secret: finding.secret.reveal())
                if let entry { return ignores.reason(of: entry) }
            }
        }
        return nil
    }

    private static func spellings(of path: RawPath, targets: [RawPath]) -> [[UInt8]] {
        var spellings = [path.bytes]
        for target in targets {
            let folder = target.appending([UInt8]()).bytes
            if path.bytes.starts(with: folder) { spellings.append(Array(path.bytes.dropFirst(folder.count))) }
        }
        return spellings.map { RawPath($0).withoutDotFolder.bytes }
    }
}
