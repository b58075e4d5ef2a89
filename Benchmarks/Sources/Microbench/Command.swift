/// The command line: which benchmark, over which text, how often.
struct Command {
    private static let usage = """
        usage: microbench literals --list FILE --text FILE [--rounds N]
               microbench runs|entropy|windows --text FILE [--rounds N]
        """

    private let name: String
    private var options: [String: String] = [:]

    /// - Throws: `BenchmarkError` if an option has no value or no name.
    init(_ arguments: some Sequence<String>) throws {
        let all = Array(arguments)
        guard let name = all.first, all.count % 2 == 1 else { throw BenchmarkError(Self.usage) }
        self.name = name
        for index in stride(from: 1, to: all.count, by: 2) {
            guard ["--list", "--text", "--rounds"].contains(all[index]) else { throw BenchmarkError(Self.usage) }
            options[all[index]] = all[index + 1]
        }
    }

    func run() throws {
        let stopwatch = try Stopwatch(rounds: options["--rounds"] ?? "5")
        let text = try InputFile.bytes(of: value("--text"))
        switch name {
        case "literals":
            let list = try LiteralList.read(value("--list"))
            print(LiteralBenchmark(list).line(text, stopwatch))
        case "runs":
            print(ClassRunBenchmark().line(text, stopwatch))
        case "entropy":
            print(EntropyBenchmark().line(text, stopwatch))
        case "windows":
            print(try WindowBenchmark().line(text, stopwatch))
        default:
            throw BenchmarkError(Self.usage)
        }
    }

    private func value(_ option: String) throws -> String {
        guard let value = options[option] else { throw BenchmarkError(Self.usage) }
        return value
    }
}
