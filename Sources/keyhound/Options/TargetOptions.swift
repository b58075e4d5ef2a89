import ArgumentParser
import Containers

/// What to scan.
struct TargetOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Files and folders; - is standard input. Names that begin with a dash go behind --.", valueName: "path"),
        completion: .file())
    var paths: [String] = []

    @Option(
        help: ArgumentHelp("Scan the paths in FILE, one a line; - reads them from standard input.", valueName: "file"),
        completion: .file())
    var filesFrom: String?

    @Flag(name: [.customShort("0"), .customLong("null")], help: "Paths in --files-from end with NUL, not with a line.")
    var isNullSeparated = false

    @Option(
        help: ArgumentHelp(
            "In folders, scan only files that match GLOB or lie in a folder that does. Repeatable.", valueName: "glob"))
    var include: [String] = []

    @Option(
        help: ArgumentHelp(
            "Leave out files and folders that match GLOB; the report says so. Repeatable.", valueName: "glob"))
    var exclude: [String] = []

    @Flag(help: "Scan the history of every repository that is met, too.")
    var withGit = false

    @Flag(help: "Follow symbolic links in folders; every file is read once.")
    var follow = false

    @Option(help: ArgumentHelp("Skip larger files and say so, such as 500K, 10M, 2G.", valueName: "size"))
    var maxFileSize: ByteCount?

    @Option(
        help: ArgumentHelp(
            "Open archives and compressed files in each other so deep, and say where there are more; 0 opens none.",
            valueName: "n"))
    var maxDepth: Int = ContainerLimits.defaultDepth

    @Option(
        help: ArgumentHelp(
            "Expand a file to so many bytes at most, in all; the larger of 1G and 200 times its size.",
            valueName: "size"))
    var maxExpanded: ByteCount?

    @Option(
        help: ArgumentHelp(
            "Memory for archives in archives, of all workers together.", valueName: "size"))
    var decoderMemory: ByteCount?

    /// The deepest nesting that may be asked for: each level takes a frame of the stack and a decoder.
    private static let mostDepth = 64

    func validate() throws {
        guard (0...Self.mostDepth).contains(maxDepth) else {
            throw ValidationError("--max-depth takes a number from 0 to \(Self.mostDepth)")
        }
    }

    /// What archives and compressed files may cost.
    var containers: ContainerLimits {
        ContainerLimits(
            depth: maxDepth, expandedBytes: maxExpanded?.bytes,
            memory: decoderMemory?.bytes ?? ContainerLimits.defaultMemory)
    }
}
