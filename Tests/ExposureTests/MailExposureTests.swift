import Blobs
import Exposure
import Findings
import Testing

@Suite struct MailExposureTests {
    private typealias Mail = MailSample

    @Test func aMessageReachesItsRecipients() {
        let message = Mail.message("c05@corp.example", to: ["bob@corp.example"], cc: ["carol@vendor.example"]) {
            $0.folders = ["Sent"]
            $0.bcc = Mail.addresses(["dan@corp.example"])
        }
        let exposure = Mail.exposure([Mail.finding(in: message, part: "2 credentials.csv", line: 2)])
        #expect(exposure.people.map(\.address) == ["bob@corp.example", "carol@vendor.example", "dan@corp.example"])
        #expect(exposure.people.map(\.route) == [.to, .cc, .bcc])
        #expect(exposure.external.map(\.address) == ["carol@vendor.example"])
        #expect(exposure.leftOrganisation == true && !exposure.isInbound && exposure.isBccKnown)
        #expect(exposure.firstSent.date == Mail.start && exposure.firstSent.messageID == "c05@corp.example")
        #expect(exposure.firstSent.part == RawPath("2 credentials.csv") && exposure.firstSent.line == 2)
        #expect(exposure.firstSent.from == "alice@corp.example" && exposure.firstSent.isOriginal)
        #expect(exposure.counts.messages == 1 && exposure.counts.originals == 1 && exposure.counts.threads == 1)
        #expect(exposure.actions == [.rotate, .purge, .notify, .investigate, .replace])
        #expect(exposure.folders == ["Sent"] && exposure.containers == [RawPath("inbox.mbox")])
    }

    /// Case 20 of the checklist for mail: the same text as plain text and HTML, and in many replies.
    @Test func oneOriginalAndManyQuotations() {
        let first = Mail.message("a@x", to: ["bob@corp.example"])
        var findings = [Mail.finding(in: first, part: "1"), Mail.finding(in: first, part: "2(html)")]
        for number in 1...300 {
            let reply = Mail.message(
                "r\(number)@x", from: "bob@corp.example", to: ["alice@corp.example"], day: Int64(number)
            ) { $0.thread = "a@x" }
            findings.append(Mail.finding(in: reply, isQuoted: true))
        }
        let exposure = Mail.exposure(findings)
        #expect(exposure.counts.messages == 301 && exposure.counts.originals == 1)
        #expect(exposure.counts.quotedOnly == 300 && exposure.counts.threads == 1)
        #expect(exposure.people.map(\.address) == ["bob@corp.example"] && exposure.leftOrganisation == false)
        #expect(exposure.copies.count == 301 && exposure.events.count == 1)
        let original = exposure.copies.first { $0.messageID == "a@x" }
        #expect(original?.parts == [RawPath("1"), RawPath("2(html)")])
        #expect(exposure.actions == [.rotate, .purge, .investigate, .replace])
    }

    /// Case 19: what was sent on many times was sent first by the innermost message, and has reached all of them.
    @Test func aChainOfForwards() {
        let inner = Mail.message("0@x", from: "alice@corp.example", to: ["bob@corp.example"], day: 0)
        let outer = (1...6).map { number in
            Mail.message(
                "\(number)@x", from: number == 1 ? "bob@corp.example" : "p\(number - 1)@vendor.example",
                to: ["p\(number)@vendor.example"], day: Int64(number))
        }
        let exposure = Mail.exposure([Mail.finding(in: inner, enclosing: outer.reversed(), part: "1.1.1.1.1.1")])
        #expect(exposure.firstSent.messageID == "0@x" && exposure.firstSent.date == Mail.start)
        #expect(exposure.people.count == 7 && exposure.external.count == 6)
        #expect(exposure.counts.messages == 1 && exposure.counts.quotedOnly == 0)
        #expect(exposure.copies.map(\.messageID) == ["6@x"])
        let routes = exposure.events.flatMap(\.routes)
        #expect(routes.first == .to)
        #expect(routes.contains(.forward(by: "bob", date: Mail.start + 86_400)))
        #expect(routes.contains(.forward(by: "p5@vendor.example", date: Mail.start + 6 * 86_400)))
    }

    @Test func aQuotationReachesNewPeople() {
        let first = Mail.message("a@x", to: ["bob@corp.example"])
        let reply = Mail.message(
            "b@x", from: "bob@corp.example", to: ["alice@corp.example"], cc: ["eve@vendor.example"], day: 1)
        let forward = Mail.message("c@x", from: "bob@corp.example", to: ["f@corp.example"], day: 2, subject: "Fwd: key")
        let exposure = Mail.exposure([
            Mail.finding(in: first), Mail.finding(in: reply, isQuoted: true), Mail.finding(in: forward, isQuoted: true),
        ])
        #expect(
            exposure.events.flatMap(\.routes) == [
                .to, .reply(by: "bob", date: Mail.start + 86_400), .forward(by: "bob", date: Mail.start + 2 * 86_400),
            ])
        #expect(exposure.events.map(\.newPeople) == [1, 1, 1] && exposure.events.map(\.newExternal) == [0, 1, 0])
        #expect(exposure.leftOrganisation == true)
    }

    @Test func aBounceReachesWhoeverGetsIt() {
        let first = Mail.message("a@x", to: ["gone@vendor.example"])
        let bounce = Mail.message("b@x", from: "mailer@vendor.example", to: ["postmaster@vendor.example"], day: 1) {
            $0.states = [.bounce]
        }
        let exposure = Mail.exposure([Mail.finding(in: first, enclosing: [bounce])])
        #expect(exposure.events.flatMap(\.routes) == [.to, .bounce(to: "postmaster@vendor.example")])
        #expect(exposure.firstSent.messageID == "a@x")
    }

    @Test func withoutTheOriginalTheFirstQuotationIsTold() {
        let reply = Mail.message("b@x", from: "bob@corp.example", to: ["alice@corp.example"], day: 3)
        let exposure = Mail.exposure([Mail.finding(in: reply, isQuoted: true)])
        #expect(exposure.firstSent.messageID == "b@x" && !exposure.firstSent.isOriginal)
        #expect(exposure.counts.originals == 0 && exposure.counts.quotedOnly == 1)
    }

    /// Whoever answers has read it, whatever address it had gone to.
    @Test func whoeverQuotesItHasIt() {
        let reply = Mail.message("b@x", from: "carol@vendor.example", to: ["alice@corp.example"], day: 3)
        let alone = Mail.exposure([Mail.finding(in: reply, isQuoted: true)])
        #expect(!alone.isInbound && alone.leftOrganisation == true)
        #expect(alone.people.map(\.address) == ["alice@corp.example", "carol@vendor.example"])
        let first = Mail.message("a@x", to: ["sales@vendor.example"])
        let both = Mail.exposure([Mail.finding(in: first), Mail.finding(in: reply, isQuoted: true)])
        #expect(both.external.map(\.address) == ["carol@vendor.example", "sales@vendor.example"])
    }

    @Test func somebodySentUsTheirKey() {
        let message = Mail.message("a@x", from: "carol@vendor.example", to: ["bob@corp.example", "d@vendor.example"])
        let exposure = Mail.exposure([Mail.finding(in: message)])
        #expect(exposure.isInbound && exposure.leftOrganisation == false)
        #expect(exposure.people.map(\.address) == ["bob@corp.example", "d@vendor.example"])
        #expect(exposure.actions.contains(.notify))
        let third = Mail.message("a@x", from: "carol@vendor.example", to: ["bob@corp.example", "d@third.example"])
        #expect(Mail.exposure([Mail.finding(in: third)]).leftOrganisation == true)
    }

    @Test func spellingsOfAMailboxAreOne() {
        let message = Mail.message("a@x", to: ["bob+keys@corp.example", "bob@eu.corp.example", "me.too+a@gmail.com"])
        let exposure = Mail.exposure([Mail.finding(in: message)])
        #expect(exposure.people.map(\.address) == ["bob@corp.example", "me.too@gmail.com"])
        #expect(exposure.people.map(\.isPersonalWebmail) == [false, true])
        #expect(exposure.people.map(\.isExternal) == [false, true])
    }

    @Test func copiesOfAMessageTellMoreThanOne() {
        let sent = Mail.message("a@x", to: ["bob@corp.example"]) {
            $0.bcc = Mail.addresses(["sam@vendor.example"])
            $0.folders = ["Sent"]
        }
        let received = Mail.message("a@x", to: ["bob@corp.example"]) {
            $0.deliveredTo = Mail.addresses(["zoe@corp.example"])
            $0.folders = ["Inbox"]
            $0.states = [.deleted, .trash]
            $0.offset = 4096
        }
        let exposure = Mail.exposure([
            Mail.finding(in: received), Mail.finding(in: sent, box: "sent.mbox"), Mail.finding(in: received, part: "2"),
        ])
        #expect(exposure.people.map(\.address) == ["bob@corp.example", "sam@vendor.example", "zoe@corp.example"])
        #expect(exposure.people.last?.route == .delivered && exposure.isBccKnown)
        #expect(exposure.counts.messages == 1 && exposure.counts.deleted == 1 && exposure.counts.spamOrTrash == 1)
        #expect(exposure.containers == [RawPath("inbox.mbox"), RawPath("sent.mbox")])
        #expect(exposure.copies.map(\.offset) == [4096, 0] && exposure.folders == ["Inbox", "Sent"])
    }

    @Test func aDraftReachesNobody() {
        let draft = Mail.message("d@x", to: ["eve@vendor.example"], day: 0) { $0.states = [.draft] }
        let alone = Mail.exposure([Mail.finding(in: draft)])
        #expect(alone.people.isEmpty && alone.counts.drafts == 1 && alone.leftOrganisation == false)
        let sent = Mail.message("s@x", to: ["bob@corp.example"], day: 1)
        #expect(Mail.exposure([Mail.finding(in: draft), Mail.finding(in: sent)]).firstSent.messageID == "s@x")
        let copy = Mail.message("d@x", to: ["eve@vendor.example"], day: 0)
        #expect(Mail.exposure([Mail.finding(in: draft), Mail.finding(in: copy)]).people.count == 1)
    }

    @Test func datesThatCannotBeAreNone() {
        let dates: [Int64?] = [nil, 0, .min, .max, 5_000_000_000_000]
        for date in dates {
            let first = Mail.message("a@x", to: ["bob@corp.example"]) { $0.date = date }
            let later = Mail.message("b@x", to: ["bob@corp.example"], day: 1)
            #expect(Mail.exposure([Mail.finding(in: first)]).firstSent.date == nil)
            #expect(Mail.exposure([Mail.finding(in: first), Mail.finding(in: later)]).firstSent.messageID == "b@x")
        }
    }

    @Test func theOrderIsByHarmAndTime() {
        let inside = Mail.finding(in: Mail.message("a@x", to: ["bob@corp.example"], day: 0))
        let outside = Mail.finding(
            in: Mail.message("b@x", to: ["eve@vendor.example"], day: 5), secret: Mail.otherSecret)
        let exposures = MailExposure.build(findings: [inside, outside], organisation: Mail.corp)
        #expect(exposures.map(\.secret) == [Mail.otherSecret, Mail.secret])
        #expect(exposures.map(\.leftOrganisation) == [true, false])
    }

    @Test func threadsAreJoinedThroughWhateverNamesThem() {
        let root = Mail.message("root@x", to: ["b@corp.example"])
        let reply = Mail.message("r1@x", to: ["b@corp.example"], day: 1) { $0.thread = "root@x" }
        let other = Mail.message("o@x", to: ["b@corp.example"], day: 2)
        let exposure = Mail.exposure([root, reply, other].map { Mail.finding(in: $0) })
        #expect(exposure.counts.threads == 2 && exposure.counts.originals == 3)
    }

    @Test func whatSaysMostIsTold() {
        let message = Mail.message("a@x", to: ["b@corp.example"])
        let exposure = Mail.exposure([
            Mail.finding(in: message, score: 0.7), Mail.finding(in: message, part: "2", score: 0.99),
        ])
        #expect(exposure.finding.score == 0.99)
    }

    @Test func nothingIsToldWithoutMail() throws {
        let options = try MailReportOptions()
        #expect(MailExposure.report(findings: [], census: MailCensus(), options: options) == nil)
        var census = MailCensus()
        census.see(Mail.message("a@x"), parts: 2)
        let report = MailExposure.report(findings: [], census: census, options: options)
        #expect(report?.secrets.isEmpty == true && report?.census.messages == 1 && report?.organisation == [])
    }

    /// The work grows with the recipients, not with their square.
    @Test func manyRecipientsAreFollowed() throws {
        let rows = (0..<2000).map { "all@corp.example,p\($0)@corp.example" }
        let members = try GroupMembership(csv: Array(("group,member\n" + rows.joined(separator: "\n")).utf8))
        let first = Mail.message("a@x", to: (0..<2000).map { "x\($0)@vendor.example" })
        let bounce = Mail.message("b@x", from: "m@x", to: (0..<2000).map { "y\($0)@vendor.example" }, day: 1) {
            $0.states = [.bounce]
        }
        var findings = [Mail.finding(in: first), Mail.finding(in: first, enclosing: [bounce])]
        for number in 0..<300 {
            let reply = Mail.message("r\(number)@x", from: "alice@corp.example", to: ["all@corp.example"], day: 2)
            findings.append(Mail.finding(in: reply, isQuoted: true))
        }
        let exposure = Mail.exposure(findings, members: members)
        #expect(exposure.people.count == 6000 && exposure.external.count == 4000 && exposure.lists.count == 1)
        #expect(exposure.events.count == 3)
    }
}
