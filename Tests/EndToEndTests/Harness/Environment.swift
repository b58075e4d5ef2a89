import Foundation

/// What the caller of the tests decides.
enum Environment {
    /// Whether to run the full sizes, which take minutes and gigabytes.
    static let isFull = ProcessInfo.processInfo.environment["KEYHOUND_FULL"] == "1"

    /// The program under test: what `KEYHOUND_BINARY` names, else the one that was built beside these tests.
    static let binary: String = {
        if let named = ProcessInfo.processInfo.environment["KEYHOUND_BINARY"] { return named }
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let beside = URL(filePath: tests).deletingLastPathComponent().appending(path: "keyhound").path
        if FileManager.default.isExecutableFile(atPath: beside) { return beside }
        return URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../.build/debug/keyhound")
            .standardized.path
    }()

    /// The full size at night, else the small one.
    static func size(_ small: Int, full: Int) -> Int { isFull ? full : small }
}
