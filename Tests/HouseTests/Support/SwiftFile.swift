/// A Swift file with its code apart from its comments and texts.
struct SwiftFile: Sendable {
    let file: TextFile

    /// The lines, with comments and the content of string literals blanked.
    let code: [String]

    var path: String { file.path }

    /// The folder below Sources or Tests, which has the target's name.
    var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

    /// The name without its folders.
    var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    init(_ file: TextFile) {
        self.file = file
        let text = String(decoding: SwiftCode.blanked(file.bytes), as: UTF8.self)
        code = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// `path:line` of every line whose code fails.
    func violations(where fails: (String) -> Bool) -> [String] {
        code.indices.filter { fails(code[$0]) }.map { "\(path):\($0 + 1)" }
    }

    /// The modules that the file imports.
    var imports: [String] { code.compactMap(SwiftCode.importedModule) }
}
