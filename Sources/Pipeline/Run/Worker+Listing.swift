import Blobs
import Findings
import Inputs

extension Worker {
    /// How many file names go into the queue at once.
    private static var batchSize: Int { 64 }

    /// Bytes of names that a listing may keep to itself while the queue has no room.
    private static var patience: Int { 4 << 20 }

    /// Lists a folder of a folder.
    mutating func list(_ parent: FolderContext, name: EntryName) {
        list(parent.entering(parent.directory.child(name), name: name))
    }

    /// Lists a folder: its files and folders go into the queue, everything else is accounted for at once.
    mutating func list(_ folder: FolderContext) {
        if let reason = run.stop.reason { return skipFolder(reason, folder.directory.path) }
        var listing = Listing(folder)
        listing.files = takeBatch()
        do throws(InputError) {
            var buffer: [UInt8] = []
            swap(&buffer, &entryBuffer)
            var reader = try DirectoryReader(folder.directory, buffer: buffer)
            if let key = folder.directory.key, !run.claim(key) {
                return skipFolder(.alreadyExamined, folder.directory.path)
            }
            let isWhole = try reader.read { name, kind, _ in
                meet(name, kind: kind, in: &listing)
                return run.stop.reason == nil ? .goOn : .stop
            }
            entryBuffer = reader.finish()
            if !isWhole, let reason = run.stop.reason {
                skipFolder(reason, folder.directory.path, note: "listed in part")
            }
        } catch {
            let (reason, note) = SkipReason.explaining(error)
            skipFolder(reason, folder.directory.path, note: note)
        }
        scanNames(in: folder.directory)
        listing.finish()
        if listing.isGitFolder { result.gitFolders.insert(folder.directory.path) }
        push(listing.files, of: listing.folder)
        run.queue.push(folders: WorkQueue.Batch(folder: listing.folder, names: listing.folders))
    }

    private mutating func meet(_ name: Span<UInt8>, kind: EntryKind, in listing: inout Listing) {
        let directory = listing.folder.directory
        if !run.settings.selection.isEmpty, !isWanted(directory.path(of: name), kind: kind, in: listing.folder) {
            result.coverage.see()
            return skip(.excluded, Provenance(.file(directory.path(of: name))))
        }
        joinedNames.append(name)
        if joinedNames.isFull { scanNames(in: directory) }
        switch kind {
        case .directory:
            listing.add(folder: name)
        case .regular:
            result.coverage.see()
            listing.add(file: name)
            if listing.files.count >= Self.batchSize { handOver(&listing) }
        case .symbolicLink:
            result.coverage.see()
            listing.note(name, kind)
            meetLink(EntryName(Array(copying: name)), in: listing.folder)
        case .fifo, .socket, .characterDevice, .blockDevice, .unknown:
            result.coverage.see()
            skip(SkipReason.skipReason(of: kind), Provenance(.file(directory.path(of: name))))
        }
    }

    /// Hands files to whoever is free. Where enough wait already, they stay here: reading them now would need another
    /// descriptor while the folder's is open, and descriptors may be short.
    private mutating func handOver(_ listing: inout Listing) {
        let batch = WorkQueue.Batch(folder: listing.folder, names: listing.files)
        if run.queue.push(files: batch) {
            listing.files = takeBatch()
        } else if listing.files.byteCount >= Self.patience {
            listing.files.removeAll()
            read(batch)
        }
    }

    /// Hands the last files over, or reads them here when enough are waiting.
    private mutating func push(_ files: EntryBatch, of folder: FolderContext) {
        guard !files.isEmpty else { return }
        let batch = WorkQueue.Batch(folder: folder, names: files)
        if !run.queue.push(files: batch) { read(batch) }
    }

    /// Scans the names that were met so far in a folder, each as a blob of its own.
    private mutating func scanNames(in directory: Directory) {
        var names = JoinedNames()
        swap(&names, &joinedNames)
        var suspects: [Range<Int>] = []
        scanner.findSuspects(in: names.bytes.span, into: &suspects)
        for range in suspects {
            let name = names.bytes.span.extracting(range)
            scanText(name) { Provenance(.file(directory.path(of: name))).appending(.name) }
        }
        names.removeAll()
        swap(&names, &joinedNames)
    }

    private func isWanted(_ path: RawPath, kind: EntryKind, in folder: FolderContext) -> Bool {
        let relative = Array(path.bytes.dropFirst(folder.rootLength).drop { $0 == UInt8(ascii: "/") })
        return run.settings.selection.includes(relative.span, isFolder: kind == .directory)
    }

    // MARK: Symbolic links

    /// Scans the name that a link points to, and keeps the link for later if links are followed.
    private mutating func meetLink(_ name: EntryName, in folder: FolderContext) {
        let path = folder.directory.path(of: name)
        do throws(InputError) {
            let target = try SymbolicLink.target(of: name, in: folder.directory)
            scanText(target.bytes.span) { Provenance(.file(path)).appending(.linkTarget) }
            if run.settings.followsLinks {
                run.postpone(DeferredLink(folder: folder, name: name, path: path))
            } else {
                skip(.symbolicLink, Provenance(.file(path)))
            }
        } catch {
            skip(error, Provenance(.file(path)))
        }
    }

    /// Scans what a link leads to. The link was seen when its folder was listed, and ends here.
    mutating func follow(_ link: DeferredLink) {
        let provenance = Provenance(.file(link.path))
        if let reason = run.stop.reason { return skip(reason, provenance) }
        do throws(InputError) {
            let facts = try FileFacts(of: link.name, in: link.folder.directory, links: .follow)
            switch facts.kind {
            case .directory:
                result.coverage.examine(bytes: 0)
                let directory = link.folder.directory.child(link.name, links: .follow)
                list(link.folder.entering(directory, name: link.name))
            case .regular:
                read(try FileSource(link.name, in: link.folder.directory, links: .follow)) { link.path }
            case .fifo, .socket, .characterDevice, .blockDevice, .symbolicLink, .unknown:
                skip(SkipReason.skipReason(of: facts.kind), provenance)
            }
        } catch {
            // A link that leads nowhere, or to itself, holds nothing but its target's name, which was scanned.
            if error == .vanished || error == .symbolicLink {
                skip(.symbolicLink, provenance, note: "leads nowhere")
            } else {
                skip(error, provenance)
            }
        }
    }
}

extension Directory {
    /// The path of an entry of this folder.
    fileprivate func path(of name: Span<UInt8>) -> RawPath {
        path(of: EntryName(Array(copying: name)))
    }
}
