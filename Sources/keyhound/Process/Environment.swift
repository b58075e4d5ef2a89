import Glibc

/// What the caller of the process set.
enum Environment {
    /// Empty and set are the same as set.
    static func has(_ name: String) -> Bool { value(of: name) != nil }

    static func value(of name: String) -> String? {
        // This process never changes its environment, so the string stays valid.
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }
}
