import Blobs
import Findings
import Testing

@Suite struct PublicHalvesTests {
    private static func half(
        _ key: Int, kind: PublicHalf.Kind = .key, path: String = "a", line: Int = 1
    ) -> PublicHalf {
        PublicHalf(
            digest: PublicKeyDigest(of: [UInt8(key >> 8), UInt8(key & 255)]), kind: kind, name: nil, expires: nil,
            path: RawPath(path), line: line)
    }

    private static func digest(_ key: Int) -> PublicKeyDigest { half(key).digest }

    @Test func digestIsHexadecimalSHA256() {
        // FIPS 180-4: SHA-256 of "abc".
        #expect(
            PublicKeyDigest(of: Array("abc".utf8)).hexadecimal
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func leastHalfOfAKeyIsKept() {
        let halves = [
            Self.half(1, path: "a"), Self.half(1, kind: .certificate, path: "z", line: 9),
            Self.half(1, kind: .certificate, path: "z", line: 3), Self.half(1, kind: .request, path: "a"),
        ]
        for order in [halves, halves.reversed()] {
            var kept = PublicHalves()
            for half in order { kept.insert(half) }
            #expect(kept.count == 1 && kept[Self.digest(1)] == halves[2] && !kept.isCut)
        }
    }

    @Test func whatIsCutDoesNotDependOnOrderOrWorkers() {
        var halves = (0..<500).map { key in
            Self.half(key, kind: key % 3 == 0 ? .certificate : .key, path: "\(key % 97)", line: key)
        }
        halves += halves.map { Self.half($0.line, kind: $0.kind, path: "0", line: $0.line) }
        var expected = PublicHalves(limit: 50)
        for half in halves { expected.insert(half) }
        expected.cut()
        #expect(expected.count == 50 && expected.isCut)
        for workers in [2, 3, 8] {
            var shares = [PublicHalves](repeating: PublicHalves(limit: 50), count: workers)
            for (index, half) in halves.reversed().enumerated() { shares[index % workers].insert(half) }
            var total = PublicHalves(limit: 50)
            for share in shares { total.merge(share) }
            total.cut()
            #expect(total.count == 50 && total.isCut)
            for key in 0..<500 { #expect(total[Self.digest(key)] == expected[Self.digest(key)]) }
        }
    }
}
