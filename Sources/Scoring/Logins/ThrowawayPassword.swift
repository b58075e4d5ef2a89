/// Tells the passwords of examples, tests and templates from those that somebody chose or made.
///
/// It is about passwords that people write, so it knows words; `Placeholder` is about values that are random.
enum ThrowawayPassword {
    /// What is left of a throwaway once case, separators, digits at the end and the words in front are gone.
    private static let words: Set<String> = [
        "", "pass", "pwd", "pw", "token", "key", "user", "username", "guest", "admin", "administrator", "root", "test",
        "testing", "tester", "foo", "foobar", "bar", "baz", "dummy", "default", "credential", "credentials", "apikey",
        "auth", "login", "postgres", "postgresql", "mysql", "mariadb", "redis", "mongo", "mongodb", "rabbit",
        "rabbitmq", "docker", "hunter", "letmein", "qwerty", "abc", "abcd", "abcdef", "x", "xx", "xxx", "hello",
        "world", "welcome",
        "demo", "sample", "value", "string", "name", "here", "port", "opensesame", "none", "null",
    ]

    /// Whoever writes one of these means "put yours here".
    private static let parts = [
        "password", "passwd", "passphrase", "secret", "example", "placeholder", "changeme", "changeit", "redacted",
        "oauth", "accesstoken", "apitoken", "insert", "replace", "dummy",
    ]

    private static let prefixes = ["my", "your", "some", "the", "db", "user", "root", "admin", "test", "super"]

    /// - Complexity: O(n) in the length of the password. Allocates.
    static func isOne(_ password: some Collection<UInt8>) -> Bool {
        // The name of a variable that a program was to fill in.
        if password.allSatisfy({ $0.isUpper || $0 == UInt8(ascii: "_") }), password.contains(UInt8(ascii: "_")) {
            return true
        }
        var letters: [UInt8] = []
        var seen = Set<UInt8>()
        for byte in password where byte.isUpper || byte.isLower || byte.isDigit || byte >= 0x80 {
            letters.append(byte.isUpper ? byte | 0x20 : byte)
            seen.insert(letters[letters.count - 1])
        }
        if seen.count < min(3, letters.count) || letters.isEmpty { return true }
        if parts.contains(where: { letters.span.firstIndex(of: $0, in: letters.indices) != nil }) { return true }
        while let last = letters.last, last.isDigit { letters.removeLast() }
        // Digits and nothing else are a number that somebody chose, or a port.
        if words.contains(String(decoding: letters, as: UTF8.self)) { return true }
        return prefixes.contains { prefix in
            letters.hasPrefix(prefix)
                && words.contains(String(decoding: letters.dropFirst(prefix.utf8.count), as: UTF8.self))
        }
    }

    /// How many of lower case, upper case, digits and other characters a password has.
    static func kinds(_ password: some Collection<UInt8>) -> Int {
        let others = password.contains { !$0.isLower && !$0.isUpper && !$0.isDigit }
        let kinds = [
            password.contains(where: \.isLower), password.contains(where: \.isUpper),
            password.contains(where: \.isDigit), others,
        ]
        return kinds.count { $0 }
    }
}
