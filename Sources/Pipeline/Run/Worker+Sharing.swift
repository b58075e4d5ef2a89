import Blobs
import Findings
import Inputs
import Scanning

extension Worker {
    /// Reads the file beside its source; `nil` when its first core has shown that it is no file to share.
    func readerForSharing(_ source: borrowing FileSource) -> PositionalReader? {
        guard run.settings.workers > 1, !scanner.needsOrder,
            feeder.nextCores(in: source.facts.size).count >= SharedFile.leastCores
        else { return nil }
        return source.positionalReader
    }

    /// Goes on behind a file's first core, together with whoever is free.
    mutating func share(_ source: consuming FileSource, reader: PositionalReader, format: BlobFormat?, path: RawPath) {
        let cores = feeder.nextCores(in: source.facts.size)
        work(
            on: SharedFile(
                source, reader: reader, path: path, format: format, cores: cores, resolver: scanner.handOver(),
                queue: run.queue))
    }

    /// Joins the workers that are at a file.
    mutating func help(with file: SharedFile) {
        scanner.beginShare(ignoresPath: ignoresPath(file.facts))
        work(on: file)
    }

    /// Searches cores until none can be had, and ends the file if that falls to this worker.
    private mutating func work(on file: SharedFile) {
        while let core = file.takeCore() {
            // Where the run stops, the rest is left to the end of the file, which says how far it was examined.
            let found =
                run.stop.reason == nil
                ? feeder.search(core: file.cores[core], of: file.reader, with: &scanner) {
                    Provenance(.file(file.path))
                } : nil
            if let resolver = file.handIn(found, of: core) { return end(file, resolver) }
        }
    }

    /// Reads the rest of a file alone, and ends its unit.
    private mutating func end(_ file: SharedFile, _ resolver: consuming BlobResolver) {
        let provenance = Provenance(.file(file.path))
        let (shouldStop, limit) = (shouldStop, run.settings.maximumFileSize)
        feeder.seek(toCore: file.rest)
        scanner.takeOver(resolver)
        let (outcome, change) = file.withSource { source in
            let reached = feeder.feedRest(
                of: &source, to: &scanner, limit: limit, shouldStop: shouldStop, provenance: { provenance })
            var outcome = BlobOutcome(report: scanner.finish { provenance }, end: reached)
            let omission = open(file.format, source, adding: &outcome) { file.path }
            return (outcome, self.change(of: &source) ?? omission)
        }
        conclude(outcome, facts: file.facts, change: change) { file.path }
    }
}
