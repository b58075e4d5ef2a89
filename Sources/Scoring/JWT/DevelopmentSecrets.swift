import Crypto

/// Secrets that are published as samples or defaults and end up signing real tokens: whoever knows the page that they
/// stand on can make any token.
///
/// Each with the page or project that publishes it. HMAC with SHA-256 is RFC 2104.
enum DevelopmentSecrets {
    struct Entry: Sendable {
        let source: String

        /// Published by a standard, for its own examples: what it signs is an example, too.
        let isOfStandard: Bool
        private let key: SymmetricKey

        fileprivate init(_ text: String, _ source: String) {
            self.init(Array(text.utf8), source, isOfStandard: false)
        }

        fileprivate init(_ bytes: [UInt8], _ source: String, isOfStandard: Bool) {
            (self.source, self.isOfStandard, key) = (source, isOfStandard, SymmetricKey(data: bytes))
        }

        fileprivate func signs(_ text: ArraySlice<UInt8>, as signature: [UInt8]) -> Bool {
            HMAC<SHA256>.isValidAuthenticationCode(signature, authenticating: text, using: key)
        }
    }

    /// The secret whose HMAC-SHA-256 of `text` is `signature`; `nil` if none of the list.
    ///
    /// Complexity: O(n), times the number of secrets.
    static func signer(of text: ArraySlice<UInt8>, signature: [UInt8]) -> Entry? {
        all.first { $0.signs(text, as: signature) }
    }

    static let all: [Entry] = standards + published + guessed.map { Entry($0, "a word that everybody tries first") }

    private static let standards = [
        Entry(
            Base64.decodeEither(
                ArraySlice(
                    ("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75" + "aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow").utf8
                )) ?? [],
            "RFC 7515, appendix A.1", isOfStandard: true)
    ]

    private static let published = [
        Entry("your-256-bit-secret", "jwt.io"),
        Entry("a-string-secret-at-least-256-bits-long", "jwt.io"),
        Entry("secret", "jwt.io, PyJWT's documentation"),
        Entry("shhhhh", "README of auth0/node-jsonwebtoken"),
        Entry("shhhhhhared-secret", "README of auth0/express-jwt"),
        Entry("AllYourBase", "examples of golang-jwt/jwt"),
        Entry("super-secret", "documentation of Flask-JWT-Extended"),
        Entry("super-secret-jwt-token-with-at-least-32-characters-long", "Supabase's local development"),
        Entry("your-super-secret-jwt-token-with-at-least-32-characters-long", "Supabase's .env.example"),
        Entry("reallyreallyreallyreallyverysafe", "PostgREST's tutorial"),
        Entry("!ChangeMe!", "Mercure's documentation"),
        Entry("!ChangeThisMercureHubJWTSecretKey!", "Mercure's documentation"),
        Entry("09d25e094faa6ca2556c818166b7a956" + "3b93f7099f6f0f4caa6cf63b88e8d3e7", "FastAPI's tutorial"),
        Entry("keyboard cat", "README of expressjs/session"),
        Entry("my-secret-token-to-change-in-production", "JHipster's samples"),
    ]

    /// Words, not samples of one project.
    private static let guessed = [
        "key", "test", "dev", "admin", "jwt", "token", "123456", "password", "changeme", "change-me", "change_me",
        "mysecret", "my-secret", "my_secret", "my secret", "mysecretkey", "my-secret-key", "my_secret_key", "secretkey",
        "secret-key", "secret_key", "secretKey", "secret123", "supersecret", "super_secret", "supersecretkey",
        "super-secret-key", "super_secret_key", "topsecret", "s3cr3t", "jwtsecret", "jwt-secret", "jwt_secret",
        "jwtSecret", "jwt_secret_key", "JWT_SECRET", "SECRET", "SECRET_KEY", "your-secret", "your_secret",
        "your-secret-key", "your_secret_key", "your_jwt_secret", "your-jwt-secret", "yoursecret", "thisisasecret",
        "this-is-a-secret", "this is a secret", "default", "example", "development",
    ]
}
