/// What the path of a blob says about the values in it.
public struct FileKind: Hashable, Sendable {
    /// Languages and formats that write values alike.
    enum Format: UInt8, CaseIterable {
        case unknown, script, python, java, go, c, json, yaml, markup, settings, prose, shell, translation, sql,
            template
    }

    let format: Format

    /// Words of the path, as bits: places of tests, examples, documentation, settings.
    let marks: UInt128

    /// How many folders lead to it, 15 at most.
    let depth: Int

    /// Of a blob without a path.
    public static let unknown = FileKind(path: [])

    /// - Complexity: O(n) in the length of the path.
    public init(path: [UInt8]) {
        let name = path.lastIndex(of: UInt8(ascii: "/")).map { path[($0 + 1)...] } ?? path[...]
        let dot = name.lastIndex(of: UInt8(ascii: "."))
        let ending = dot.map { name[($0 + 1)...] } ?? name.drop { _ in name.count < 3 }
        let extent = String(decoding: ending.map(\.lowercased), as: UTF8.self)
        format = Self.formats[extent] ?? .unknown
        marks = Self.words.marks(path.span, 0..<path.count)
        depth = min(15, path.count { $0 == UInt8(ascii: "/") })
    }

    static let wordCount = 34

    private static let words = WordMarker([
        "test", "spec", "example", "sample", "doc", "locale", "i18n", "lang", "translation", "vendor", "fixture",
        "mock", "config", "env", "secret", "docker", "deploy", "demo", "tutorial", "readme", "node_modules", "min.js",
        "lock", "changelog", "security", "auth", "credential", ".github", "ci", "setting", "swagger", "schema",
        "cassette", "generated",
    ])

    private static let formats: [String: Format] = [
        (Format.script, "js jsx ts tsx mjs cjs mts vue svelte coffee"), (.python, "py rb php pl pm lua ipynb r"),
        (.java, "java kt kts scala groovy gradle cs swift m dart fs vb"), (.go, "go rs zig"),
        (.c, "c h cpp cc hpp cxx hxx mm s"), (.json, "json jsonl json5 ndjson"), (.yaml, "yml yaml"),
        (.markup, "xml html htm xhtml jsp erb plist csproj storyboard xib haml twig svg config"),
        (.settings, "properties ini conf cfg cnf env toml tf tfvars hcl tfstate reg netrc npmrc pypirc"),
        (.prose, "md rst txt adoc markdown mdx rdoc tex org 1 5 8"),
        (.shell, "sh bash zsh fish ps1 psm1 bat cmd dockerfile makefile history"),
        (.translation, "po pot strings resx lang arb xlf xliff"), (.sql, "sql ddl dump"),
        (.template, "example sample dist template tmpl j2 tpl"),
    ].reduce(into: [:]) { formats, entry in
        for word in entry.1.split(separator: " ") { formats[String(word)] = entry.0 }
    }
}
