import Findings
import Reporting
import Testing

@Suite struct TextReportTests {
    @Test func aCleanReportSaysWhatWasExamined() throws {
        var coverage = Coverage()
        coverage.see(units: 2)
        coverage.examine(bytes: 1_500_000)
        coverage.examine(bytes: 36_864)
        let sink = try MemorySink.holding(Sample.report(coverage: coverage), as: .text)
        #expect(sink.text == "Examined 2 of 2 entries, 1.4 MiB.\nComplete and clean: no secret found.\n")
    }

    @Test func aFindingSaysEverythingOnce() throws {
        let detail = Finding.Detail(name: "account", value: "000000000000")
        let sink = try MemorySink.holding(
            Sample.report([Sample.finding(details: [detail], isPaired: true), Sample.finding("z.py")]), as: .text)
        #expect(
            sink.text.hasPrefix(
                """
                src/config.py:12:8  critical, high confidence
                  Test secret access key (test-secret-key)
                  secret   …pQ (32+ bytes)
                  why      a keyword names it
                  account  000000000000
                  with     key id AKIA…ZT at 11:8
                  also at  z.py:12:8
                  do       Deactivate the key, then remove it.
                  see      https://example.com/keys

                z.py:12:8  critical, high confidence
                  Test secret access key (test-secret-key)
                  secret   …pQ (32+ bytes)
                  why      a keyword names it

                """))
        #expect(sink.text.hasSuffix("1 secret in 2 places: 2 critical. Everything in scope was examined.\n"))
    }

    @Test func oneSecretIsOneFinding() throws {
        let findings = (1...15).map { Sample.finding("f", line: $0) }
        let text = try MemorySink.holding(Sample.report(findings, tellsEveryLocation: false), as: .text).text
        #expect(text.hasPrefix("f:1:8  critical"))
        #expect(text.contains("  also at  f:2:8\n") && text.contains("  also at  f:11:8\n  also at  4 more places\n"))
        #expect(text.hasSuffix("1 secret in 15 places: 1 critical. Everything in scope was examined.\n"))
    }

    @Test func anIncompleteReportSaysWhyAndWhatToDo() throws {
        let text = try MemorySink.holding(Sample.fullReport(), as: .text).text
        #expect(
            text.contains(
                """
                Not examined:
                  error: 1, 10 bytes: reading failed
                    src/gone.txt (Input/output error)
                  fifo: 1: named pipes hold no stored content
                    src/gone.txt
                  limit:size: 1, 2.0 GiB: larger than the size limit (accepted)
                    src/gone.txt (2 GiB)
                  socket: 1: sockets hold no stored content
                    -
                  vanished: 2, 4.0 KiB: gone before it could be read
                    src/gone.txt
                    "\\xFF"
                Recognised, not leaks: 1 canary:
                    "\\xFE":1:1 (test-key-id)
                Recognised, not leaks: 5 documentation examples:
                    docs/x.md:1:3 (test-key-id)
                    docs/x.md:2:3 (test-key-id)
                    docs/x.md:3:3 (test-key-id)
                    and 2 more
                Dropped 12 that cannot be credentials: a check fails.
                Dropped 4 below the confidence asked for.
                Suppressed: 4 by the baseline (1 moved):
                    old/a.py:1:8 (test-secret-key): checked by hand
                    old/a.py:2:8 (test-secret-key): checked by hand
                    old/a.py:3:8 (test-secret-key): checked by hand
                    and 1 more
                Suppressed: 1 by comments:
                    src/inline.py:7:8 (test-secret-key)
                The baseline has 1 expired entry:
                    base.toml:31: test-key-id, "\\xFC" (expired 2026-01-31)
                3 findings have an allow comment, which does not count here (--no-inline-allow).
                INCOMPLETE because of error (1), vanished (2).
                In what was examined: 3 secrets in 9 places: 8 critical, 1 high.
                Remove the causes and scan again, or accept them: --accept-incomplete=vanished
                Never acceptable: error. Remove the cause and scan again.

                """))
    }

    @Test func entriesOfNoUseAreNamedAfterACompleteRun() throws {
        let report = Sample.report(suppressed: Suppressed.findings, baseline: Suppressed.review)
        let text = try MemorySink.holding(report, as: .text).text
        #expect(
            text.contains(
                """
                The baseline has 2 entries that nothing was found for, and 1 expired:
                    base.toml:12: test-key-id, gone.py
                    base.toml:13: test-key-id, gone.py
                    base.toml:31: test-key-id, "\\xFC" (expired 2026-01-31)
                Complete and clean: no secret found.

                """))
    }

    @Test func anInterruptedReportSaysSo() throws {
        let report = Sample.report([Sample.finding()], run: Sample.run(.interrupted))
        let text = try MemorySink.holding(report, as: .text).text
        #expect(text.contains("\nINTERRUPTED: 1 secret in 1 place: 1 critical so far. "))
    }

    @Test func colourIsTheOnlyDifference() throws {
        let plain = try MemorySink.holding(Sample.fullReport(), as: .text).text
        let coloured = try MemorySink.holding(Sample.fullReport(), as: .text, colour: true).text
        #expect(!plain.unicodeScalars.contains("\u{1B}"))
        #expect(coloured.contains("\u{1B}[1;31mcritical\u{1B}[0m"))
        #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    }
}
