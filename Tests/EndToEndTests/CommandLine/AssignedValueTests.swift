import Foundation
import Glibc
import Testing

extension EndToEndTests {
    /// Secrets without a shape, and secrets that stand in many places.
    @Suite struct AssignedValueTests {
        private static let chosen = "h7Rk2" + "Vq9Wm"

        private func scan(_ folder: TemporaryFolder, _ arguments: String...) throws -> JSONReport {
            try Command.keyhound(["scan", "-f", "json", folder.path] + arguments).run().report()
        }

        @Test func assignmentsAreFoundInTheWaysOfWritingThem() throws {
            let folder = try TemporaryFolder()
            let lines = [
                ".env": "DB_PASSWORD=\(Self.chosen)1", "app.py": "password = '\(Self.chosen)2'",
                "application.yml": "  password: \(Self.chosen)3",
                "config.json": "{\"password\": \"\(Self.chosen)4\"}",
                "Main.java": "  private String password = \"\(Self.chosen)5\";",
                "web.config": "<add key=\"Password\" value=\"\(Self.chosen)6\" />",
                "config.php": "define('DB_\("PASSWORD")', '\(Self.chosen)7');",
                "main.go": "\tpassword := \"\(Self.chosen)8\"",
            ]
            for (name, line) in lines { try folder.write(name, line + "\n") }
            let report = try scan(folder)
            #expect(Set(report.findings.map(\.path)) == Set(lines.keys.map(folder.file)))
            // A provider's rule says more, where there is one.
            let others = report.findings.filter { $0.rule != "generic-password" }
            #expect(others.map(\.rule) == ["wordpress-database-password"])
            #expect(report.findings.allSatisfy { $0.severity >= "critical" && $0.severity <= "high" })
        }

        @Test func whatOnlyLooksLikeOneIsNotFound() throws {
            let folder = try TemporaryFolder()
            try folder.write(
                "a.py",
                """
                password = getpass.getpass("Password: ")
                token = request.headers.get("X-Token")
                SECRET_KEY = os.environ["SECRET_KEY"]
                key = cache_key(user)

                """)
            let digest = String(repeating: "q8Zt2Lk9", count: 11)
            try folder.write("README.md", "Set `API_KEY=<your key>` and `password: your-password-here`.\n")
            try folder.write(
                "package-lock.json",
                "{\"integrity\": \"sha512-\(digest)==\", \"key\": \"node_modules/a\"}\n")
            try folder.write("de.json", "{\"password\": \"Passwort\", \"forgot_password\": \"Passwort vergessen?\"}\n")
            let report = try scan(folder)
            #expect(report.findings.isEmpty, "\(report.findings.map(\.path))")
        }

        @Test func oneSecretIsOneFinding() throws {
            let folder = try TemporaryFolder()
            for name in ["a.env", "b.env", "c.env"] { try folder.write(name, "DB_PASSWORD=\(Self.chosen)\n") }
            let report = try scan(folder)
            #expect(report.findings.map(\.path) == [folder.file("a.env")])
            #expect(report.findings.first?.occurrences?.map(\.path) == ["b.env", "c.env"].map(folder.file))
            #expect(report.findings.first?.secret.occurrence_count == 3)
            #expect(try scan(folder, "--every-location").findings.count == 3)
        }

        @Test func throwawaysAreOfLowSeverityAndDoNotMaskPaths() throws {
            let folder = try TemporaryFolder()
            try folder.write("postgres.yml", "POSTGRES_PASSWORD: postgres\n")
            let report = try scan(folder, "--min-confidence", "low")
            #expect(report.findings.map(\.path) == [folder.file("postgres.yml")])
            #expect(report.findings.allSatisfy { $0.severity == "low" })
        }

        @Test func namesOfOneFileDoNotMatter() throws {
            let folder = try TemporaryFolder()
            try folder.write("one.yml", "password: \(Self.chosen)\n")
            #expect(unsafe Glibc.link(folder.file("one.yml"), folder.file("two.md")) == 0)
            for _ in 0..<4 {
                let report = try scan(folder, "-j", "4", "--every-location", "--min-confidence", "low")
                #expect(Set(report.findings.map(\.score)).count <= 1)
            }
        }
    }
}
