import Blobs
import Findings
import Foundation
import Testing

@testable import Reporting

/// Adversary A4: content that attacks the reader of a report. Cases 15, 16 and 57.
@Suite struct InjectionTests {
    @Test(arguments: ReportFormat.allCases)
    func noByteOfContentControlsATerminal(_ format: ReportFormat) throws {
        var text = try MemorySink.holding(HostileReport.report, as: format).text
        // Rows end so, as unicode scalars: Swift takes CR LF for one character.
        if [.csv, .purge].contains(format) { text = text.replacing("\r\n", with: "\n") }
        let forbidden = text.unicodeScalars.filter { $0 != "\n" && !VisibleText.isVisible($0) }
        #expect(Set(forbidden).isEmpty)
        for scalar in ["\u{202E}", "\u{2066}", "\u{200B}", "\u{2028}", "\u{9B}", "\u{7F}"] as [Unicode.Scalar] {
            #expect(!text.unicodeScalars.contains(scalar))
        }
    }

    @Test(arguments: ReportFormat.allCases)
    func noLineIsAWorkflowCommand(_ format: ReportFormat) throws {
        let text = try MemorySink.holding(HostileReport.report, as: format).text
        for line in text.split(whereSeparator: \.isNewline) {
            if format != .github { #expect(!line.drop(while: \.isWhitespace).hasPrefix("::")) }
            #expect(!line.contains("##"))
        }
        let canHoldMarkup = [.text, .csv, .github, .purge, .actions].contains(format)
        #expect(canHoldMarkup || text.split(separator: "</script").count == (format == .html ? 2 : 1))
    }

    @Test func aLineOfTheWriterItselfCannotBeACommandEither() {
        var lines = TextLines()
        lines.line("  ::add-mask::x")
        #expect(lines.buffer.bytes == Array("  \\u{3A}:add-mask::x\n".utf8))
    }

    @Test func namesAreShownUnambiguously() {
        let shown = HostileReport.names.map { DisplayText.name($0.bytes) }
        #expect(Set(shown.map { Array($0.utf8) }).count == HostileReport.names.count)
        #expect(DisplayText.name(Array("a\nb".utf8)) == #""a\nb""#)
        #expect(DisplayText.name(Array(#"a\nb"#.utf8)) == #"a\nb"#)
        #expect(DisplayText.name([0x61, 0xFF, 0x5C]) == #""a\xFF\\""#)
        #expect(DisplayText.name(Array("x\u{202E}y".utf8)) == #""x\u{202E}y""#)
        #expect(DisplayText.name(Array("\u{1B}[2J".utf8)) == #""\e[2J""#)
        #expect(DisplayText.name(Array("::x".utf8)) == #""::x""#)
        #expect(DisplayText.name(Array("##[x]".utf8)) == ##""#\u{23}[x]""##)
        #expect(DisplayText.name([]) == "\"\"")
        #expect(DisplayText.name(Array("日本語/ü".utf8)) == "日本語/ü")
    }

    @Test func jsonGivesEveryNameBack() throws {
        let document = try ParsedReport(MemorySink.holding(HostileReport.report, as: .json))
        let names = Set(HostileReport.names.map(\.bytes))
        #expect(Set(document.findings.map(\.pathBytes)) == names.union([Array("texts".utf8)]))
        #expect(Set(document.findings.filter { $0.pathBytes.first ?? 0 >= 0xFE }.map(\.place)).count == 3)
    }

    @Test func sarifGivesEveryNameBack() throws {
        let sink = try MemorySink.holding(HostileReport.report, as: .sarif)
        let results = try ParsedSARIF(sink).runs.flatMap(\.results)
        let uris = results.map(\.uri)
        #expect(uris.allSatisfy { $0.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } })
        #expect(Set(uris.map { ParsedSARIF.bytes(ofURI: $0) }).isSuperset(of: HostileReport.names.map(\.bytes)))
    }

    @Test func textsOfContentAreCut() throws {
        let sink = try MemorySink.holding(HostileReport.report, as: .jsonl)
        let longest = sink.text.split(separator: "\n").map(\.count).max() ?? 0
        #expect(longest < 50_000)
        #expect(ContentFilter(Masker()).text(String(repeating: "ü", count: 500)).unicodeScalars.count == 201)
    }

    @Test func sarifMessagesHoldNoLinksAndNoPlaceholders() {
        #expect(SARIFText.message("[click](http://x) {0} \\") == "\\[click\\](http://x) {{0}} \\\\")
        #expect(MarkdownText.escaped("<img> *a* [b](c)") == "&lt;img\\> \\*a\\* \\[b\\](c)")
    }

    @Test func urisAreRelativeOrAbsolute() {
        #expect(SARIFText.uri("./a b/c:d%") == "a%20b/c%3Ad%25")
        #expect(SARIFText.uri(RawPath([0xFF])) == "%FF")
        #expect(SARIFText.uri("/x/ü") == "file:///x/%C3%BC")
    }
}
