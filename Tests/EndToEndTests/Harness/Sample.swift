import RuleCompilation

/// Credentials that open nothing, made from seeds: none stands in any file.
enum Sample {
    /// An access key ID of a real shape.
    static func keyID(_ seed: Int) -> String { text("AKIAY{base32:15}", seed) }

    /// A secret access key. Without `/` and `+` unless asked for, so that it can stand in any syntax.
    static func secret(_ seed: Int) -> String {
        // A few seeds are tried until the statistics have nothing to complain about a key that stands alone.
        text("{base64:40}", seed &* 7919 &+ 11)
    }

    /// A line that the AWS rules find on their own, with the secret at column `column`.
    static func line(_ seed: Int) -> String { prefix + secret(seed) }

    static let prefix = "aws_secret_access_key = "

    /// The column of the secret in `line`.
    static let column = 25

    static func text(_ template: String, _ seed: Int) -> String {
        do {
            return try Template(template).expansion(seed: UInt64(bitPattern: Int64(seed)))
        } catch {
            fatalError("template \(template): \(error)")
        }
    }
}
