import ArgumentParser

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
}
