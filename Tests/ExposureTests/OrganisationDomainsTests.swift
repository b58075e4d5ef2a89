import Blobs
import Exposure
import Findings
import Testing

@Suite struct OrganisationDomainsTests {
    private typealias Mail = MailSample

    @Test func aDomainHoldsItsSubdomains() throws {
        let corp = try OrganisationDomains(["@Corp.example.", "ann@gmail.com"])
        #expect(corp.contains("a@corp.example") == true && corp.contains("a@eu.corp.example") == true)
        #expect(corp.contains("a@notcorp.example") == false && corp.contains("a@example") == false)
        #expect(corp.contains("ann@gmail.com") == true && corp.contains("bob@gmail.com") == false)
        #expect(corp.contains("") == false && corp.names == ["corp.example", "ann@gmail.com"] && corp.isGiven)
    }

    @Test(arguments: ["", "@", "a@", "@@x", "a@b@c", ".", "a..b", "x y", "a/b", "\u{0}"])
    func whatIsNoDomainIsRefused(_ name: String) {
        #expect(throws: OrganisationNameError(name: name)) { try OrganisationDomains([name]) }
    }

    @Test func theMailTellsWhoseItIs() {
        var census = MailCensus()
        for number in 0..<5 {
            let to = number < 3 ? "u\(number)@corp.example" : "v@other.example"
            census.see(Mail.message("\(number)@x") { $0.deliveredTo = Mail.addresses([to]) }, parts: 1)
        }
        let guessed = OrganisationDomains(guessedFrom: census)
        #expect(guessed.names == ["corp.example"] && !guessed.isGiven)
        #expect(OrganisationDomains(guessedFrom: MailCensus()).isEmpty)
        #expect(OrganisationDomains(guessedFrom: MailCensus()).contains("a@b") == nil)
    }

    @Test(arguments: ["Sent", "[Gmail]/Sent Mail", "INBOX.Sent", "Gesendete Elemente", "送信済み"])
    func sentMailTellsToo(_ folder: String) {
        var census = MailCensus()
        census.see(Mail.message("1@x", from: "a@corp.example") { $0.folders = [folder] }, parts: 1)
        census.see(Mail.message("2@x", from: "b@other.example") { $0.folders = ["Inbox"] }, parts: 1)
        census.see(Mail.message("3@x", from: "b@other.example") { $0.folders = ["Inbox"] }, parts: 1)
        #expect(OrganisationDomains(guessedFrom: census).names == ["corp.example"])
    }

    /// At a provider for everyone, the organisation is one mailbox.
    @Test func aPrivateMailboxIsItsOwner() {
        var census = MailCensus()
        for (number, to) in ["me+a@gmail.com", "me+a@gmail.com", "you@gmail.com"].enumerated() {
            census.see(Mail.message("\(number)@x") { $0.deliveredTo = Mail.addresses([to]) }, parts: 1)
        }
        let owner = OrganisationDomains(guessedFrom: census)
        #expect(owner.names == ["me@gmail.com"] && owner.contains("you@gmail.com") == false)
    }

    @Test func withoutAnOrganisationNothingHasLeftIt() throws {
        let finding = Mail.finding(in: Mail.message("a@x", from: "", to: ["bob@gmail.com"]))
        let exposure = Mail.exposure([finding], organisation: OrganisationDomains(guessedFrom: MailCensus()))
        #expect(exposure.leftOrganisation == nil && exposure.people.map(\.isExternal) == [nil])
        #expect(exposure.external.isEmpty && !exposure.isInbound && exposure.firstSent.from == "")
        #expect(exposure.people.map(\.isPersonalWebmail) == [true])
    }

    @Test func whatIsCountedDoesNotDependOnWorkers() {
        let messages = (0..<100).map { number in
            Mail.message("\(number)@x") { $0.deliveredTo = Mail.addresses(["u\(number % 7)@corp.example"]) }
        }
        var whole = MailCensus()
        var halves = [MailCensus(), MailCensus()]
        for (number, message) in messages.enumerated() {
            whole.see(message, parts: 3)
            halves[number % 2].see(message, parts: 3)
            if number % 9 == 0 {
                whole.miss(.image, count: 2)
                halves[number % 2].miss(.image, count: 2)
            }
        }
        halves[0].merge(halves[1])
        #expect(halves[0] == whole && whole.messages == 100 && whole.parts == 300 && whole.gaps == [.image: 24])
    }
}
