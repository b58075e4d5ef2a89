// The compiler of the built-in rules: what the build-tool plugin runs. Users' rules never pass through here.

import Foundation
import RuleCompilation

@main
enum Rulec {
    static let usage = "usage: rulec FILE.toml… --output FILE.swift"

    static func main() {
        do {
            let (inputs, output) = try arguments(Array(CommandLine.arguments.dropFirst()))
            let files = try inputs.sorted().map { RuleFile(name: $0, bytes: Array(try contents(of: $0))) }
            let compiler = RuleFileCompiler(for: .builtIn, timeLimit: .seconds(300))
            let compiled = try compiler.compile(files)
            for warning in compiled.warnings { print(warning) }
            let table = try compiled.table().encoded
            let source = RuleTableSource.swiftSource(of: table, name: "builtInTable")
            try Data(source).write(to: URL(filePath: output), options: .atomic)
        } catch {
            // SwiftPM reads "file:line: error: …" from standard output.
            print("\(error)")
            exit(1)
        }
    }

    private static func arguments(_ arguments: [String]) throws(RulecError) -> (inputs: [String], output: String) {
        guard let flag = arguments.firstIndex(of: "--output"), flag == arguments.count - 2, flag > 0 else {
            throw RulecError(description: usage)
        }
        return (Array(arguments[..<flag]), arguments[flag + 1])
    }

    private static func contents(of path: String) throws(RulecError) -> Data {
        do {
            return try Data(contentsOf: URL(filePath: path))
        } catch {
            throw RulecError(description: "\(path):1: error: cannot be read: \(error.localizedDescription)")
        }
    }
}
