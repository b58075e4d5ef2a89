import Findings
import Foundation
import Testing

@testable import Reporting

@Suite struct HTMLReportTests {
    /// HTML's elements without an end tag (HTML Living Standard, 13.1.2).
    private static let voidElements: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]

    private static let reports = [
        Sample.report(), Sample.fullReport(), Sample.fullReport(showsSecrets: true), HostileReport.report,
        Sample.report([Sample.finding()], run: Sample.run(.interrupted)),
    ]

    private static func page(_ report: RunReport) throws -> ParsedXML.Element {
        try ParsedXML(MemorySink.holding(report, as: .html)).root
    }

    @Test(arguments: 0..<5) func thePageIsWellFormedAndLoadsNothing(_ index: Int) throws {
        let page = try Self.page(Self.reports[index])
        let text = try MemorySink.holding(Self.reports[index], as: .html).text
        #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
        for name in ["link", "img", "iframe", "object", "embed", "form", "base", "svg", "video", "audio", "source"] {
            #expect(page.all(name).isEmpty)
        }
        #expect(page.all("script").count == 1 && page.all("style").count == 1)
        #expect(page.all("script").allSatisfy { $0.attributes["src"] == nil })
        #expect(!HTMLStyle.text.contains("url(") && !HTMLStyle.text.contains("@import"))
        func check(_ element: ParsedXML.Element) {
            for attribute in element.attributes.keys {
                #expect(!attribute.hasPrefix("on") && attribute != "style" && attribute != "src")
            }
            if Self.voidElements.contains(element.name) { #expect(element.children.isEmpty && element.text == "") }
            element.children.forEach(check)
        }
        check(page)
        // What an XML parser takes for an end, HTML does not.
        for match in text.matches(of: /<([a-z0-9]+)[^<>]*\/>/) { #expect(Self.voidElements.contains(String(match.1))) }
    }

    @Test func linksLeadToPagesOfTheRulesOnly() throws {
        let links = try Self.page(Sample.fullReport()).all("a")
        #expect(Set(links.compactMap { $0.attributes["href"] }) == ["https://example.com/keys"])
        #expect(links.allSatisfy { $0.attributes["rel"] == "noopener noreferrer" })
        let rule = RuleSummary(
            id: "r", title: "t", description: "", severity: .low, remedy: "", references: ["javascript:alert(1)"])
        #expect(try Self.page(Sample.report([Sample.finding(rule: rule)])).all("a").isEmpty)
    }

    @Test func thePolicyAllowsOurStyleAndScriptAlone() throws {
        let page = try Self.page(Sample.fullReport())
        let style = try #require(page.all("style").first).text
        let script = try #require(page.all("script").first).text
        #expect(style == HTMLStyle.text && script == HTMLScript.text)
        let policy = page.all("meta").first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
        #expect(
            policy?.attributes["content"] == "default-src 'none'; style-src '\(try Self.hash(of: style))'; "
                + "script-src '\(try Self.hash(of: script))'; base-uri 'none'; form-action 'none'")
    }

    @Test func aFindingIsABodyOfTheTable() throws {
        let page = try Self.page(Sample.fullReport())
        let table = try #require(page.all("table").first { $0.attributes["id"] == "findings" })
        func place(of body: ParsedXML.Element) -> String { body.all("td").dropFirst(2).first?.text ?? "" }
        let bodies = table.all("tbody")
        #expect(bodies.count == Sample.fullReport().findings.count)
        let paired = try #require(bodies.first { place(of: $0) == "src/config.py:12:8" })
        #expect(paired.attributes["data-severity"] == "critical")
        for text in ["Test secret access key", "…pQ", "a keyword names it", "key id AKIA…ZT at 11:8", "Deactivate"] {
            #expect(paired.wholeText.contains(text))
        }
        let old = try #require(bodies.first { place(of: $0) == "old.py:12:8" })
        #expect(old.wholeText.contains("pushed to a remote") && old.wholeText.contains("A U Thor <a@example.com>"))
    }

    @Test func everythingElseIsSaidToo() throws {
        let text = try Self.page(Sample.fullReport()).wholeText
        for part in [
            "Incomplete: 3 secrets in 9 places", "error (1), vanished (2)", "Input/output error", "accepted",
            "5 documentation examples", "12 candidates cannot be credentials", "4 by the baseline (1 moved)",
            "checked by hand", "owner: security team", "Expired entries, which no longer count: 1", "build team",
            "3 findings have an allow comment",
        ] {
            #expect(text.contains(part))
        }
        #expect(!text.contains("Entries that nothing was found for"))
        #expect(try Self.page(Sample.report()).wholeText.contains("Complete and clean"))
        #expect(try Self.page(Self.reports[4]).wholeText.contains("Interrupted"))
    }

    @Test func aPageWithSecretsSaysSo() throws {
        let notice = "This page holds the secrets themselves."
        #expect(try Self.page(Self.reports[2]).wholeText.contains(notice))
        #expect(try !Self.page(Self.reports[1]).wholeText.contains(notice))
    }

    @Test func aLargePageIsWrittenInPieces() throws {
        let report = Sample.report((1...2000).map { Sample.finding("f", line: $0) }, suppressed: Suppressed.findings)
        let sink = try MemorySink.holding(report, as: .html)
        #expect(sink.bytes.count > 500_000 && sink.largestPiece < 90_000)
    }

    /// As `sha256sum` has it, in the form of Content Security Policy.
    private static func hash(of text: String) throws -> String {
        let folder = try ScratchFolder()
        try Data(text.utf8).write(to: folder.file("text"))
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["sha256sum", folder.file("text").path()]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let digits = Array(try output.fileHandleForReading.readToEnd() ?? Data()).prefix(64)
        process.waitUntilExit()
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
        }
        return "sha256-" + Data(bytes).base64EncodedString()
    }
}
