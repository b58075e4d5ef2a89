import Testing

extension EndToEndTests {
    /// What a file and a folder cost, in system calls.
    @Suite struct SystemCallTests {
        /// How many system calls a scan with one worker makes.
        private static func calls(_ folder: TemporaryFolder) throws -> Int {
            let traces = try TemporaryFolder()
            let trace = try traced(.scan("--jobs", "1", folder.path), calls: "trace=all", to: traces.file("trace"))
            // Room for the heap and a clock come and go with the kernel's mood, not with the files.
            let noise = ["brk(", "mmap(", "munmap(", "mprotect(", "madvise(", "futex(", "gettid("]
            return trace.split(separator: "\n").count { line in !noise.contains { line.contains($0) } }
        }

        /// Opening, looking at what was opened, reading with one byte more than there is, closing.
        @Test(.enabled(if: SystemTool.exists("strace"), "strace is not installed"))
        func aSmallFileTakesFourCalls() throws {
            let folder = try TemporaryFolder()
            for index in 0..<100 { try folder.write("a\(index)", "thirty bytes of nothing at all") }
            let before = try Self.calls(folder)
            for index in 0..<100 { try folder.write("b\(index)", "thirty bytes of nothing at all") }
            #expect(try Self.calls(folder) <= before + 4 * 100)
        }

        /// Opening, looking at what was opened, two reads of its entries, closing.
        @Test(.enabled(if: SystemTool.exists("strace"), "strace is not installed"))
        func aFolderTakesFiveCalls() throws {
            let folder = try TemporaryFolder()
            for index in 0..<100 { try folder.makeFolder("a\(index)") }
            let before = try Self.calls(folder)
            for index in 0..<100 { try folder.makeFolder("b\(index)") }
            #expect(try Self.calls(folder) <= before + 5 * 100)
        }
    }
}
