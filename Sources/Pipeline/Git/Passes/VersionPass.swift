import Blobs
import Findings
import GitObjects
import Scanning
import Synchronization

/// Searches the blobs in which something was found once more, now that their paths are known: what a file is called
/// says something about what is in it.
enum VersionPass {
    /// The findings of each object, blobs searched anew and all others as they were.
    static func run(
        _ state: HistoryState, found: [FoundObject], answers: [UInt32: Attribution.Answer]
    ) throws -> [(object: FoundObject, findings: [Finding])] {
        let next = Atomic<Int>(0)
        let total = Mutex<[(object: FoundObject, findings: [Finding])]>([])
        try WorkerGroup.run(state.settings.workers) {
            var scanner = try Scanner(state.rules, options: state.settings.scanning)
            var reader = ObjectReader(state.opened.store)
            // What it opens was counted when it was searched first.
            var opener = ObjectOpener(state.opening)
            var done: [(object: FoundObject, findings: [Finding])] = []
            while case let index = next.add(1, ordering: .relaxed).oldValue, index < found.count {
                let object = found[index]
                let path = answers[object.number]?.firstPath
                done.append((object, search(object, path: path, &scanner, &reader, &opener)))
            }
            total.withLock { $0 += done }
        }
        return total.withLock { $0 }
    }

    private static func search(
        _ object: FoundObject, path: RawPath?, _ scanner: inout Scanner, _ reader: inout ObjectReader,
        _ opener: inout ObjectOpener
    ) -> [Finding] {
        guard object.kind == .blob, let path else { return object.findings }
        guard (try? reader.read(object.id)) != nil else { return object.findings.map { $0.renamed(to: path) } }
        let provenance = Provenance(
            .file(path), .gitObject(kind: ObjectKind.blob.name, id: object.id.hexadecimal))
        return reader.withContent { content in
            var report = scanner.scan(whole: content) { provenance }
            _ = opener.open(content, at: provenance, adding: &report)
            return report.findings
        }
    }
}
