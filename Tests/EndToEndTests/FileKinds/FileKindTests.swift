import Testing

extension EndToEndTests {
    /// An access key planted in the files in which keys are leaked: one pair, sure, and at the right place.
    @Suite struct FileKindTests {
        static let seeds = 1...6

        @Test(arguments: FileKind.downloads) func download(_ kind: FileKind) throws { try check(kind) }

        @Test(arguments: FileKind.settings) func setting(_ kind: FileKind) throws { try check(kind) }

        @Test(arguments: FileKind.code) func code(_ kind: FileKind) throws { try check(kind) }

        private func check(_ kind: FileKind) throws {
            let folder = try TemporaryFolder()
            for seed in Self.seeds {
                let path = "\(seed)/\(kind.name)"
                let parent = path.split(separator: "/").dropLast().joined(separator: "/")
                try folder.makeFolder(parent)
                try folder.write(path, kind.content(seed: seed))
            }
            let report = try Command.scan(folder.path).run().report()
            for seed in Self.seeds {
                let path = folder.file("\(seed)/\(kind.name)")
                let found = report.findings.filter { $0.path == path }
                let place = kind.place(seed: seed)
                let expected = ["aws-access-key-pair high \(place.line):\(place.column)"]
                #expect(found.map { "\($0.rule) \($0.confidence) \($0.line):\($0.column)" } == expected, "seed \(seed)")
            }
        }
    }
}
