import Blobs
import Exposure
import Findings
import Testing

@Suite struct MailingListTests {
    private typealias Mail = MailSample

    private static let table = """
        Group email,Member email,Role
        dev@corp.example,bob@corp.example,MEMBER
        dev@corp.example,carol@vendor.example,MANAGER
        dev@corp.example,ops@corp.example,MEMBER
        ops@corp.example,zoe+x@corp.example,MEMBER
        ops@corp.example,dev@corp.example,MEMBER

        """

    @Test(arguments: ["dev.corp.example", "dev@corp.example"]) func aListIsItsMembers(_ name: String) throws {
        let members = try GroupMembership(csv: Array(Self.table.utf8))
        for to in [["dev@corp.example"], []] {
            let message = Mail.message("a@x", to: to) { $0.lists = [name] }
            let exposure = Mail.exposure([Mail.finding(in: message)], members: members)
            #expect(
                exposure.people.map(\.address) == ["bob@corp.example", "carol@vendor.example", "zoe@corp.example"])
            #expect(exposure.people.first?.route == .list("dev@corp.example"))
            let list = SecretExposure.List(address: "dev@corp.example", memberCount: 3, isExternal: false)
            #expect(exposure.lists == [list] && exposure.leftOrganisation == true)
        }
    }

    @Test func aGroupIsKnownByItsAddressAlone() throws {
        let members = try GroupMembership(csv: Array(Self.table.utf8))
        let message = Mail.message("a@x", to: ["ops@corp.example"])
        let exposure = Mail.exposure([Mail.finding(in: message)], members: members)
        #expect(exposure.lists.map(\.address) == ["ops@corp.example"] && exposure.people.count == 3)
    }

    @Test func aListWithoutMembersIsTold() {
        let message = Mail.message("a@x", to: ["talk@lists.example"]) { $0.lists = ["talk.lists.example"] }
        let exposure = Mail.exposure([Mail.finding(in: message)])
        let list = SecretExposure.List(address: "talk@lists.example", memberCount: nil, isExternal: true)
        #expect(exposure.people.isEmpty && exposure.lists == [list] && exposure.leftOrganisation == true)
        let bare = Mail.exposure([Mail.finding(in: Mail.message("b@x") { $0.lists = ["talk.corp.example"] })])
        #expect(bare.lists.map(\.address) == ["talk.corp.example"] && bare.lists.first?.isExternal == false)
        #expect(bare.leftOrganisation == false)
    }

    @Test func aChannelIsNeitherInsideNorOutside() {
        let name = "#general (slack)"
        let message = Mail.message("1709629920.000100@general", to: [name]) { $0.lists = [name] }
        let exposure = Mail.exposure([Mail.finding(in: message)])
        #expect(exposure.people.isEmpty && exposure.leftOrganisation != true)
        #expect(exposure.lists == [SecretExposure.List(address: name, memberCount: nil, isExternal: nil)])
        let nobody = Mail.message("1709629921.000100@general", from: "", to: [name]) { $0.lists = [name] }
        #expect(Mail.exposure([Mail.finding(in: nobody)]).lists.map(\.address) == [name])
    }

    @Test func columnsAreFoundByName() throws {
        for text in [
            "\u{FEFF}Role;Group Member Email;Group Email\r\nx;b@x;\"g@x\"\r\n", "group\tuser\ng@x\tB@X",
            "Member since,Member address,Group name,Group address\n2020,\"b@x\",\"a \"\"b\"\", c\",G@x\n\n",
        ] {
            #expect(try GroupMembership(csv: Array(text.utf8)).people(in: "g@x") == ["b@x"])
        }
        var members = try GroupMembership(csv: Array("group,member\ng@x,a@x".utf8))
        members.merge(try GroupMembership(csv: Array("group,member\ng@x,b@x\nh@x,c@x".utf8)))
        #expect(
            members.people(in: "g@x") == ["a@x", "b@x"] && members.groupCount == 2 && members.people(in: "a@x") == nil)
    }

    @Test func whatIsNoTableIsRefused() {
        func error(_ bytes: [UInt8]) -> GroupMembershipError? {
            do throws(GroupMembershipError) {
                _ = try GroupMembership(csv: bytes)
                return nil
            } catch {
                return error
            }
        }
        #expect(error([]) == .noColumn("group"))
        #expect(error([0xFF, 0xFE, 0x67, 0]) == .notUTF8)
        #expect(error(Array("group,name\n".utf8)) == .noColumn("member"))
        #expect(error(Array("member\n".utf8)) == .noColumn("group"))
        #expect(error(Array("group,member\na@x,b@x\n\n\"x\n\n".utf8)) == .openQuote(line: 4))
        #expect(error(Array("\"group,member".utf8)) == .openQuote(line: 1))
        #expect(error(Array("group,member\n\"a\n@x\",b@x\na@x\n".utf8)) == .shortRow(line: 4))
        #expect(GroupMembershipError.shortRow(line: 4).description.contains("line 4"))
    }

    @Test func theLargestTableIsReadOnce() throws {
        let rows = (0..<50_000).map { "g\($0)@x,g\($0 + 1)@x" }
        let members = try GroupMembership(csv: Array(("group,member\n" + rows.joined(separator: "\n")).utf8))
        #expect(members.people(in: "g0@x") == ["g50000@x"])
    }
}
