/// Words that tell a secret from what only looks like one, by where they stand.
enum AssignmentWords {
    /// In a value: what people write in place of a secret, and parts of code, paths and sentences.
    static let ofValues = [
        "example", "test", "sample", "dummy", "fake", "your", "my", "change", "xxx", "here", "todo", "placeholder",
        "insert", "replace", "none", "null", "undefined", "true", "false", "string", "required", "optional", "default",
        "foo", "bar", "secret", "pass", "token", "key", "auth", "user", "admin", "root", "guest", "123", "abc", "enter",
        "please", "invalid", "must", "error", "the", "get", "set", "this", "self", "env", "config", "param", "request",
        "field", "value", "name", "input", "var", "type", "http", "ssl", "api", "id", "login", "new", "old", "code",
        "reset", "forgot", "word", "hash", "public", "argon2", "crypt", "ssh-", "begin ", "sha", "md5", "aes", "rsa",
        "json", "file", "path", "data", "text", "label", "form", "on", "is", "qwerty", "letmein", "hello", "redacted",
        "vault", "aaa", "000", "111", "base64", "bearer", "basic", "localhost", "com", "org", "wrong", "some", "any",
    ]

    /// In the name that the value is given to.
    static let ofNames = [
        "pass", "pwd", "secret", "token", "api", "key", "auth", "cred", "salt", "nonce", "seed", "private", "public",
        "access", "client", "consumer", "session", "csrf", "name", "id", "path", "file", "ur", "field", "label", "text",
        "type", "hash", "encr", "size", "len", "expire", "policy", "reset", "forgot", "change", "confirm", "error",
        "message", "placeholder", "title", "regex", "prompt", "default", "test", "user", "word", "master", "oauth",
        "refresh", "map", "code", "valid", "header", "input", "param", "env", "dir", "foreign", "primary", "sort",
        "cache", "press", "board", "hint", "desc", "ref", "provider", "manager", "service", "endpoint", "version",
        "store", "data", "count", "index", "mode", "login", "sign", "root", "db", "sql", "crypt", "aes", "hmac",
        "random", "author", "bearer", "basic", "fingerprint", "thumbprint", "digest", "old", "new", "wrong", "expected",
        "fake", "mock", "next", "parse", "lang", "button", "column", "event", "group", "set", "get", "is", "has",
    ]

    /// In the name, behind the keyword.
    static let ofEndings = [
        "id", "name", "file", "path", "ur", "type", "hash", "field", "label", "size", "len", "prefix", "alias", "arn",
        "version", "hint", "error", "message", "placeholder", "regex", "header", "param", "store", "provider",
        "fingerprint", "confirm", "policy", "expire", "ttl", "alg", "usage", "ref", "code", "word", "base", "data",
        "value", "test", "input", "encr", "public", "map", "column", "count", "manager", "service", "_", "-", ".",
    ]

    /// In the line around.
    static let ofLines = [
        "test", "assert", "expect", "example", "def ", "function", "return", "const", "string", "var", "let ", "export",
        "--", "env", "if ", "print", "log", "throw", "class", "new ", "import", "echo", "curl", "user", "host", "email",
        "login", "static", "final", "private", "public", "should", "http", "set", "get", "sha", "hash", "checksum",
        "integrity", "username", "==", "=>", "->", "()", "enum", "case ", "todo", "error", "invalid", "wrong", "docker",
        "-e ", "mysql", "psql", "grant", "identified", "create", "insert", "regex", "match", "describe", "it(",
    ]

    /// In the lines above and below.
    static let ofNeighbours = [
        "user", "host", "pass", "secret", "key", "token", "test", "email", "port", "url", "database", "client", "name",
        "type", "id", "label", "text", "string", "expect", "assert", "describ", "hash", "encrypt", "decrypt", "sign",
        "required", "description", "format", "placeholder", "translat", "adapter", "server", "login", "env", "admin",
        "version", "example", "default", "function", "return", "class", "import", "property", "bucket", "region",
    ]

    static let values = WordMarker(ofValues)
    static let names = WordMarker(ofNames)
    static let endings = WordMarker(ofEndings)
    static let lines = WordMarker(ofLines)
    static let neighbours = WordMarker(ofNeighbours)
}
