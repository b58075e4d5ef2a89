import Testing

extension EndToEndTests {
    /// What a file and a folder cost, in system calls.
    @Suite struct SystemCallTests {
        /// Calls that take a path or a descriptor of a file. Locks, clocks, signals and room for the heap
        /// come and go with the kernel's mood, not with the files.
        private static let counted: Set<Substring> = [
            "openat", "openat2", "fstat", "newfstatat", "statx", "readlink", "readlinkat", "lseek", "fadvise64",
            "read", "readv", "pread64", "getdents64", "close",
        ]

        /// How many system calls for files a scan with one worker makes.
        private static func calls(_ folder: TemporaryFolder) throws -> Int {
            let traces = try TemporaryFolder()
            let trace = try traced(.scan("--jobs", "1", folder.path), calls: "trace=all", to: traces.file("trace"))
            // A call that another thread interrupts stands on two lines; its second has no name before a bracket.
            return trace.split(separator: "\n").count { line in
                guard let bracket = line.firstIndex(of: "(") else { return false }
                let name = line[..<bracket].split(separator: " ").last
                return name.map(counted.contains) ?? false
            }
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
