import Findings
import Testing

@testable import Baselines

@Suite struct BaselineMutationTests {
    private static let valid = Sample.text(
        of: Sample.baseline(
            of: [Sample.finding(), Sample.finding("pass" + "9")], reason: "ü \"x\"", expires: "2027-01-31"),
        replacing: #","reason""#, with: #","scope":["tests/**","[a-z]?"],"x":{"a":[1e5,"\ud83d\udd11"]},"reason""#)

    /// Whatever a file holds, it is read or refused: nothing traps, and what was read can be written and read again.
    @Test(arguments: 0..<6 as Range<UInt64>)
    func randomChangesNeverTrap(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let original = Array(Self.valid.utf8)
        _ = try Sample.parse(original)
        var readCount = 0
        for _ in 0..<400 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...3, using: &generator) { Self.change(&bytes, using: &generator) }
            guard let baseline = try? Sample.parse(bytes, externalKey: Sample.key) else { continue }
            readCount += 1
            let written = baseline.serialized()
            #expect(try Sample.parse(written, externalKey: Sample.key).serialized() == written)
            _ = baseline.suppresses([Sample.finding(), Sample.finding("pass" + "9")])
        }
        #expect(readCount > 0 && readCount < 400)
    }

    private static func change(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        let end = min(bytes.count, place + Int.random(in: 1...40, using: &generator))
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.insert(Array("\"\\{}[],:\n\r \u{0}0eu".utf8).randomElement(using: &generator) ?? 0, at: place)
        case 2: bytes.removeSubrange(place..<end)
        case 3: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0..<bytes.count, using: &generator))
        default: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        }
    }
}
