import Blobs
import Containers
import Findings
import Mail
import Scanning

extension Worker {
    /// Bytes of a part that are searched in one go, and in which quoted lines are told.
    static let mailBufferSize = 256 * 1024

    /// Scans the messages in a file of Outlook.
    ///
    /// - Returns: whether all of it could be read.
    mutating func scanOutlook(
        _ kind: OutlookKind, _ source: any ContainerSource, at place: BlobPlace, of scan: ContainerScan
    ) -> Bool {
        do throws(MailItemError) {
            return scanItems(try OutlookItems(kind, source), source, at: place, of: scan)
        } catch {
            tell(error, source, at: place)
            return false
        }
    }

    /// Scans the messages of a chat.
    ///
    /// - Returns: `false`: there is text outside of them, such as the names of members.
    mutating func scanChat(
        _ kind: ChatKind, _ source: any ContainerSource, at place: BlobPlace, of scan: ContainerScan
    ) -> Bool {
        _ = scanItems(ChatItems(kind, source, name: place.name), source, at: place, of: scan)
        return false
    }

    /// Scans a compound file: the parts of a message, or all streams of a document.
    ///
    /// - Returns: whether all of it could be read.
    mutating func scanCompound(
        _ source: any ContainerSource, at place: BlobPlace, of scan: ContainerScan
    ) -> Bool {
        do throws(OutlookError) {
            let file = try CompoundFile(size: source.size ?? 0, read: source.randomReads)
            guard file.isOutlookMessage else { return scanStreams(of: file, at: place, of: scan) }
            do throws(MailItemError) {
                return scanItems(try OutlookItems(file), source, at: place, of: scan)
            } catch {
                tell(error, source, at: place)
            }
        } catch {
            tell(MailItemError(error), source, at: place)
        }
        return false
    }

    private mutating func scanStreams(of file: CompoundFile, at place: BlobPlace, of scan: ContainerScan) -> Bool {
        let skippedBefore = result.coverage.unitsSkipped
        for stream in file.streams where stream.size > 0 {
            if let reason = run.stop.reason {
                skipMore(reason, place.memberBase, note: "read in part")
                break
            }
            let name = RawPath(file.path(of: stream).joined(separator: "/"))
            result.coverage.see()
            scanForward(
                MemoryBytes([], isWhole: false), CompoundStreamSource(stream, of: file), at: place.inner(name),
                of: scan, mayLeave: { true })
        }
        if file.isDirectoryCut { skipMore(.memberCount, place.memberBase, note: "its directory is too long") }
        return result.coverage.unitsSkipped == skippedBefore
    }

    /// Scans the parts of mail, and what is in them.
    ///
    /// - Returns: whether all of it could be read.
    mutating func scanItems(
        _ items: any MailItemSource, _ source: any ContainerSource, at place: BlobPlace, of scan: ContainerScan
    ) -> Bool {
        let (names, outer) = (StoredNames(), scan.origin)
        scan.mailLevels += 1
        defer { scan.mailLevels -= 1 }
        var tally = outer == nil ? MailTally() : nil
        var isWhole = true
        while true {
            if let reason = run.stop.reason {
                // A file says itself how far it was read.
                if source.failure == nil { skipMore(reason, place.memberBase, note: "read in part") }
                isWhole = false
                break
            }
            do throws(MailItemError) {
                guard let item = try items.next() else { break }
                tally?.see(item, into: &result.mail)
                scan.origin = item.origin(inside: outer)
                scanItem(item, of: items, into: scan) {
                    place.part(
                        item.label, of: items.holdsMessages ? names.name(of: item.stored) : nil,
                        fileName: item.fileName)
                }
            } catch {
                isWhole = false
                if source.failure != nil { break }
                tell(error, source, at: place)
            }
        }
        tally?.finish(into: &result.mail)
        scan.origin = outer
        return isWhole
    }

    /// Says what of mail cannot be had.
    private mutating func tell(_ error: MailItemError, _ source: any ContainerSource, at place: BlobPlace) {
        guard !place.isCut, source.failure == nil, let (reason, note) = SkipReason.explaining(error.failure) else {
            return
        }
        result.mail.miss(.damagedPart)
        skipMore(reason, place.memberBase, note: error.section.isEmpty ? note : "part \(error.section): \(note)")
    }

    /// Scans one part, and what is in it if it is a file.
    private mutating func scanItem(
        _ item: MailItem, of items: any MailItemSource, into scan: ContainerScan, at place: () -> BlobPlace
    ) {
        // Nothing of it is here to be examined, and the message is whole as it was stored.
        guard item.role != .elsewhere else { return result.mail.miss(.detachedAttachment) }
        result.coverage.see()
        if item.isImage, item.isPart { result.mail.miss(.image) }
        guard item.role != .encrypted else {
            result.mail.miss(.encryptedPart)
            return skip(.encrypted, place().provenance)
        }
        let bytes = MailPartBytes(items)
        // Taken out for the time of its use.
        var buffer = mailBuffer
        mailBuffer = []
        if buffer.isEmpty { buffer = [UInt8](repeating: 0, count: Self.mailBufferSize) }
        let (count, isAll) = Self.fill(&buffer, from: bytes)
        if isAll, !isToBeOpened(item, buffer.span.extracting(0..<count)) {
            scanText(of: item, buffer, count: count, into: scan, at: place)
            mailBuffer = buffer
        } else {
            let start = MemoryBytes(Array(buffer[..<count]), isWhole: isAll)
            // What is in the part may be mail too.
            mailBuffer = buffer
            scanForward(start, bytes, at: place(), of: scan, opens: item.opens, mayLeave: { true })
        }
        guard bytes.failure == nil else { return }
        if items.isDamaged { result.mail.miss(.damagedPart) }
        if items.isTooDeep { skipMore(.depth, place().provenance, note: "messages in messages") }
    }

    /// Whether a part, all of which is at hand, is something to be opened.
    private func isToBeOpened(_ item: MailItem, _ bytes: Span<UInt8>) -> Bool {
        if let format = BlobFormat.detect(bytes) { return item.opens(format) }
        return item.role == .file && ZipDirectory.isAtEnd(of: bytes)
    }

    /// Reads until the part ends, and says so, or the buffer is full.
    private static func fill(_ buffer: inout [UInt8], from bytes: MailPartBytes) -> (count: Int, isAll: Bool) {
        var span = buffer.mutableSpan
        let (count, error) = bytes.fill(&span, from: 0)
        return (count, count < buffer.count && error == nil)
    }

    /// Scans a part, all of which is at hand, as the text that it is. Its unit ends here.
    private mutating func scanText(
        of item: MailItem, _ buffer: [UInt8], count: Int, into scan: ContainerScan, at place: () -> BlobPlace
    ) {
        let text = buffer.span.extracting(0..<count)
        var report = scanner.scan(whole: text, ignoresPath: scan.ignoresPath) { place().provenance }
        progress.add(bytes: count, findings: report.findings.count)
        result.end(
            BlobOutcome(report: report, end: .complete(bytes: count)), stopReason: run.stop.reason,
            provenance: { place().provenance })
        if let origin = scan.origin, !report.findings.isEmpty {
            var (quotes, read) = (QuoteTracker(), 0)
            for index in report.findings.indices {
                let start = min(max(read, report.findings[index].location.bytes.lowerBound), count)
                if item.role == .text { quotes.read(buffer[read..<start]) }
                read = start
                report.findings[index] = report.findings[index].placed(
                    in: origin, isQuoted: item.role == .text && quotes.isQuoted, firstLine: item.firstLine)
            }
        }
        scan.take(report)
    }
}
