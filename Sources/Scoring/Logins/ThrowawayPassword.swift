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
        let text = String(decoding: password, as: UTF8.self)
        // The name of a variable that a program was to fill in.
        if text.utf8.allSatisfy({ Self.isUpper($0) || $0 == UInt8(ascii: "_") }), text.contains("_") { return true }
        var letters = text.lowercased().filter { $0.isLetter || $0.isNumber }
        if Set(letters).count < min(3, letters.count) || letters.isEmpty { return true }
        if parts.contains(where: letters.contains) { return true }
        while letters.last?.isNumber == true { letters.removeLast() }
        // Digits and nothing else are a number that somebody chose, or a port.
        if words.contains(letters) { return true }
        return prefixes.contains { letters.hasPrefix($0) && words.contains(String(letters.dropFirst($0.count))) }
    }

    /// How many of lower case, upper case, digits and other characters a password has.
    static func kinds(_ password: some Collection<UInt8>) -> Int {
        let isLower = { (byte: UInt8) in (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
        let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        let others = password.contains { !isLower($0) && !Self.isUpper($0) && !isDigit($0) }
        let kinds = [
            password.contains(where: isLower), password.contains(where: Self.isUpper),
            password.contains(where: isDigit), others,
        ]
        return kinds.count { $0 }
    }

    private static func isUpper(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
}
