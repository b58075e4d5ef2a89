import Testing

extension EndToEndTests {
    /// Help, version, usage errors, and the smallest runs.
    @Suite struct ProgramTests {
        @Test(arguments: [
            ["--help"], ["-h"], ["--version"], ["scan", "--help"], ["rules", "--help"], ["help", "scan"],
            ["rules", "list", "--help"],
        ])
        func helpAndVersionAreOutput(_ arguments: [String]) throws {
            let outcome = try Command.keyhound(arguments).run()
            #expect(outcome.code == 0 && !outcome.output.isEmpty && outcome.errors.isEmpty, "\(outcome)")
        }
    }
}
