import Findings
import Testing

@Suite struct SecretTests {
    private static let text = "Zq7" + String(repeating: "wK3d", count: 6)
    private static let secret = Secret(Array(text.utf8))

    /// A type of ours that holds a secret, as a careless one would be printed.
    private struct Holder {
        let name = "holder"
        let secret: Secret
    }

    private static func dumped(_ value: some Any) -> String {
        var text = ""
        dump(value, to: &text)
        return text
    }

    /// No four bytes of the secret, as text, as a list of numbers, or in hexadecimal.
    private static func isSilent(_ shown: String) -> Bool {
        let bytes = Array(text.utf8)
        for start in 0..<bytes.count - 3 {
            let part = bytes[start..<start + 4]
            let forms = [
                String(decoding: part, as: UTF8.self), part.map { String($0) }.joined(separator: ", "),
                part.map { String($0, radix: 16) }.joined(),
            ]
            if forms.contains(where: shown.contains) { return false }
        }
        return true
    }

    @Test func theCheckOfTheseTestsSees() {
        #expect(!Self.isSilent("key \(Self.text)"))
        #expect(!Self.isSilent("\(Array(Self.text.utf8))"))
    }

    @Test func noTextShowsIt() {
        let secret = Self.secret
        let anything: Any = secret
        let shown = [
            "\(secret)", String(describing: secret), String(reflecting: secret), secret.description,
            secret.debugDescription, Self.dumped(secret), "\([secret])", "\(Optional(secret) as Any)",
            "\(["key": secret])", "\((secret, 1))", "\(anything)", "\(Holder(secret: secret))",
            String(reflecting: Holder(secret: secret)), Self.dumped(Holder(secret: secret)), Self.dumped([[secret]]),
            "\(Mirror(reflecting: secret))", Self.dumped(Mirror(reflecting: secret)), "\(Set([secret]))",
        ]
        for text in shown { #expect(Self.isSilent(text)) }
    }

    @Test func noMirrorLeadsToIt() {
        #expect(Mirror(reflecting: Self.secret).children.isEmpty)
        #expect(Mirror(reflecting: Self.secret).superclassMirror == nil)
        #expect(Mirror(reflecting: Self.secret).descendant("bytes") == nil)
        #expect(Mirror(reflecting: Self.secret).descendant(0) == nil)
    }

    @Test func findingsAndMaskersAreSilentToo() {
        var masker = Masker()
        masker.insert(Self.secret)
        let finding = Sample.finding(secret: Self.secret)
        #expect(Self.isSilent("\(finding)") && Self.isSilent(Self.dumped(finding)))
        #expect(Self.isSilent(Self.dumped(finding.redacted)))
        #expect(Self.isSilent("\(masker)") && Self.isSilent(Self.dumped(masker)), "a masker in a crash log or a print")
    }

    @Test func onlyRevealGivesTheBytes() {
        #expect(Self.secret.reveal() == Array(Self.text.utf8))
        #expect(Self.secret.count == Self.text.utf8.count)
        #expect(Self.secret == Secret(Array(Self.text.utf8)) && Self.secret != Secret(Array(Self.text.utf8.dropLast())))
    }
}
