import Blobs
import Containers
import Databases
import Findings

extension Worker {
    /// Scans the rows of a database, and what lies in its larger values.
    ///
    /// - Returns: whether all of it could be read.
    mutating func scanDatabase(
        _ source: any ContainerSource, at place: BlobPlace, of scan: ContainerScan
    ) -> Bool {
        let skippedBefore = result.coverage.unitsSkipped
        do throws(DatabaseError) {
            let database = try DatabaseReader(
                size: source.size ?? 0, read: source.randomReads,
                isFile: { BlobFormat.detect($0) != nil || ZipDirectory.isAtEnd(of: $0) }, shouldStop: shouldStop)
            while let part = nextPart(of: database, source, at: place) {
                result.coverage.see()
                scanForward(
                    MemoryBytes([], isWhole: false), DatabasePartBytes(part, of: database, budget: scan.budget),
                    at: place.inner(part.name), of: scan, mayLeave: { true })
            }
        } catch {
            tell(SourceFailure(error), source, of: place)
        }
        return result.coverage.unitsSkipped == skippedBefore
    }

    private mutating func nextPart(
        of database: DatabaseReader, _ source: any ContainerSource, at place: BlobPlace
    ) -> DatabasePart? {
        while true {
            if let reason = run.stop.reason {
                skipMore(reason, place.memberBase, note: "read in part")
                return nil
            }
            do throws(DatabaseError) {
                return try database.next()
            } catch {
                tell(SourceFailure(error), source, of: place)
                if error.isFinal { return nil }
            }
        }
    }
}

extension SourceFailure {
    /// What is wrong with a database, in the words for containers.
    init(_ error: DatabaseError) {
        self =
            switch error {
            case .damaged(let text): .container(.damaged(text))
            case .encrypted: .container(.encrypted)
            case .unsupported(let text): .container(.unsupported(text))
            case .limit(.value): .limit(.memory)
            case .limit(let limit): .container(.unsupported("it takes too much for its size: \(limit.rawValue)"))
            case .unreadable(let number): .system(number, offset: 0)
            case .outOfMemory: .container(.outOfMemory)
            case .stopped: .stopped
            }
    }
}
