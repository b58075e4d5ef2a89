import Blobs
import Glibc
import Inputs
import Synchronization
import Testing

extension InputsTests {
    @Suite struct DescriptorShortageTests {
        /// Case 20: `ulimit -n 32`, here the 29 that are left of it, and more workers than descriptors in the second
        /// round.
        @Test(arguments: [16, 64])
        func workersShareFewDescriptors(workers: Int) throws {
            let folder = try TemporaryFolder()
            for number in 0..<40 {
                try folder.makeFolder("\(number)")
                for file in 0..<20 { try folder.write("\(number)/\(file)", "\(number) \(file)") }
            }
            let handles = DirectoryHandles()
            let root = try folder.root(handles)
            let next = Atomic<Int>(0)
            let read = Atomic<Int>(0)
            let errors = Mutex<[InputError]>([])
            try withFreeDescriptors(29) {
                runThreads(workers) { _ in
                    while true {
                        let number = next.add(1, ordering: .relaxed).oldValue
                        guard number < 400 else { return }
                        let directory = root.child(EntryName("\(number % 40)"))
                        var names = EntryBatch()
                        do {
                            do {
                                var reader = try DirectoryReader(directory)
                                _ = try reader.read { name, _, _ in
                                    names.append(name)
                                    return .goOn
                                }
                            }
                            var name = EntryName()
                            var opener = FileOpener(directory)
                            while names.popLast(into: &name) {
                                var source =
                                    number % 2 == 0 ? try opener.open(name) : try FileSource(name, in: directory)
                                let content = try readAll(&source)
                                // A descriptor that was closed too early could lead into another folder.
                                guard content == bytes("\(number % 40) ") + name.bytes else { continue }
                                read.add(1, ordering: .relaxed)
                            }
                        } catch {
                            if let error = error as? InputError { errors.withLock { $0.append(error) } }
                        }
                    }
                }
            }
            #expect(errors.withLock { $0 } == [])
            #expect(read.load(ordering: .relaxed) == 400 * 20)
        }

        @Test func patienceEnds() throws {
            let folder = try TemporaryFolder()
            try folder.write("file", "x")
            let handles = DirectoryHandles(patience: .milliseconds(20))
            let root = try folder.root(handles)
            let path = RawPath(folder.file("file"))
            // The first one gets the descriptor of the root; then there is nothing left to give back.
            try withFreeDescriptors(0) {
                let first = try FileSource(path: path, handles: handles)
                #expect(inputError { _ = try FileSource(path: path, handles: handles) } == .tooManyOpenFiles)
                #expect(first.size == 1)
            }
            #expect(try entries(of: root).count == 1)
        }

        @Test func evictionMakesRoom() throws {
            let folder = try TemporaryFolder()
            for number in 0..<10 { try folder.makeFolder("\(number)") }
            let handles = DirectoryHandles()
            let root = try folder.root(handles)
            let children = (0..<10).map { root.child(EntryName("\($0)")) }
            for child in children { _ = try entries(of: child) }
            #expect(handles.heldCount == 11)
            let found = try withFreeDescriptors(0) { try entries(of: children[0]) }
            #expect(found.isEmpty)
            #expect(handles.heldCount < 11)
        }
    }
}
