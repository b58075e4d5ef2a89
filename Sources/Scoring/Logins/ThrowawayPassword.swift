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
        if password.allSatisfy({ isUpper($0) || $0 == UInt8(ascii: "_") }), password.contains(UInt8(ascii: "_")) {
            return true
        }
        var letters: [UInt8] = []
        var seen = Set<UInt8>()
        for byte in password where isUpper(byte) || isLower(byte) || isDigit(byte) || byte >= 0x80 {
            letters.append(isUpper(byte) ? byte | 0x20 : byte)
            seen.insert(letters[letters.count - 1])
        }
        if seen.count < min(3, letters.count) || letters.isEmpty { return true }
        if partBytes.contains(where: { holds(letters, $0) }) { return true }
        while let last = letters.last, isDigit(last) { letters.removeLast() }
        // Digits and nothing else are a number that somebody chose, or a port.
        if words.contains(String(decoding: letters, as: UTF8.self)) { return true }
        return prefixBytes.contains { prefix in
            letters.starts(with: prefix)
                && words.contains(String(decoding: letters.dropFirst(prefix.count), as: UTF8.self))
        }
    }

    private static let partBytes = parts.map { Array($0.utf8) }
    private static let prefixBytes = prefixes.map { Array($0.utf8) }

    /// Whether `part` stands anywhere in `text`.
    private static func holds(_ text: [UInt8], _ part: [UInt8]) -> Bool {
        guard text.count >= part.count else { return false }
        return (0...text.count - part.count).contains { start in
            text[start] == part[0] && part.indices.allSatisfy { text[start + $0] == part[$0] }
        }
    }

    /// How many of lower case, upper case, digits and other characters a password has.
    static func kinds(_ password: some Collection<UInt8>) -> Int {
        let others = password.contains { !isLower($0) && !Self.isUpper($0) && !isDigit($0) }
        let kinds = [
            password.contains(where: isLower), password.contains(where: Self.isUpper),
            password.contains(where: isDigit), others,
        ]
        return kinds.count { $0 }
    }

    private static func isLower(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    private static func isUpper(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
}
