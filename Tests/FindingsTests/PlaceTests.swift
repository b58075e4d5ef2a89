import Blobs
import Findings
import Testing

@Suite struct PlaceTests {
    private static func place(
        rule: String = "r", path: [UInt8] = Array("a/b".utf8), line: String = "key = *", ordinal: Int = 0
    ) -> Place {
        Place(ruleID: rule, path: RawPath(path), line: .init(masked: Array(line.utf8)), ordinal: ordinal)
    }

    /// Baselines hold these: a change of the recipe must be seen, and be meant.
    @Test func theRecipeStaysTheSame() {
        #expect(Self.place().hexadecimal == "098358a9521235c598c1d5422f5c7ad0")
    }

    @Test func everyPartCounts() {
        let places = [
            Self.place(), Self.place(rule: "s"), Self.place(path: Array("a/c".utf8)), Self.place(line: "key = '*'"),
            Self.place(ordinal: 1), Self.place(path: [0xFF]), Self.place(path: [0xFE]),
            // The same bytes, split differently.
            Self.place(rule: "ra", path: Array("/b".utf8)), Self.place(ordinal: 10), Self.place(ordinal: 100),
        ]
        #expect(Set(places).count == places.count)
        #expect(Set(places.map(\.hexadecimal)).count == places.count)
        #expect(Self.place() == Self.place())
        for place in places {
            #expect(place.hexadecimal.count == 32)
            #expect(place.hexadecimal.allSatisfy { "0123456789abcdef".contains($0) })
        }
    }

    @Test func itDependsOnNeitherTheSecretNorWhereTheLineIs() {
        let first = Sample.finding(bytes: 4..<12, secret: Secret([1, 2, 3, 4]))
        let moved = Sample.finding(bytes: 400..<440, secret: Secret([9, 9, 9, 9, 9]), score: 0.6)
        #expect(first.place == moved.place)
        #expect(first.place != Sample.finding(ordinal: 1).place)
        #expect(first.place == Place(ruleID: "test-rule", path: RawPath("a.txt"), line: first.line, ordinal: 0))
    }

    @Test func renamingChangesThePathOnly() {
        let finding = Sample.finding("a/b", steps: [.decoded(.utf16LittleEndian)], ordinal: 3)
        let renamed = finding.renamed(to: RawPath("c/d"))
        #expect(renamed.provenance.steps == [.file(RawPath("c/d")), .decoded(.utf16LittleEndian)])
        #expect(renamed.place == Sample.finding("c/d", ordinal: 3).place && renamed.place != finding.place)
        #expect(
            renamed.location == finding.location && renamed.secret == finding.secret && renamed.score == finding.score)
    }
}

extension Finding {
    /// The place that a report with nothing to mask gives.
    fileprivate var place: Place {
        Place(ruleID: rule.id, path: provenance.path, line: line, ordinal: ordinal)
    }
}
