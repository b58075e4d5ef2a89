import Blobs
import Inputs
import Reporting

/// Files in the scanned folders that would change how they are scanned, if scanners obeyed what they scan.
enum UnnamedConfiguration {
    /// Each with the option that makes use of it.
    private static let names = [
        (".keyhound.toml", "--config"), (".gitleaks.toml", "--rules"), (".betterleaks.toml", "--rules"),
        (".gitleaksignore", "keyhound baseline create --from"),
        (".secrets.baseline", "keyhound baseline create --from"),
    ]

    /// Targets that are looked at: a list of files may have millions.
    private static let mostTargets = 8

    /// Says on standard error which of them are there, and have no effect.
    static func note(in targets: [RawPath]) {
        for target in targets.prefix(mostTargets) {
            for (name, option) in names {
                let path = target.appending(name.utf8)
                guard (try? FileFacts(path: path))?.kind == .regular else { continue }
                let shown = DisplayText.name(path.bytes)
                guard !isNamed(path) else { continue }
                StandardStreams.writeError("keyhound: \(shown) has no effect unless it is named (\(option))\n")
            }
        }
    }

    /// Whether the user has named the file, in this spelling or another that ends so.
    private static func isNamed(_ path: RawPath) -> Bool {
        let named = CommandLine.arguments + [Environment.value(of: "KEYHOUND_CONFIG") ?? ""]
        let last = path.bytes.split(separator: UInt8(ascii: "/")).last ?? []
        return named.contains { $0.utf8.suffix(last.count).elementsEqual(last) }
    }
}
