/// The targets of Package.swift, read from its text.
struct Manifest {
    struct Target {
        let name: String

        /// Targets and products.
        let dependencies: Set<String>
        let usesPlugin: Bool
    }

    /// A declaration of the manifest that is not what this reader expects.
    struct Unreadable: Error {
        let declaration: String
    }

    let targets: [Target]

    init() throws {
        guard let file = TextFile(path: "Package.swift") else { throw Unreadable(declaration: "Package.swift") }
        let code = SwiftCode.blanked(file.bytes)
        var targets: [Target] = []
        for kind in [".target(", ".executableTarget("] {
            let opening = Array(kind.utf8)
            for start in code.indices where code[start...].starts(with: opening) {
                let range = Self.bracketed(code, from: start + opening.count - 1)
                targets.append(try Self.target(file.bytes, code: code, range: range))
            }
        }
        self.targets = targets
    }

    private static func target(_ bytes: [UInt8], code: [UInt8], range: Range<Int>) throws -> Target {
        let strings = literals(bytes, code: code, range: range)
        guard let name = strings.first(where: { $0.label == "name" })?.text else {
            throw Unreadable(declaration: String(decoding: bytes[range], as: UTF8.self))
        }
        var dependencies: Set<String> = []
        if let label = first("dependencies:", in: code, range: range),
            let bracket = code[label...].firstIndex(of: UInt8(ascii: "["))
        {
            let list = bracketed(code, from: bracket)
            dependencies = Set(literals(bytes, code: code, range: list).filter { $0.label != "package" }.map(\.text))
        }
        return Target(
            name: name, dependencies: dependencies, usesPlugin: first("plugins:", in: code, range: range) != nil)
    }

    /// From the bracket at `start` to the one that closes it, both included.
    private static func bracketed(_ code: [UInt8], from start: Int) -> Range<Int> {
        var depth = 0
        for index in start..<code.count {
            if Array("([{".utf8).contains(code[index]) { depth += 1 }
            if Array(")]}".utf8).contains(code[index]) { depth -= 1 }
            if depth == 0 { return start..<index + 1 }
        }
        return start..<code.count
    }

    /// The string literals in a range, each with the label in front of it.
    private static func literals(
        _ bytes: [UInt8], code: [UInt8], range: Range<Int>
    ) -> [(label: String, text: String)] {
        var found: [(label: String, text: String)] = []
        var index = range.lowerBound
        while let start = code[index..<range.upperBound].firstIndex(of: UInt8(ascii: "\"")),
            let end = code[(start + 1)..<range.upperBound].firstIndex(of: UInt8(ascii: "\""))
        {
            let before = String(decoding: code[range.lowerBound..<start], as: UTF8.self)
            let isLabelled = before.last { $0 != " " && $0 != "\n" } == ":"
            let label = isLabelled ? SwiftCode.words(in: before).last.map(String.init) ?? "" : ""
            found.append((label, String(decoding: bytes[(start + 1)..<end], as: UTF8.self)))
            index = end + 1
        }
        return found
    }

    private static func first(_ text: String, in code: [UInt8], range: Range<Int>) -> Int? {
        range.first { code[$0..<range.upperBound].starts(with: text.utf8) }
    }
}
