import Testing

@testable import Scoring

@Suite struct MacaroonTests {
    /// A macaroon in the format of libmacaroons, its fields as they are given.
    static func macaroon(location: String, identifier: [UInt8], caveats: [String] = []) -> [UInt8] {
        func field(_ type: UInt8, _ bytes: [UInt8]) -> [UInt8] {
            let count = bytes.count
            return [type] + (count < 128 ? [UInt8(count)] : [UInt8(count & 127) | 128, UInt8(count >> 7)]) + bytes
        }
        let head = [2] + field(1, Array(location.utf8)) + field(2, identifier) + [0]
        var bytes = head
        for caveat in caveats { bytes += field(2, Array(caveat.utf8)) + [0] }
        return bytes + [0] + field(6, [UInt8](repeating: 0xA5, count: 32))
    }

    static func pypi(_ caveats: [String], location: String = "pypi.org") -> String {
        let identifier = Array("8f7c9a52-6b1d-4f0e-9a7e-0d2c4b6a8e10".utf8)
        return "pypi-"
            + JSONWebTokenTests.urlSafe(macaroon(location: location, identifier: identifier, caveats: caveats))
    }

    /// The tests of ewjoachim/pypitoken: key "ohsosecret", identifier "123foo".
    @Test func publishedMacaroonParses() throws {
        let text = "AgELZXhhbXBsZS5jb20CBjEyM2ZvbwAABiCK4TytWvy17" + "_Up7TvhdVDhFx8cjU_ne_6wtOqxPUZmxw"
        let bytes = try #require(Base64.decodeEither(ArraySlice(text.utf8)))
        let macaroon = try #require(Macaroon(bytes))
        #expect(macaroon.location.elementsEqual("example.com".utf8))
        #expect(macaroon.identifier.elementsEqual("123foo".utf8))
        #expect(macaroon.caveats.isEmpty)
        for length in 0..<bytes.count { #expect(Macaroon(Array(bytes.prefix(length))) == nil) }
        #expect(Macaroon(bytes + [0]) == nil)
    }

    /// The same tests: the last field says more than there is.
    @Test func cutMacaroonIsImpossible() {
        let text = "pypi-AgEIcHlwaS5vcmcCAWEAAAYgNh9pJUqVF" + "-EtMCwGaZYcStFR07Rb"
        #expect(judge(.pypiToken, text) == .impossible)
    }

    @Test func tokensOfPyPITellTheirCaveats() {
        let token = Self.pypi([#"[1, ["keyhound", "keyhound-rules"]]"#, #"[0, 1700003600, 1700000000]"#])
        let judgement = judge(.pypiToken, token)
        #expect(judgement.verdict == .proven && judgement.severityLimit == nil)
        #expect(
            details(.pypiToken, token) == [
                "index": "pypi.org", "token" + "_id": "8f7c9a52-6b1d-4f0e-9a7e-0d2c4b6a8e10",
                "projects": "keyhound keyhound-rules", "expires": "2023-11-14T23:13:20Z",
            ])
        #expect(judge(.pypiToken, token, now: 1_700_003_600).severityLimit == .low)
        #expect(details(.pypiToken, Self.pypi([#"[3, "ab-12"]"#]))["user_id"] == "ab-12")
        let older = Self.pypi([#"{"version": 1, "permissions": {"projects": ["a", "b"]}}"#])
        #expect(details(.pypiToken, older)["projects"] == "a b")
        let whole = Self.pypi([#"{"version": 1, "permissions": "user"}"#])
        #expect(details(.pypiToken, whole)["scope"] == "all projects of the user")
    }

    @Test func tokensOfTestPyPIAreWorthLittle() {
        #expect(judge(.pypiToken, Self.pypi([], location: "test.pypi.org")).severityLimit == .low)
        #expect(judge(.pypiToken, Self.pypi([], location: "example.org")) == .impossible)
    }

    @Test func lightningMacaroonsTellTheirPermissions() {
        let operation: [UInt8] = [0x1A, 0x10, 0x0A, 0x08] + Array("offchain".utf8) + [0x12, 0x04] + Array("read".utf8)
        let identifier = [3, 0x0A, 0x10] + [UInt8](repeating: 7, count: 16) + [0x12, 0x01, 0x30] + operation
        let bytes = Self.macaroon(location: "lnd", identifier: identifier)
        let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        #expect(judge(.lightningMacaroon, digits).severityLimit == .medium)
        #expect(judge(.lightningMacaroon, TokenWriter.base64(bytes)).verdict == .proven)
        #expect(details(.lightningMacaroon, digits) == ["permissions": "offchain:read"])
        #expect(judge(.lightningMacaroon, String(digits.dropLast(2))) == .impossible)
        #expect(judge(.lightningMacaroon, String(digits.dropLast())) == .impossible)
    }

    /// superfly/macaroon: nonce of key id, random bytes and flag; location; caveats; tail.
    private static func fly(_ caveats: [UInt8], location: String = "https://api.fly.io/v1") -> [UInt8] {
        [0x94, 0x93, 0xC4, 0x08] + [UInt8](repeating: 1, count: 8) + [0xC4, 0x10]
            + [UInt8](repeating: 2, count: 16) + [0xC2, 0xA0 | UInt8(location.utf8.count)] + Array(location.utf8)
            + caveats + [0xC4, 0x20] + [UInt8](repeating: 3, count: 32)
    }

    @Test func tokensOfFlyTellTheirOrganisationAndEnd() {
        // Organisation 0x12AB34, all actions; a window of two times.
        let caveats: [UInt8] =
            [0x94, 0x00, 0x92, 0xCE, 0x00, 0x12, 0xAB, 0x34, 0x1F]
            + [0x04, 0x92, 0xCE, 0x65, 0x53, 0xF1, 0x00, 0xCE, 0x65, 0x53, 0xFF, 0x10]
        let token = "fm2_" + TokenWriter.base64(Self.fly(caveats))
        #expect(judge(.flyToken, token).verdict == .proven)
        #expect(
            details(.flyToken, token) == [
                "kind": "permission", "location": "https://api.fly.io/v1", "organization_id": "1223476",
                "expires": "2023-11-14T23:13:20Z",
            ])
        #expect(judge(.flyToken, token, now: 1_700_003_600).severityLimit == .low)
        let discharge = "fm2_" + TokenWriter.base64(Self.fly([0x90], location: "https://api.fly.io/aaa/v1"))
        #expect(judge(.flyToken, discharge).severityLimit == .medium)
        let bytes = Self.fly(caveats)
        for length in 0..<bytes.count {
            #expect(judge(.flyToken, "fm2_" + TokenWriter.base64(Array(bytes.prefix(length)))).score <= 0.3)
        }
    }

    @Test func hostileMessagePackIsRefused() {
        #expect(MessagePackValue([UInt8](repeating: 0x91, count: 10_000)) == nil)
        #expect(MessagePackValue([0xDD, 0xFF, 0xFF, 0xFF, 0xFF]) == nil)
        #expect(MessagePackValue([0xDF, 0x7F, 0xFF, 0xFF, 0xFF]) == nil)
        #expect(MessagePackValue([0xC6, 0xFF, 0xFF, 0xFF, 0xFF]) == nil)
        #expect(MessagePackValue([0xCF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]) == nil)
        #expect(MessagePackValue([0xC1]) == nil && MessagePackValue([]) == nil && MessagePackValue([1, 2]) == nil)
        #expect(
            MessagePackValue([0x93, 0xC0, 0xD6, 5, 1, 2, 3, 4, 0xCB, 0, 0, 0, 0, 0, 0, 0, 0])?.elements?.count == 3)
    }
}
