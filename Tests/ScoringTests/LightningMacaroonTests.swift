import Checksums
import Findings
import Testing

@testable import Scoring

@Suite struct LightningMacaroonTests {
    /// rescrv/libmacaroons `doc/format.txt`: version, location, identifier, end, no caveats, end, signature.
    private static func macaroon(_ location: String = "lnd", caveats: [String] = []) -> String {
        func operation(_ entity: String, _ actions: [String]) -> [UInt8] {
            let body =
                [0x0A, UInt8(entity.utf8.count)] + Array(entity.utf8)
                + actions.flatMap { [0x12, UInt8($0.utf8.count)] + Array($0.utf8) }
            return [0x1A, UInt8(body.count)] + body
        }
        let nonce = [UInt8](repeating: 7, count: 16)
        let identifier =
            [3, 0x0A, 16] + nonce + [0x12, 1, 0x30] + operation("address", ["read", "write"])
            + operation("info", ["read"])
        var bytes: [UInt8] = [2, 1, UInt8(location.utf8.count)] + Array(location.utf8)
        bytes += [2, UInt8(identifier.count)] + identifier + [0]
        for caveat in caveats { bytes += [2, UInt8(caveat.utf8.count)] + Array(caveat.utf8) + [0] }
        bytes += [0, 6, 32] + [UInt8](repeating: 0x5A, count: 32)
        return String(decoding: Hexadecimal.encode(bytes), as: UTF8.self)
    }

    @Test func aMacaroonTellsWhatItGrants() {
        let text = Self.macaroon(caveats: ["time-before 2030-01-01T00:00:00Z"])
        #expect(text.hasPrefix("0201036c6e64"))
        #expect(judge(.lightningMacaroon, text) == Judgement(verdict: .proven, score: 0.95))
        #expect(
            details(.lightningMacaroon, text) == [
                "location": "lnd", "caveats": "1", "permissions": "address:read+write info:read",
            ])
    }

    @Test func whatDoesNotReadToItsEndIsImpossible() {
        let text = Self.macaroon()
        #expect(judge(.lightningMacaroon, text).verdict == .proven)
        for length in 0..<text.count { #expect(judge(.lightningMacaroon, String(text.prefix(length))) == .impossible) }
        #expect(judge(.lightningMacaroon, text + "00") == .impossible)
        #expect(judge(.lightningMacaroon, Self.macaroon("cln")) == .impossible)
    }
}
