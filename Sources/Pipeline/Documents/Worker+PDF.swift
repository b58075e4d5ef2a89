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
            tell(run.stop.reason == nil ? .limit(.memory) : .stopped, of: place)
            return false
        }
        scan.keep(bytes: size)
        defer { scan.release(bytes: size) }
        let bytes = Self.allBytes(of: source, size: size)
        let isArchive = ZipDirectory.isAtEnd(of: bytes.span)
        if isArchive { _ = scanMembers(of: .zip, source, at: place, of: scan) }
        do throws(PDFError) {
            let document = try PDFReader(bytes, limit: Self.allowance(of: scan), shouldStop: shouldStop)
            while let part = nextPart(of: document, at: place) {
                take(part, at: place.inner(part.name), of: scan)
            }
        } catch {
            // What begins like a PDF file may be an archive alone.
            let isNone = if case .damaged = error { isArchive } else { false }
            if source.failure == nil, !isNone { tell(SourceFailure(error), of: place) }
        }
        return result.coverage.unitsSkipped == skippedBefore
    }

    private mutating func take(_ part: PDFPart, at place: BlobPlace, of scan: ContainerScan) {
        result.coverage.see()
        scan.budget.spend(bytes: part.bytes.count)
        let bytes = MemoryBytes(part.bytes, isWhole: true)
        scanForward(bytes, bytes, at: place, of: scan, mayLeave: { true })
        if part.isCut { tell(.limit(.bytes(part.bytes.count)), of: place) }
    }

    private mutating func nextPart(of document: PDFReader, at place: BlobPlace) -> PDFPart? {
        while true {
            do throws(PDFError) {
                return try document.next()
            } catch {
                tell(SourceFailure(error), of: place)
            }
        }
    }

    /// Says what cannot be had.
    private mutating func tell(_ failure: SourceFailure, of place: BlobPlace) {
        guard !place.isCut else { return }
        let (reason, note) = SkipReason.explaining(failure) ?? (run.stop.reason ?? .interrupted, "read in part")
        skipMore(reason, place.memberBase, note: note)
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
        var filled = 0
        do throws(ByteSourceError) {
            while filled < size {
                var span = bytes.mutableSpan
                var rest = span._mutatingExtracting(filled..<size)
                let count = try source.read(into: &rest, at: filled)
                guard count > 0 else { break }
                filled += count
            }
        } catch {
            // The source says why, and what was read is looked at.
        }
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
