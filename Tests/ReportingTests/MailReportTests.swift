import Blobs
import Findings
import Foundation
import Testing

@testable import Reporting

@Suite struct MailReportTests {
    @Test func theTextReportHasASummary() throws {
        let text = try MemorySink.holding(SampleMail.report(), as: .text).text
        #expect(
            text.contains(
                """
                Mail: 1,500 messages with 3,000 parts.
                Not readable: 12 encrypted parts, 1 image.
                The organisation is corp.example (as the mail tells; --org-domain names it).
                1 secret went by mail, 1 left the organisation.
                  Test secret access key …pQ (32+ bytes), left the organisation
                    first sent  2024-03-05T09:12:00Z by alice@corp.example: deploy key
                    at          inbox.mbox, <c05@corp.example>, part 2 credentials.csv, line 2
                    reached     carol@vendor.example (external), bob@corp.example
                    lists       dev@corp.example (41 members), xdev@corp.example (members unknown, external)
                    how         To, Cc, Bcc, Resent-To, Delivered-To, and 8 more
                    bcc         unknown: the sender's own copy is not in this mail
                    still       in 37 messages, 34 of which only quote it; 2 threads; 2 files; \
                1 marked as deleted, and still there; 1 in unused space; 2 in spam or trash; 1 draft
                    do          Deactivate the key, then remove it. Remove 2 stored messages (see the purge list). \
                Tell 2 addresses outside: from their mailboxes nothing can be removed, only rotation helps. \
                Look for use since 2024-03-05T09:12:00Z in the access log of its issuer.


                """))
        #expect(text.hasPrefix("inbox.mbox!<c05@corp.example>!2 credentials.csv:12:8  critical, high confidence\n"))
        #expect(text.contains("  mail     2024-03-05T09:12:00Z alice@corp.example: deploy key\n"))
        #expect(text.contains("  quoted   the line quotes another message\n"))
    }

    @Test func theSummaryIsAScreen() throws {
        let people = (0..<500).map { "p\($0)@vendor.example" }
        let exposures = (0..<50).map { _ in SampleMail.exposure(people: people) }
        let report = Sample.report([SampleMail.finding()], mail: SampleMail.mail(exposures))
        let text = try MemorySink.holding(report, as: .text).text
        #expect(text.contains("and 495 more") && text.contains("  and 40 more secrets\n"))
        #expect(text.split(separator: "\n").count < 120)
    }

    @Test func jsonTellsWhereAFindingStands() throws {
        let document = try ParsedReport(MemorySink.holding(SampleMail.report(), as: .json))
        let mail = try #require(document.findings.first?.members["mail"] as? [String: Any])
        #expect(mail["message_id"] as? String == "<c05@corp.example>" && mail["section"] as? String == "2")
        #expect(mail["date"] as? String == "2024-03-05T09:12:00Z" && mail["from"] as? String == "alice@corp.example")
        #expect(mail["subject"] as? String == "deploy key" && mail["folder"] as? String == "Sent")
        #expect(mail["quoted"] as? Bool == false)
        #expect((document.findings.last?.members["mail"] as? [String: Any])?["quoted"] as? Bool == true)
    }

    @Test func jsonHasARecordForEachSecret() throws {
        let document = try ParsedReport(MemorySink.holding(SampleMail.report(), as: .json))
        let record = try #require((document.members["mail"] as? [[String: Any]])?.first)
        func members(_ key: String) -> [String: Any] { record[key] as? [String: Any] ?? [:] }
        #expect(members("secret")["group"] as? Int == 1 && members("secret")["redacted"] as? String == "…pQ")
        #expect((members("secret")["fingerprint"] as? String)?.hasPrefix("hmac-sha256:") == true)
        #expect(members("first_sent")["part"] as? String == "2 credentials.csv:2")
        #expect(members("first_sent")["message_id"] as? String == "<c05@corp.example>")
        #expect(members("exposure")["people"] as? [String] == ["bob@corp.example", "carol@vendor.example"])
        #expect(members("exposure")["external"] as? [String] == ["carol@vendor.example"])
        #expect(members("exposure")["left_organisation"] as? Bool == true)
        let ways = try #require(members("exposure")["how"] as? [String])
        #expect(ways.prefix(2) == ["To", "Cc"] && ways.contains("forward by bob 2024-03-06"))
        #expect(ways.contains("bounce to carol@vendor.example") && ways.contains("list dev@corp.example"))
        #expect(members("occurrences")["quoted_only"] as? Int == 34)
        #expect(members("occurrences")["containers"] as? [String] == ["inbox.mbox", "sent.mbox"])
        #expect(record["actions"] as? [String] == ["rotate", "purge", "notify", "investigate", "replace"])
        let coverage = try #require(document.members["mail_coverage"] as? [String: Any])
        #expect(coverage["messages"] as? Int == 1500 && coverage["organisation"] as? [String] == ["corp.example"])
    }

    @Test func linesHoldTheSameRecords() throws {
        let lines = try MemorySink.holding(SampleMail.report(), as: .jsonl).text.split(separator: "\n")
        let objects = try lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:] }
        #expect(objects.map { $0["type"] as? String } == ["header", "finding", "finding", "mail", "summary"])
        #expect(objects.last?["mail"] as? Int == 1)
        var record = objects[3]
        record["type"] = nil
        let document = try ParsedReport(MemorySink.holding(SampleMail.report(), as: .json))
        let other = try #require((document.members["mail"] as? [[String: Any]])?.first)
        #expect(NSDictionary(dictionary: record) == NSDictionary(dictionary: other))
    }

    @Test func thePurgeListNamesEveryCopy() throws {
        let table = try ParsedCSV(MemorySink.holding(SampleMail.report(), as: .purge).text)
        #expect(
            table.rows.first == [
                "container", "message_id", "date", "from", "subject", "part", "secret_group", "rule", "offset",
            ])
        #expect(
            table.rows.last == [
                "inbox.mbox", "<c05@corp.example>", "2024-03-05T09:12:00Z", "alice@corp.example", "deploy key",
                "2 credentials.csv; 1(html)", "1", "test-secret-key", "4096",
            ])
        #expect(table.rows.count == 3)
        #expect(try ParsedCSV(MemorySink.holding(Sample.report(), as: .purge).text).rows.count == 1)
    }

    @Test func noFieldOfThePurgeListIsAFormula() throws {
        for row in try ParsedCSV(MemorySink.holding(HostileReport.report, as: .purge).text).rows {
            for field in row {
                let first = field.unicodeScalars.first { !$0.properties.isWhitespace }
                #expect(first.map { !"=+-@\t\r＝＋－＠".unicodeScalars.contains($0) } ?? true)
            }
        }
    }

    @Test func theActionListHasASectionForEachSecret() throws {
        let text = try MemorySink.holding(SampleMail.report(), as: .actions).text
        #expect(text.hasPrefix("# What to do about secrets in mail\n"))
        for part in [
            "Secret 1: Test secret access key\n--------", "**left the organisation**",
            "1. [ ] **Rotate.** Deactivate the key, then remove it. <https://example.com/keys>\n",
            "2. [ ] **Contain.** Remove 2 stored messages (see the purge list).\n",
            "   - `inbox.mbox` `<c05@corp.example>`, 2024-03-05T09:12:00Z, part `2 credentials.csv; 1(html)`\n",
            "3. [ ] **Notify.** Tell 2 addresses outside", "4. [ ] **Look for use.** Look for use since 2024-03-05",
            "5. [ ] **Replace the habit.** ", "- Reached 2 people: `carol@vendor.example (external)`, ",
        ] {
            #expect(text.contains(part))
        }
        let many = SampleMail.exposure(copies: 30)
        let long = try MemorySink.holding(Sample.report(mail: SampleMail.mail([many])), as: .actions).text
        #expect(long.contains("   - and 10 more, in the purge list\n"))
        #expect(try MemorySink.holding(Sample.report(), as: .actions).text.contains("No secret was found in mail.\n"))
        let stopped = Sample.report(run: Sample.run(.interrupted), mail: SampleMail.mail([]))
        #expect(try MemorySink.holding(stopped, as: .actions).text.contains("**INTERRUPTED"))
    }

    @Test func actionsAreInTheWordsOfTheProvider() {
        let rule = RuleSummary(
            id: "aws-secret-access-key", title: "", description: "", severity: .critical, remedy: "Deactivate it.",
            references: [])
        let exposure = SampleMail.exposure(of: Sample.finding(rule: rule), isInbound: true, date: nil)
        #expect(ActionText.investigate(exposure).contains("from the beginning in CloudTrail"))
        #expect(ActionText.replace(exposure).contains("roles"))
        #expect(
            ActionText.rotate(exposure) == "It is the sender's credential: only its owner can end it. Deactivate it.")
        let alone = SampleMail.exposure(people: [], left: nil)
        #expect(ActionText.rotate(alone).hasPrefix("Deactivate the key"))
    }

    @Test func thePageHasASection() throws {
        let page = try ParsedXML(MemorySink.holding(SampleMail.report(), as: .html)).root
        let section = try #require(page.all("section").first { $0.all("h2").first?.text == "Mail" })
        for part in [
            "1,500 messages with 3,000 parts", "deploy key", "carol@vendor.example (external)", "Time line",
            "forward by bob 2024-03-06", "left the organisation", "dev@corp.example (41 members)",
            "2024-03-05T09:12:00Z",
        ] {
            #expect(section.wholeText.contains(part))
        }
        #expect(section.all("table").count == 2 && section.all("details").count == 1)
    }

    @Test(arguments: ReportFormat.allCases.filter { ![.purge, .actions].contains($0) })
    func withoutMailNothingIsSaid(_ format: ReportFormat) throws {
        for report in [Sample.fullReport(), Sample.report()] {
            let text = try MemorySink.holding(report, as: format).text
            #expect(!text.contains("mail") && !text.contains("Mail"))
        }
    }

    @Test func datesAreTold() {
        #expect(MailText.date(SampleMail.start) == "2024-03-05T09:12:00Z" && MailText.date(nil) == nil)
        #expect(MailText.date(.max) == nil && MailText.date(.min) == nil && MailText.date(-1) == nil)
        #expect(MailText.identifier("#a") == "#a" && MailText.identifier("a") == "<a>")
    }

    @Test func verdictsAreTold() {
        func verdict(_ left: Bool?, _ isInbound: Bool) -> String? {
            MailText.verdict(on: SampleMail.exposure(left: left, isInbound: isInbound))
        }
        #expect(verdict(false, false) == nil && verdict(false, true) == "came from outside")
        #expect(verdict(true, true) == "came from outside, and went on to others outside")
        #expect(verdict(nil, false)?.contains("--org-domain") == true)
    }

    @Test func aLongReportIsWrittenInPieces() throws {
        let report = Sample.report(
            [SampleMail.finding()], mail: SampleMail.mail((0..<200).map { _ in SampleMail.exposure(copies: 100) }))
        for format in [ReportFormat.json, .jsonl, .html, .purge, .actions] {
            #expect(try MemorySink.holding(report, as: format).largestPiece < 200_000)
        }
    }
}
