import Testing

@testable import Containers

@Suite struct BudgetTests {
    @Test func bytesAreCounted() {
        let content = [UInt8](repeating: 1, count: 1000)
        let bytes = Tar.archive([("a", content), ("b", content), ("c", content)])
        let listing = Listing.of(.tar, bytes, limits: ContainerLimits(expandedBytes: 1500))
        #expect(listing.contents["a"] == content && listing.contents["b"]?.count == 500)
        #expect(listing.failures["b"] == .limit(.bytes(1500)) && listing.failures["c"] == .limit(.bytes(1500)))
    }

    /// A gibibyte, or 200 times the size of the file.
    @Test func theAllowanceDependsOnTheFile() throws {
        #expect(try ContainerBudget(ContainerLimits(), fileSize: 0).expandable() == 1 << 30)
        #expect(try ContainerBudget(ContainerLimits(), fileSize: 1 << 30).expandable() == 200 << 30)
        #expect(try ContainerBudget(ContainerLimits(), fileSize: .max).expandable() == .max)
        let growing = ContainerBudget(ContainerLimits(), fileSize: 0)
        growing.note(fileSize: 100 << 20)
        #expect(try growing.expandable() == 20_000 << 20)
        growing.spend(bytes: 20_000 << 20)
        #expect(throws: ContainerLimit.ratio(20_000 << 20)) { try growing.expandable() }
        #expect(growing.exhausted == .ratio(20_000 << 20))
    }

    @Test func membersAreCounted() throws {
        let budget = ContainerBudget(ContainerLimits(members: 2), fileSize: 0)
        try budget.countMember()
        try budget.countMember()
        #expect(throws: ContainerLimit.members) { try budget.countMember() }
        #expect(budget.exhausted == .members)
    }
}
