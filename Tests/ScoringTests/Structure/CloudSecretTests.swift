import Findings
import Foundation
import Rules
import Testing

@testable import Scoring

/// Azure, Google Cloud, Docker, Kubernetes.
@Suite struct CloudSecretTests {
    private static func signature(_ count: Int = 32) -> String {
        var random = SeededGenerator(seed: 4)
        return TokenWriter.base64(random.bytes(count)).replacing("+", with: "%2B").replacing("/", with: "%2F")
            .replacing("=", with: "%3D")
    }

    /// The parameters of the examples of "Create a service SAS" and "Create an account SAS".
    @Test func signaturesOfAzureTellTheirEnd() {
        let url =
            "https://acme.blob.core.windows.net/data?sv=2022-11-02&st=2023-11-14T22:13:20Z&se=2023-11-14T23:13:20Z"
            + "&sr=b&sp=rw&sip=168.1.5.60-168.1.5.70&spr=https&sig=" + Self.signature()
        let judgement = judge(.azureSharedAccessSignature, url)
        #expect(judgement.verdict == .proven && judgement.severityLimit == nil)
        #expect(judge(.azureSharedAccessSignature, url, now: 1_700_003_600).severityLimit == .low)
        #expect(
            details(.azureSharedAccessSignature, url) == [
                "version": "2022-11-02", "permissions": "rw", "resource": "b", "starts": "2023-11-14T22:13:20Z",
                "expires": "2023-11-14T23:13:20Z",
            ])
        let reading = url.replacing("sp=rw", with: "sp=rl")
        #expect(judge(.azureSharedAccessSignature, reading).severityLimit == .medium)
        #expect(judge(.azureSharedAccessSignature, url.replacing("&", with: "&amp;")) == judgement)
        #expect(judge(.azureSharedAccessSignature, url.replacing("&", with: "\\u0026")) == judgement)
        let day = url.replacing("2023-11-14T23:13:20Z", with: "2023-11-15")
        #expect(details(.azureSharedAccessSignature, day)["expires"] == "2023-11-15T00:00:00Z")
    }

    @Test func otherSignaturesOfAzureAreToldApart() {
        let bus =
            "SharedAccessSignature sr=acme.servicebus.windows.net&sig=" + Self.signature() + "&se=1700003600&skn=send"
        #expect(judge(.azureSharedAccessSignature, bus).verdict == .proven)
        #expect(details(.azureSharedAccessSignature, bus)["expires"] == "2023-11-14T23:13:20Z")
        let stored = "?sv=2022-11-02&sr=c&si=readers&sig=" + Self.signature()
        #expect(judge(.azureSharedAccessSignature, stored).score == 0.7)
        #expect(details(.azureSharedAccessSignature, stored)["policy"] == "readers")
        #expect(judge(.azureSharedAccessSignature, "?sv=2022-11-02&sig=" + Self.signature(31)) == .impossible)
        #expect(judge(.azureSharedAccessSignature, "?id=1&sig=" + Self.signature()) == .impossible)
    }

    @Test func signedURLsOfGoogleTellTheirEnd() {
        let url =
            "https://storage.googleapis.com/acme/cat.jpg?X-Goog-Algorithm=GOOG4-RSA-SHA256&X-Goog-Credential="
            + "signer%40acme.iam.gserviceaccount.com%2F20231114%2Fauto%2Fstorage%2Fgoog4_request"
            + "&X-Goog-Date=20231114T221320Z&X-Goog-Expires=3600&X-Goog-SignedHeaders=host&X-Goog-Signature="
            + String(repeating: "0123456789abcdef", count: 32)
        #expect(judge(.googleSignedURL, url).verdict == .proven)
        #expect(judge(.googleSignedURL, url).severityLimit == .low)
        #expect(
            details(.googleSignedURL, url) == [
                "signer": "signer@acme.iam.gserviceaccount.com", "issued": "2023-11-14T22:13:20Z",
                "expires": "2023-11-14T23:13:20Z",
            ])
        #expect(judge(.googleSignedURL, url.replacing("3600", with: "604801")).score == 0.6)
        #expect(judge(.googleSignedURL, url.replacing("20231114T", with: "20231115T")).score == 0.6)
        let older =
            "https://storage.googleapis.com/acme/cat.jpg?GoogleAccessId=signer@acme.iam.gserviceaccount.com"
            + "&Expires=1700003600&Signature=" + Self.signature(256)
        #expect(judge(.googleSignedURL, older).verdict == .proven)
    }

    /// The login of "Create a Secret by providing credentials on the command line" in the Kubernetes documentation.
    @Test func loginsTellRegistryAndUser() {
        let login =
            #""my-registry.example:5000":{"username":"tiger","password":"pass1234","auth":""#
            + #"dGlnZXI6cGFzczEyMzQ=""#
        #expect(judge(.registryLogin, login).verdict == .proven)
        #expect(details(.registryLogin, login) == ["registry": "my-registry.example:5000", "user": "tiger"])
        let escaped = login.replacing("\"", with: "\\\"")
        #expect(details(.registryLogin, escaped) == ["registry": "my-registry.example:5000", "user": "tiger"])
        // The same page's `auth` that is no login.
        #expect(judge(.registryLogin, #""https://example/v1/":{"auth":"opensesame""#) == .impossible)
        #expect(judge(.registryLogin, #""ghcr.io":{"au"# + #"th":"dGlnZXI=""#) == .impossible)
    }

    @Test func keyFilesOfGoogleTellTheirAccount() {
        let key = Armour.wrap(
            "PRIVATE KEY",
            DERWriter.sequence(
                DERWriter.integer(0),
                DERWriter.sequence(DERWriter.node(0x06, [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 1])),
                DERWriter.octets(DERWriter.rsa(modulus: 3_233 * 65_537, p: 3_233, q: 65_537))), newline: "\\n")
        let object =
            #"{"type": "service_account", "project_id": "acme-1", "private_key_id": "0123", "private_key": ""#
            + key.replacing("\n", with: "\\n") + #"", "client_email": "robot@acme-1.iam.gserviceaccount.com"}"#
        let judgement = judge(.googleServiceAccount, object)
        #expect(judgement.verdict == .proven && judgement.score == 0.99)
        let told = details(.googleServiceAccount, object)
        #expect(told["project"] == "acme-1" && told["account"] == "robot@acme-1.iam.gserviceaccount.com")
        #expect(told["key_id"] == "0123" && told["key_type"] == "RSA")
        let nested = object.replacing("\\n", with: "\\\\n").replacing("\"", with: "\\\"")
        #expect(details(.googleServiceAccount, nested)["project"] == "acme-1")
        #expect(normalised(.googleServiceAccount, key).hasPrefix("-----BEGIN "))
        #expect(judge(.googleServiceAccount, #"{"private_key": "..."}"#) == .impossible)
    }

    @Test(.enabled(if: Tool.exists("openssl")))
    func clientKeysTellTheirCertificate() throws {
        let (key, certificate) = try Tool.withFolder { folder in
            let (key, certificate) = (folder.appending(path: "key").path, folder.appending(path: "certificate").path)
            try Tool.run(
                "openssl",
                [
                    "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "365",
                    "-subj", "/O=system:masters/CN=kubernetes-admin", "-keyout", key, "-out", certificate,
                ])
            return (
                Array(try Data(contentsOf: URL(filePath: key))), Array(try Data(contentsOf: URL(filePath: certificate)))
            )
        }
        let text =
            "client-certificate-data: \(TokenWriter.base64(certificate))\n"
            + "    client-key-data: \(TokenWriter.base64(key))"
        #expect(judge(.kubernetesClientKey, text).verdict == .proven)
        let told = details(.kubernetesClientKey, text)
        #expect(told["user"] == "kubernetes-admin" && told["groups"] == "system:masters")
        #expect(told["key_type"] == "ECDSA P-256" && told["expires"] != nil)
        #expect(judge(.kubernetesClientKey, text, now: Int(Date.now.timeIntervalSince1970)).severityLimit == nil)
        #expect(judge(.kubernetesClientKey, text, now: 4_000_000_000).severityLimit == .low)
        #expect(judge(.kubernetesClientKey, "client-key-data: \(TokenWriter.base64(certificate))") == .impossible)
        #expect(judge(.kubernetesClientKey, "client-key-data: DATA+OMITTED") == .impossible)
        let block = PEMBlock(certificate.span, 0..<certificate.count)
        let body = try #require(block).body
        for length in 0..<body.count { #expect(Certificate(Array(body.prefix(length))) == nil) }
    }

    @Test func timesAreReadWithAnyPrecision() {
        func seconds(_ text: String) -> Int? { UTCTime(extended: Array(text.utf8))?.seconds }
        #expect(seconds("2023-11-14") == 1_699_920_000)
        #expect(seconds("2023-11-14T22:13Z") == 1_699_999_980)
        #expect(seconds("2023-11-14T22:13:20Z") == 1_700_000_000)
        #expect(seconds("2023-11-14T22:13:20.1234567Z") == 1_700_000_000)
        for text in ["", "2023", "2023-11-1", "2023/11/14", "2023-11-14T22:13:20", "2023-13-14", "2023-11-14Tabc"] {
            #expect(seconds(text) == nil, "\(text)")
        }
    }
}
