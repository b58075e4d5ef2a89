import Foundation

/// A text file of the project.
struct TextFile: Sendable {
    /// From the root of the project on.
    let path: String
    let bytes: [UInt8]
    let lines: [String]

    /// `nil` for what is not UTF-8, or cannot be read.
    init?(path: String) {
        guard let data = try? Data(contentsOf: Repository.root.appending(path: path)),
            let text = String(data: data, encoding: .utf8), !data.contains(0)
        else { return nil }
        self.path = path
        bytes = Array(data)
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// `path:line` of every line that fails.
    func violations(where fails: (String) -> Bool) -> [String] {
        lines.indices.filter { fails(lines[$0]) }.map { "\(path):\($0 + 1)" }
    }
}
