import Blobs
import Glibc
import Inputs
import Testing

extension InputsTests {
    @Suite struct FileSourceTests {
        let folder: TemporaryFolder
        let handles = DirectoryHandles()
        let root: Directory

        init() throws {
            folder = try TemporaryFolder()
            root = try folder.root(handles)
        }

        @Test(arguments: [1, 2, 3, 9, 10, 11, 12, 100])
        func everyPieceSizeReadsTheSame(piece: Int) throws {
            try folder.write("file", "0123456789")
            var source = try FileSource(EntryName("file"), in: root)
            #expect(source.size == 10)
            #expect(try readAll(&source, piece: piece) == bytes("0123456789"))
            #expect(source.finishedChange() == nil)
            #expect(source.reachedCap == false)
        }

        @Test func factsAreThoseOfTheFile() throws {
            try folder.write("file", "0123456789")
            try #require(unsafe link(folder.file("file"), folder.file("other")) == 0)
            let source = try FileSource(EntryName("file"), in: root)
            let other = try FileSource(path: RawPath(folder.file("other")), handles: handles)
            #expect(source.facts == other.facts)
            #expect(source.facts.linkCount == 2)
            #expect(source.facts.kind == .regular)
            let facts = source.facts
            #expect(facts.key.inode != 0)
            #expect(!facts.isSparse)
            #expect(try FileFacts(of: EntryName("file"), in: root) == source.facts)
        }

        @Test func anEmptyFile() throws {
            try folder.write("empty", "")
            var source = try FileSource(EntryName("empty"), in: root)
            #expect(try readAll(&source).isEmpty)
            #expect(source.finishedChange() == nil)
        }

        @Test func whatIsNoRegularFileIsRefusedAndNeverBlocks() throws {
            try #require(unsafe mkfifo(folder.file("fifo"), 0o644) == 0)
            try folder.makeFolder("folder")
            let endpoint = try WalkingTests().makeSocket(folder.file("socket"))
            defer { close(endpoint) }
            try #require(unsafe symlink("fifo", folder.file("link")) == 0)
            let cases: [(String, InputError)] = [
                ("fifo", .notRegular(.fifo)), ("folder", .notRegular(.directory)), ("socket", .notRegular(.socket)),
                ("link", .symbolicLink), ("missing", .vanished),
            ]
            for (name, expected) in cases {
                #expect(inputError { _ = try FileSource(EntryName(name), in: root) } == expected)
            }
            let path = RawPath(folder.file("link"))
            #expect(inputError { _ = try FileSource(path: path, handles: handles) } == .notRegular(.fifo))
            #expect(
                inputError { _ = try FileSource(path: RawPath("/dev/null"), handles: handles) }
                    == .notRegular(.characterDevice))
            #expect(inputError { _ = try FileSource(path: RawPath(""), handles: handles) } == .invalidName)
            #expect(inputError { _ = try FileSource(path: RawPath([0x2F, 0]), handles: handles) } == .invalidName)
            #expect(inputError { _ = try handles.root(path) } == .vanished)
        }

        @Test func aFileSwappedForAFifo() throws {
            try folder.write("file", "x")
            #expect(try entries(of: root) == [bytes("file"): .regular])
            unsafe unlink(folder.file("file"))
            try #require(unsafe mkfifo(folder.file("file"), 0o644) == 0)
            #expect(inputError { _ = try FileSource(EntryName("file"), in: root) } == .notRegular(.fifo))
        }

        @Test func whatMayNotBeRead() throws {
            try folder.write("file", "x")
            try folder.makeFolder("folder")
            unsafe chmod(folder.path, 0o755)
            unsafe chmod(folder.file("file"), 0)
            unsafe chmod(folder.file("folder"), 0)
            // Root may read everything, so be someone else for a moment; tests run one at a time.
            let isRoot = geteuid() == 0
            if isRoot { try #require(seteuid(65534) == 0) }
            defer { if isRoot { _ = seteuid(0) } }
            let denied = InputError.unreadable(errorNumber: EACCES)
            #expect(inputError { _ = try FileSource(EntryName("file"), in: root) } == denied)
            #expect(inputError { _ = try DirectoryReader(root.child(EntryName("folder"))) } == denied)
        }

        @Test func shrunkWhileRead() throws {
            try folder.write(bytes("file"), [UInt8](repeating: 0x61, count: 1000))
            var source = try FileSource(EntryName("file"), in: root)
            var buffer = [UInt8](repeating: 0, count: 100)
            var span = buffer.mutableSpan
            #expect(try source.read(into: &span, at: 0) == 100)
            unsafe truncate(folder.file("file"), 150)
            #expect(try source.read(into: &span, at: 100) == 50)
            #expect(try source.read(into: &span, at: 150) == 0)
            #expect(source.finishedChange() == .shrunk)
        }

        @Test func grownWhileReadIsReadOnceMoreAndNoFurther() throws {
            try folder.write(bytes("file"), [UInt8](repeating: 0x61, count: 100))
            var source = try FileSource(EntryName("file"), in: root)
            var total = 0
            var buffer = [UInt8](repeating: 0, count: 64)
            while true {
                // A writer that is faster than the reader.
                try folder.write(bytes("file"), [UInt8](repeating: 0x62, count: 200), append: true)
                var span = buffer.mutableSpan
                let count = try source.read(into: &span, at: total)
                if count == 0 { break }
                total += count
                try #require(total < 10_000)
            }
            // 64, then the rest and one byte more when the file has 100 + 2 × 200.
            #expect(total == 500)
            #expect(source.finishedChange() == .grown)
        }

        @Test func rewrittenWhileRead() throws {
            try folder.write(bytes("file"), [UInt8](repeating: 0x61, count: 1000))
            var source = try FileSource(EntryName("file"), in: root)
            var times = [timespec(tv_sec: 1, tv_nsec: 0), timespec(tv_sec: 1, tv_nsec: 0)]
            var small = try FileSource(EntryName("file"), in: root)
            #expect(try readAll(&small).count == 1000)
            try #require(unsafe utimensat(AT_FDCWD, folder.file("file"), &times, 0) == 0)
            #expect(try readAll(&source, piece: 300).count == 1000)
            #expect(source.finishedChange() == .rewritten)
            // One read saw it all at once.
            #expect(small.finishedChange() == nil)
        }

        @Test func aSparseFileIsSkippedThrough() throws {
            try folder.write("huge", "")
            let end = 1 << 40
            try #require(unsafe truncate(folder.file("huge"), end) == 0)
            let descriptor = unsafe open(folder.file("huge"), O_WRONLY)
            #expect(unsafe pwrite(descriptor, "data", 4, 5 << 30) == 4)
            close(descriptor)
            var source = try FileSource(EntryName("huge"), in: root)
            let facts = source.facts
            #expect(facts.isSparse)
            let beside = source.positionalReader
            #expect(beside == nil, "holes are stepped over, in order")
            let data = source.nextData(from: 0)
            #expect(data <= 5 << 30 && data > 4 << 30)
            #expect(source.nextData(from: 5 << 30) == 5 << 30)
            #expect(source.nextData(from: 6 << 30) == end)
            #expect(source.nextData(from: end) == end)
            var buffer = [UInt8](repeating: 1, count: 4)
            var span = buffer.mutableSpan
            #expect(try source.read(into: &span, at: 5 << 30) == 4)
            #expect(try source.read(into: &span, at: end) == 0)
            #expect(buffer == bytes("data"))
            #expect(source.finishedChange() == nil)
        }

        @Test func readingBesideASource() throws {
            try folder.write("file", "0123456789")
            try folder.write("empty", "")
            let source = try FileSource(EntryName("file"), in: root)
            let beside = source.positionalReader
            let reader = try #require(beside)
            var buffer = [UInt8](repeating: 1, count: 4)
            var span = buffer.mutableSpan
            for offset in [6, 0, 3] {
                #expect(reader.fill(&span, at: offset))
                #expect(span[0] == UInt8(ascii: "0") + UInt8(offset) && span[3] == span[0] + 3)
            }
            #expect(!reader.fill(&span, at: 7) && !reader.fill(&span, at: 10))
            #expect(buffer.count == 4)
            let empty = try FileSource(EntryName("empty"), in: root)
            let none = empty.positionalReader
            #expect(none == nil)
        }

        /// No file system of ext4's kind can hold such a file; tmpfs and XFS can (`TMPDIR=/dev/shm`).
        @Test func aFileAsLargeAsOffsetsGo() throws {
            try folder.write("huge", "data")
            guard unsafe truncate(folder.file("huge"), Int.max) == 0 else { return }
            var source = try FileSource(EntryName("huge"), in: root)
            #expect(source.size == Int.max)
            var buffer = [UInt8](repeating: 1, count: 10)
            var span = buffer.mutableSpan
            #expect(try source.read(into: &span, at: 0) == 10)
            let end = source.nextData(from: 1 << 30)
            #expect(end == Int.max)
            #expect(try source.read(into: &span, at: Int.max - 3) == 3)
            #expect(try source.read(into: &span, at: end) == 0)
            #expect(source.finishedChange() == nil)
        }

        @Test func filesOfTheKernelHaveSizesThatMeanNothing() throws {
            var status = try FileSource(path: RawPath("/proc/self/status"), handles: handles)
            #expect(status.size == nil)
            #expect(try readAll(&status, piece: 100).count > 500)
            #expect(status.finishedChange() == nil)
            #expect(status.reachedCap == false)
            var capped = try FileSource(path: RawPath("/proc/self/status"), handles: handles, unsizedCap: 100)
            #expect(try readAll(&capped, piece: 64).count == 100)
            #expect(capped.reachedCap == true)
            var nominal = try FileSource(path: RawPath("/sys/kernel/mm/transparent_hugepage/enabled"), handles: handles)
            #expect(nominal.size == 4096)
            let count = try readAll(&nominal).count
            #expect((1..<4096).contains(count))
            #expect(nominal.finishedChange() == nil)
        }
    }
}
