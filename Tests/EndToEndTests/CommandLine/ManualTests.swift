import Foundation
import Testing

extension EndToEndTests {
    /// What is said of the command line elsewhere is what the program says of itself.
    @Suite struct ManualTests {
        private static let root = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../..").standardized

        private static func text(_ path: String) throws -> String {
            try String(contentsOf: root.appending(path: path), encoding: .utf8)
        }

        @Test(.enabled(if: SystemTool.exists("python3"), "needs python3"))
        func theManualIsFresh() throws {
            let script = Self.root.appending(path: "Manual/manual.py").path
            let made = try Command(["/usr/bin/env", "python3", "-B", script, Environment.binary]).with { command in
                command.input = .path(Self.root.appending(path: "Manual/keyhound.1.in").path)
            }.run()
            #expect(made.code == 0, "\(made)")
            #expect(try Self.text("Manual/keyhound.1") == made.text, "Manual/keyhound.1 is stale: run `make manual`")
        }

        @Test func integrationsNameOptionsThatExist() throws {
            // base64 has the only option of another program.
            let known = try Self.options(of: "scan").union(try Self.options(of: "git")).union(["--decode"])
            for path in [
                "action.yml", "Integrations/README.md", "Integrations/github-workflow.yml",
                "Integrations/gitlab-ci.yml", "Integrations/Jenkinsfile", "Integrations/azure-pipelines.yml",
                ".pre-commit-hooks.yaml",
            ] {
                #expect(Self.options(in: try Self.text(path)).subtracting(known).isEmpty, "\(path)")
            }
        }

        private static func options(of command: String) throws -> Set<String> {
            options(in: try Command.keyhound("help", command).run().text)
        }

        /// Every word such as `--no-progress`.
        private static func options(in text: String) -> Set<String> {
            let words = text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")) }
            return Set(
                words.filter { $0.hasPrefix("--") && $0.count > 2 && $0.dropFirst(2).first != "-" }.map(String.init))
        }
    }
}
