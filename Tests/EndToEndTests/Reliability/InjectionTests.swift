import Foundation
import Testing

extension EndToEndTests {
    /// Text around a secret that means something to who reads the report.
    @Suite struct InjectionTests {
        static let hostile = [
            "::set-output name=x::y", "</script><script>alert(1)</script>", "=cmd|' /C calc'!A0",
            "\u{1B}]8;;http://evil.example\u{7}link\u{1B}]8;;\u{7}", "##[error]x", "\u{202E}\u{2066}",
            "{0} [a](http://evil)",
        ]

        @Test(arguments: ["text", "json", "jsonl", "sarif", "gitlab", "junit"]) func noContextReachesAReport(
            _ format: String
        ) throws {
            let folder = try TemporaryFolder()
            for (index, text) in Self.hostile.enumerated() {
                try folder.write("f\(index)", "\(text) \(Sample.line(index + 1)) \(text)\n\(text)\n")
                // As a name as well, as far as a name can hold it.
                try folder.write(text.replacing("/", with: "_"), Sample.line(index + 20))
            }
            let outcome = try Command.keyhound("scan", folder.path, "-f", format).run()
            #expect(outcome.code == 1)
            let text = try #require(String(validating: outcome.output + outcome.errors, as: UTF8.self))
            let lines = text.split(separator: "\n")
            #expect(
                !lines.contains { $0.drop { $0 == " " }.hasPrefix("::") || $0.hasPrefix("##[") || $0.hasPrefix("=") })
            #expect(
                !text.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || (0x7F..<0xA0).contains($0.value) })
            #expect(!text.unicodeScalars.contains("\u{202E}") && !text.unicodeScalars.contains("\u{2066}"))
            if format != "text" { #expect(!text.contains("</script>")) }
            if format == "json" { #expect(try outcome.report().findings.count == Self.hostile.count * 2) }
        }

        @Test func aLongLineStaysOutOfTheReport() throws {
            let folder = try TemporaryFolder()
            let filler = String(repeating: "x ", count: 5 << 19)
            try folder.write("file", filler + Sample.line(1) + " " + filler)
            for format in CanaryTests.formats {
                let outcome = try Command.keyhound("scan", folder.path, "-f", format).run()
                #expect(outcome.code == 1 && outcome.output.count < 20_000, "\(format): \(outcome.output.count)")
            }
        }
    }
}
