import ArgumentParser
import Scanning

/// How the work is done. None of it changes what is found.
struct WorkOptions: ParsableArguments {
    @Option(
        name: [.customShort("j", allowingJoined: true), .long],
        help: ArgumentHelp("Workers; as many as there are processors.", valueName: "n"))
    var jobs: Int?

    @Option(help: ArgumentHelp("Stop after this time and report what was found: 30s, 5m, 1h.", valueName: "duration"))
    var timeout: TimeSpan?

    /// Taken off the arguments before they are parsed: see `ConfiguredArguments`.
    @Option(
        help: ArgumentHelp(
            "Take options from FILE (TOML); those given here are stronger. Or name it in KEYHOUND_CONFIG.",
            valueName: "file"), completion: .file())
    var config: String?

    @Flag(help: "Say on standard error what each rule has cost: candidates, searches, matches.")
    var stats = false

    @Option(help: ArgumentHelp("Bytes of a segment.", valueName: "size", visibility: .hidden))
    var chunkSize: ByteCount?

    @Option(help: ArgumentHelp("How anchors are searched for.", visibility: .hidden))
    var prefilter: Prefilter = .fast

    /// The largest segment that may be asked for, in bytes.
    static let largestChunk = 256 << 20

    /// The most workers that may be asked for.
    static let mostJobs = 256

    func validate() throws {
        guard prefilter.isSupported else {
            throw ValidationError("this processor does not have the instructions of --prefilter \(prefilter.rawValue)")
        }
        if let jobs, !(1...Self.mostJobs).contains(jobs) {
            throw ValidationError("--jobs takes a number from 1 to \(Self.mostJobs)")
        }
        if let chunkSize, chunkSize.bytes > Self.largestChunk {
            throw ValidationError("--chunk-size takes at most \(Self.largestChunk) bytes")
        }
    }
}
