import Crypto
import Findings
import Testing

@testable import Scoring

@Suite struct JSONWebTokenTests {
    /// RFC 7519, section 3.1.
    private static let signed =
        "eyJ0eXAiOiJKV1QiLA0K" + "ICJhbGciOiJIUzI1NiJ9" + "."
        + "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ" + "."
        + "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"

    /// RFC 7519, section 6.1.
    private static let unsigned =
        "eyJhbGciOiJub25lIn0" + "."
        + "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ" + "."

    /// RFC 7519, appendix A.1, its ciphertext shortened.
    private static let encrypted =
        "eyJhbGciOiJSU0ExXzUiLCJlbmMiOiJBMTI4Q0JDLUhTMjU2In0" + "."
        + "QR1Owv2ug2WyPBnbQrRARTeEk9kDO2w8qDcjiHnSJflSdv1iNqhWXaKH4MqAkQtMoNfABIPJaZm0HaA415sv3aeuBWnD8J-Ui7Ah6cWa"
        + "." + "AxY8DCtDaGlsbGljb3RoZQ" + "." + "MKOle7UQrG6nSxTLX6Mqwt0orbHvAKeWnDYvpIAeZ72deHxz3roJDXQyhxx0wKaM"
        + "."
        + "fiK51VwhsxJ-siBMR-YFiA"

    /// What jwt.io shows first: until 2025, and since.
    private static let samples = [
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9" + "."
            + "eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ" + "."
            + "SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c",
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9" + "."
            + "eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiYWRtaW4iOnRydWUsImlhdCI6MTUxNjIzOTAyMn0" + "."
            + "KMUFsIDTnFmyG3nMiGM6H9FNFUROf3wh7SmqJp-QV30",
    ]

    /// The service role of Supabase's local development.
    private static let local =
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9" + "."
        + "eyJpc3MiOiJzdXBhYmFzZS1kZW1vIiwicm9sZSI6InNlcnZpY2Vfcm9sZSIsImV4cCI6MTk4MzgxMjk5Nn0" + "."
        + "EGIM96RAZx35lJzdJsyH-qQwv8Hdp7fsn3W0YpN81IU"

    static func token(_ header: String, _ claims: String, signature: Int = 32) -> String {
        var random = SeededGenerator(seed: 5)
        return [Array(header.utf8), Array(claims.utf8), random.bytes(signature)].map(urlSafe).joined(separator: ".")
    }

    static func urlSafe(_ bytes: [UInt8]) -> String {
        let text = BitwiseBase64.encode(bytes + [0, 0]).prefix((bytes.count * 8 + 5) / 6)
        return String(decoding: text, as: UTF8.self).replacing("+", with: "-").replacing("/", with: "_")
    }

    private static let header = #"{"alg":"HS256","typ":"JWT"}"#

    @Test func samplesOfStandardsAndOfJwtIoAreRecognised() {
        for text in Self.samples + [Self.signed] {
            #expect(judge(.jsonWebToken, text).disposition == .documentationExample)
        }
    }

    @Test func unsignedAndEncryptedTokensOfTheStandardAreProven() {
        let unsigned = judge(.jsonWebToken, Self.unsigned)
        #expect(unsigned.verdict == .proven && unsigned.severityLimit == .medium && unsigned.disposition == .report)
        #expect(reason(.jsonWebToken, Self.unsigned).contains("alg none"))
        let encrypted = judge(.jsonWebToken, Self.encrypted)
        #expect(encrypted.verdict == .proven && encrypted.severityLimit == .medium)
        #expect(details(.jsonWebToken, Self.encrypted) == ["algorithm": "RSA1_5", "encryption": "A128CBC-HS256"])
    }

    @Test func publishedSecretsAreSaid() {
        let judgement = judge(.jsonWebTokenOfProvider, Self.local)
        #expect(judgement.verdict == .proven && judgement.severityLimit == .low && judgement.score > 0.95)
        #expect(reason(.jsonWebTokenOfProvider, Self.local).contains("Supabase's local development"))
        #expect(details(.jsonWebToken, Self.local)["role"] == "service_role")
    }

    @Test func everySecretOfTheListIsFound() {
        let text = "eyJhbGciOiJIUzI1NiJ9." + Self.urlSafe(Array(#"{"sub":"a"}"#.utf8))
        for word in ["secret", "shhhhh", "changeme", "jwt_secret", "AllYourBase"] {
            let code = HMAC<SHA256>.authenticationCode(
                for: Array(text.utf8), using: SymmetricKey(data: Array(word.utf8)))
            #expect(judge(.jsonWebToken, text + "." + Self.urlSafe(Array(code))).severityLimit == .low)
        }
        #expect(DevelopmentSecrets.all.count > 50)
    }

    @Test func expiryLowersSeverity() {
        let token = Self.token(Self.header, #"{"sub":"service","iat":1700000000,"exp":1700003600.5}"#)
        #expect(judge(.jsonWebToken, token, now: 1_700_003_599).severityLimit == nil)
        #expect(judge(.jsonWebToken, token, now: 1_700_003_600).severityLimit == .low)
        #expect(judge(.jsonWebToken, token, now: 1_700_003_600).verdict == .proven)
        #expect(reason(.jsonWebToken, token, now: 1_800_000_000).hasSuffix("and has expired"))
        #expect(!reason(.jsonWebToken, token, now: 0).contains("expired"))
        #expect(
            details(.jsonWebToken, token) == [
                "algorithm": "HS256", "subject": "service", "issued": "2023-11-14T22:13:20Z",
                "expires": "2023-11-14T23:13:20Z",
            ])
    }

    @Test func supabaseRolesDiffer() {
        let claims = #"{"iss":"supabase","ref":"abcdefghijklmnopqrst","role":"ROLE","iat":1700000000,"exp":2015576000}"#
        let anonymous = Self.token(Self.header, claims.replacing("ROLE", with: "anon"))
        let service = Self.token(Self.header, claims.replacing("ROLE", with: "service_role"))
        #expect(judge(.jsonWebTokenOfProvider, anonymous).severityLimit == .low)
        #expect(judge(.jsonWebTokenOfProvider, service).severityLimit == nil)
        let told = details(.jsonWebTokenOfProvider, service)
        #expect(told["provider"] == "Supabase" && told["project"] == "abcdefghijklmnopqrst")
        #expect(told["role"] == "service_role" && told["kind"] == "project API key")
    }

    @Test(arguments: [
        (
            #"{"iss":"kubernetes/serviceaccount","kubernetes.io/serviceaccount/namespace":"prod","#
                + #""kubernetes.io/serviceaccount/service-account.name":"deployer","sub":"x"}"#,
            ["provider": "Kubernetes", "namespace": "prod", "account": "deployer", "kind": "service account token"]
        ),
        (
            #"{"iss":"https://oidc.eks.eu-west-1.amazonaws.com/id/ABC","kubernetes.io":{"namespace":"prod","#
                + #""serviceaccount":{"name":"deployer"},"pod":{"name":"web-0"}}}"#,
            ["provider": "Kubernetes", "namespace": "prod", "account": "deployer", "pod": "web-0"]
        ),
        (
            #"{"iss":"https://token.actions.githubusercontent.com","repository":"acme/web","ref":"refs/heads/main"}"#,
            ["provider": "GitHub Actions", "repository": "acme/web", "kind": "workload identity token"]
        ),
        (#"{"iss":"https://accounts.google.com","aud":["a","b"]}"#, ["kind": "ID token", "audience": "a b"]),
        (
            #"{"iss":"https://sts.windows.net/11/","tid":"11","scp":"User.Read"}"#,
            ["provider": "Microsoft Entra", "tenant": "11", "scope": "User.Read", "kind": "access token"]
        ),
        (
            #"{"iss":"https://id.example/realms/shop","typ":"Refresh"}"#,
            ["provider": "Keycloak", "kind": "refresh token"]
        ),
        (#"{"iss":"jfac@01abc","scp":"applied-permissions/admin"}"#, ["provider": "JFrog", "kind": "access token"]),
        (#"{"token_use":"id","sub":"\u00e9\ud83d\ude00"}"#, ["kind": "ID token", "subject": "é😀"]),
    ])
    func issuersAreKnown(claims: String, expected: [String: String]) {
        let told = details(.jsonWebToken, Self.token(#"{"alg":"RS256"}"#, claims, signature: 256))
        for (name, value) in expected { #expect(told[name] == value, "\(name) of \(told)") }
    }

    @Test(arguments: [
        "eyJhbGciOiJIUzI1NiJ9.e30", "eyJhbGciOiJIUzI1NiJ.e30.AAAA", "eyJ0eXAiOiJKV1QifQ.e30.AAAA", "a.b.c",
        "eyJhbGciOiJIUzI1NiJ9.e30A.A", "eyJhbGciOiJIUzI1NiJ9.e30.AAAA.AAAA", "eyJhbGciOiJIUzI1NiJ9.AAAA.AAAA.AAAA.AAAA",
    ])
    func whatDoesNotParseIsImpossible(text: String) {
        #expect(judge(.jsonWebToken, text) == .impossible)
    }

    @Test func cutAndForeignTokensAreUnsure() {
        #expect(judge(.jsonWebToken, String(Self.local.dropLast(4))).score == 0.3)
        let foreign = Self.token(Self.header, "Payload")
        #expect(judge(.jsonWebToken, foreign).score == 0.4)
        for length in 0...Self.encrypted.count { _ = judge(.jsonWebToken, String(Self.encrypted.prefix(length))) }
    }

    @Test func deepAndOddJSONIsRefused() {
        func value(_ text: String) -> JSONValue? { JSONReader.value(of: ArraySlice(text.utf8)) }
        #expect(value(String(repeating: "[", count: 100_000)) == nil)
        #expect(value(String(repeating: "[", count: 32) + String(repeating: "]", count: 32)) != nil)
        #expect(value(String(repeating: "[", count: 33) + String(repeating: "]", count: 33)) == nil)
        for text in ["", "{", "{]", "[1,]", "{\"a\":}", "\"\\u12\"", "\"a", "nul", "1 2", "{\"a\" 1}", "--1"] {
            #expect(value(text) == nil, "\(text)")
        }
        #expect(value(" {\"a\" : [1, -2.5e3, true, null, \"x\\\"\\ud800y\"]} ")?["a"]?.elements.count == 5)
        #expect(value("-2.5e3")?.integer == -2500)
        #expect(value("1e400")?.integer == nil)
    }
}
