import Blobs
import Containers
import Findings
import PDF

extension Worker {
    /// Bytes that the parts of a PDF file may expand to: a stream is decoded as a whole.
    private static let mostPDFBytes = 256 << 20

    /// Scans the text of a PDF file, and what else lies in it. It may be an archive too: that has its table at the end.
    ///
    /// - Returns: whether all of it could be read.
    mutating func scanPDF(_ source: any ContainerSource, at place: BlobPlace, of scan: ContainerScan) -> Bool {
        let (size, skippedBefore) = (source.size ?? 0, result.coverage.unitsSkipped)
        guard scan.takeMemory(shouldStop: shouldStop), size <= scan.freeMemory else {
            tell(run.stop.reason == nil ? .limit(.memory) : .stopped, source, of: place)
            return false
        }
        scan.keep(bytes: size)
        defer { scan.release(bytes: size) }
        let bytes = Self.allBytes(of: source, size: size)
        if let failure = source.failure { tell(failure, source, of: place) }
        let isArchive = ZipDirectory.isAtEnd(of: bytes.span)
        if isArchive { _ = scanMembers(of: .zip, source, at: place, of: scan) }
        do throws(PDFError) {
            let document = try PDFReader(bytes, limit: Self.allowance(of: scan), shouldStop: shouldStop)
            while let part = nextPart(of: document, source, at: place) {
                take(part, of: source, at: place.inner(part.name), of: scan)
            }
        } catch {
            // What begins like a PDF file may be an archive alone.
            let isNone = if case .damaged = error { isArchive } else { false }
            if source.failure == nil, !isNone { tell(SourceFailure(error), source, of: place) }
        }
        return result.coverage.unitsSkipped == skippedBefore
    }

    private mutating func take(
        _ part: PDFPart, of source: any ContainerSource, at place: BlobPlace, of scan: ContainerScan
    ) {
        result.coverage.see()
        scan.budget.spend(bytes: part.bytes.count)
        let bytes = MemoryBytes(part.bytes, isWhole: true)
        scanForward(bytes, bytes, at: place, of: scan, mayLeave: { true })
        if part.isCut { tell(.limit(.bytes(part.bytes.count)), source, of: place) }
    }

    private mutating func nextPart(
        of document: PDFReader, _ source: any ContainerSource, at place: BlobPlace
    ) -> PDFPart? {
        while true {
            do throws(PDFError) {
                return try document.next()
            } catch {
                // A source that has failed was told, and may be the reason.
                if source.failure == nil { tell(SourceFailure(error), source, of: place) }
            }
        }
    }

    private static func allowance(of scan: ContainerScan) -> Int {
        do throws(ContainerLimit) {
            return min(try scan.budget.expandable(), mostPDFBytes)
        } catch {
            return 0
        }
    }

    private static func allBytes(of source: any ContainerSource, size: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: size)
        var span = bytes.mutableSpan
        // Where the source fails, what was read is looked at.
        let filled = source.fill(&span, from: 0).count
        bytes.removeLast(size - filled)
        return bytes
    }
}

extension SourceFailure {
    /// What is wrong with a PDF file, in the words for containers.
    init(_ error: PDFError) {
        self =
            switch error {
            case .encrypted: .container(.encrypted)
            case .damaged(let text): .container(.damaged(text))
            case .unsupported(let text): .container(.unsupported(text))
            case .unavailable:
                .container(.unsupported("libqpdf.so.29 cannot be loaded: install it (Debian: libqpdf29)"))
            case .outOfMemory: .container(.outOfMemory)
            case .limit: .limit(.memory)
            case .stopped: .stopped
            }
    }
}
