import Blobs
import Glibc
import Inputs
import Synchronization
import Testing

extension InputsTests {
    @Suite struct WalkingTests {
        @Test func namesOfEveryKindComeBackAsTheyAre() throws {
            let folder = try TemporaryFolder()
            let names: [[UInt8]] = [
                bytes("a\nb"), [0x1B] + bytes("[2J"), [0xFF, 0xFE], [0xFF], bytes("-rf"), bytes("\u{202E}x"),
                bytes("..."), bytes("..a"),
                bytes(" "), bytes("\\\"\t"), [UInt8](repeating: 0x78, count: 255),
            ]
            for name in names { try folder.write(name, name) }
            let root = try folder.root()
            let found = try entries(of: root)
            #expect(Set(found.keys) == Set(names))
            #expect(found.values.allSatisfy { $0 == .regular })
            for name in names {
                var source = try FileSource(EntryName(name), in: root)
                #expect(try readAll(&source) == name)
            }
        }

        @Test func everyKindIsTold() throws {
            let folder = try TemporaryFolder()
            try folder.makeFolder("folder")
            try folder.write("file", "x")
            try #require(unsafe mkfifo(folder.file("fifo"), 0o644) == 0)
            try #require(unsafe symlink("/dev/zero", folder.file("link")) == 0)
            let endpoint = try makeSocket(folder.file("socket"))
            defer { close(endpoint) }
            #expect(
                try entries(of: folder.root()) == [
                    bytes("folder"): .directory, bytes("file"): .regular, bytes("fifo"): .fifo,
                    bytes("link"): .symbolicLink,
                    bytes("socket"): .socket,
                ])
            let devices = try entries(of: DirectoryHandles().root(RawPath("/dev")))
            #expect(devices[bytes("null")] == .characterDevice)
        }

        @Test func aReaderStopsAndGoesOn() throws {
            let folder = try TemporaryFolder()
            for number in 0..<500 { try folder.write("\(number)", "") }
            var reader = try DirectoryReader(folder.root())
            var found: Set<[UInt8]> = []
            var rounds = 0
            while try !reader.read(into: { name, _, _ in
                found.insert(name.indices.map { name[$0] })
                return .stop
            }) { rounds += 1 }
            #expect(found.count == 500)
            #expect(rounds == 500)
        }

        @Test func twoReadersOfOneFolderDoNotDisturbEachOther() throws {
            let folder = try TemporaryFolder()
            for number in 0..<300 { try folder.write("\(number)", "") }
            let root = try folder.root()
            var first = try DirectoryReader(root)
            var count = 0
            _ = try first.read { _, _, _ in
                count += 1
                return count == 10 ? .stop : .goOn
            }
            #expect(try entries(of: root).count == 300)
            _ = try first.read { _, _, _ in
                count += 1
                return .goOn
            }
            #expect(count == 300)
        }

        @Test func aBufferServesOneReaderAfterTheOther() throws {
            let folder = try TemporaryFolder()
            // More than one buffer holds.
            for number in 0..<1500 { try folder.write("a name of some length \(number)", "") }
            try folder.makeFolder("empty")
            let root = try folder.root()
            var buffer: [UInt8] = []
            for expected in [1501, 0, 1501] {
                let directory = expected == 0 ? root.child(EntryName("empty")) : root
                var reader = try DirectoryReader(directory, buffer: buffer)
                var names: Set<[UInt8]> = []
                let isWhole = try reader.read { name, _, _ in
                    names.insert(name.indices.map { name[$0] })
                    return .goOn
                }
                #expect(isWhole && names.count == expected)
                buffer = reader.finish()
            }
        }

        @Test func anOpenerOpensTheFilesOfItsFolder() throws {
            let folder = try TemporaryFolder()
            try folder.makeFolder("a")
            for number in 0..<20 { try folder.write("a/\(number)", "\(number)") }
            let handles = DirectoryHandles()
            let directory = try folder.root(handles).child(EntryName("a"))
            let opens = handles.openCount
            var opener = FileOpener(directory)
            for number in 0..<20 {
                var source = try opener.open(EntryName("\(number)"))
                #expect(try readAll(&source) == bytes("\(number)"))
                // The opener keeps the folder by itself.
                handles.closeUnused()
            }
            #expect(handles.openCount == opens + 1)
            #expect(inputError { _ = try opener.open(EntryName("missing")) } == .vanished)
        }

        @Test func pathsAreSpelledAsTheUserNamedTheRoot() throws {
            let handles = DirectoryHandles()
            let name = EntryName("tmp")
            #expect(try handles.root(RawPath("/")).path(of: name) == RawPath("/tmp"))
            #expect(try handles.root(RawPath("/")).child(name).path(of: EntryName("x")) == RawPath("/tmp/x"))
            #expect(try handles.root(RawPath(".")).path(of: name) == RawPath("./tmp"))
            #expect(try handles.root(RawPath("/tmp/../")).path == RawPath("/tmp/../"))
        }

        @Test func aFolderThatWasReplacedHasVanished() throws {
            let folder = try TemporaryFolder()
            try folder.makeFolder("a")
            let handles = DirectoryHandles()
            let child = try folder.root(handles).child(EntryName("a"))
            _ = try entries(of: child)
            #expect(child.key != nil)
            try #require(unsafe rename(folder.file("a"), folder.file("b")) == 0)
            // Still open, so still the same folder.
            #expect(inputError { _ = try entries(of: child) } == nil)
            handles.closeUnused()
            #expect(inputError { _ = try entries(of: child) } == .vanished)
            try folder.makeFolder("a")
            #expect(inputError { _ = try entries(of: child) } == .vanished)
        }

        @Test func linksToFoldersAreRefusedUnlessTheUserNamedThem() throws {
            let folder = try TemporaryFolder()
            try folder.makeFolder("a")
            try #require(unsafe symlink("..", folder.file("a/up")) == 0)
            try #require(unsafe symlink("self", folder.file("self")) == 0)
            let handles = DirectoryHandles()
            let root = try folder.root(handles)
            let inner = root.child(EntryName("a"))
            #expect(inputError { _ = try entries(of: inner.child(EntryName("up"))) } == .vanished)
            #expect(try entries(of: inner.child(EntryName("up"), links: .follow)).count == 2)
            #expect(inputError { _ = try FileSource(EntryName("self"), in: root) } == .symbolicLink)
            #expect(inputError { _ = try entries(of: root.child(EntryName("self"), links: .follow)) } == .symbolicLink)
            #expect(try entries(of: handles.root(RawPath(folder.file("a/up")))).count == 2)
        }

        @Test func linkTargetsOfAnyLength() throws {
            let folder = try TemporaryFolder()
            let root = try folder.root()
            for length in [1, 255, 256, 257, 1024, 4095] {
                let target = String(repeating: "t", count: length)
                try #require(unsafe symlink(target, folder.file("link")) == 0)
                #expect(try SymbolicLink.target(of: EntryName("link"), in: root) == RawPath(target))
                unsafe unlink(folder.file("link"))
            }
            #expect(inputError { _ = try SymbolicLink.target(of: EntryName("link"), in: root) } == .vanished)
            try folder.write("link", "")
            #expect(inputError { _ = try SymbolicLink.target(of: EntryName("link"), in: root) } == .vanished)
        }

        @Test func aBatchGivesBackWhatItTook() {
            var batch = EntryBatch()
            let names = (0..<1000).map { bytes("name \($0)") } + [[0xFF, 0x0A]]
            for name in names { batch.append(name.span) }
            #expect(batch.count == names.count)
            #expect(batch.byteCount == names.reduce(0) { $0 + $1.count + 1 })
            var back: [[UInt8]] = []
            var name = EntryName()
            while batch.popLast(into: &name) { back.append(Array(name.bytes)) }
            #expect(back == names.reversed())
            #expect(batch.isEmpty)
            #expect(batch.popLast(into: &name) == false)
        }

        /// Would not end if taking a name off copied the others.
        @Test func aMillionNamesCostTheirBytes() {
            var batch = EntryBatch()
            for number in 0..<1_000_000 { batch.append(bytes("\(number)").span) }
            #expect(batch.byteCount == 6_888_890)
            var name = EntryName()
            var count = 0
            while batch.popLast(into: &name) { count += 1 }
            #expect(count == 1_000_000)
        }

        func makeSocket(_ path: String) throws -> Int32 {
            let endpoint = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
            let result = unsafe withUnsafePointer(to: &address) { pointer in
                unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    unsafe bind(endpoint, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
                }
            }
            try #require(result == 0)
            return endpoint
        }
    }
}
