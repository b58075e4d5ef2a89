import BuiltInRules
import Findings
import RuleCompilation
import Rules
import Scanning
import Testing

/// The rules about keys, proofs included, on the examples that they bring along.
@Suite struct KeyRuleTests {
    static let rules = [
        "private-key", "private-key-base64", "private-key-der", "putty-private-key", "json-web-key",
        "wireguard-private-key", "wireguard-preshared-key", "pkcs12-store", "java-key-store", "minisign-secret-key",
        "signify-secret-key", "dnssec-private-key", "ssh1-private-key", "ssh2-private-key", "tor-onion-service-key",
        "openpgp-secret-keyring", "gnupg-key-file",
    ]
    static let halves = ["public-key-pem", "public-key-ssh", "public-key-der", "public-key-wireguard"]

    private static func rule(_ id: String) throws -> Rule {
        let set = try RuleSet([BuiltInRules.table])
        return set.rule(at: try #require(set.index(of: id)))
    }

    /// Every example gives a finding of its own rule and of no other: a store's keys are told with the store.
    @Test(arguments: rules)
    func everyExampleIsFoundOnce(id: String) throws {
        let bench = try Bench.builtIn()
        for example in try Self.rule(id).examples {
            for seed in 0..<2 as Range<UInt64> {
                let report = try bench.report(whole: try Template(example).bytes(seed: seed))
                #expect(Set(report.findings.map(\.rule.id)) == [id], "\(example), seed \(seed)")
                #expect(report.failures.isEmpty)
            }
        }
    }

    @Test(arguments: halves)
    func publicHalvesAreNotedAndNotReported(id: String) throws {
        let bench = Bench(try RuleSet([BuiltInRules.table]).selecting(only: [id]))
        let example = try #require(try Self.rule(id).examples.first)
        let report = try bench.report(whole: try Template(example).bytes(seed: 2))
        #expect(report.findings.isEmpty && report.publicHalves.count == 1)
        #expect(report.dropped == DropCounts() && report.unreported.isEmpty)
    }

    /// Binary files: every segment border, and bytes around.
    @Test(arguments: ["{key:pkcs12}", "{key:jks}", "{key:pkcs1-2048}", "{key:certificate-rsa}{key:sec1-p256}"])
    func segmentsMakeNoDifference(template: String) throws {
        let bench = try Bench.builtIn()
        var random = SeededGenerator(seed: 8)
        let text =
            random.bytes(3_000, of: Array(0...255)) + (try Template(template).bytes(seed: 4))
            + random.bytes(3_000, of: Array(0...255))
        let whole = try bench.scan(whole: text)
        for cut in stride(from: 1, to: text.count, by: 397) {
            #expect(try bench.scan(text, cuts: [cut]) == whole, "cut at \(cut)")
        }
    }

    /// A changed byte may leave a key or none, and traps nowhere.
    @Test(arguments: rules)
    func damagedExamplesAreJudged(id: String) throws {
        let bench = try Bench.builtIn()
        var random = SeededGenerator(seed: 9)
        for example in try Self.rule(id).examples.prefix(4) {
            let text = try Template(example).bytes(seed: 5)
            for _ in 0..<60 {
                var changed = text
                for _ in 0..<1 + random.next() % 4 {
                    changed[Int(random.next() % UInt64(changed.count))] = UInt8(truncatingIfNeeded: random.next())
                }
                if random.next() % 3 == 0 { changed.removeLast(Int(random.next() % UInt64(changed.count))) }
                _ = try bench.report(whole: changed)
            }
        }
    }
}
