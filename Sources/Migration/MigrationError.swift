/// Why a file of another tool cannot be read. Says what and, where it is known, the line; nothing of its content.
public struct MigrationError: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Reason: Hashable, Sendable {
        /// The file has more bytes than are read.
        case tooLarge(bytes: Int, limit: Int)
        /// From this byte offset on the file is not UTF-8.
        case notUTF8(byteOffset: Int)
        case nulCharacter
        /// The text is not of the syntax: TOML, YAML or JSON.
        case syntax(String, problem: String)
        /// A key is missing, or has a value of the wrong type.
        case badValue(key: String, problem: String)
        /// The content is not of any format that is read here.
        case unknownFormat(known: String)
        /// The file is of the format and holds nothing that could be taken over.
        case noRules
    }

    public let reason: Reason

    /// From 1; `nil` if it is not known.
    public let line: Int?

    public init(_ reason: Reason, line: Int? = nil) {
        self.reason = reason
        self.line = line
    }
}

extension MigrationError: CustomStringConvertible {
    public var description: String {
        (line.map { "line \($0): " } ?? "") + reason.description
    }
}

extension MigrationError.Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooLarge(let bytes, let limit):
            "the file has \(bytes) bytes, the limit is \(limit): split it"
        case .notUTF8(let byteOffset):
            "byte \(byteOffset) is not UTF-8: save the file as UTF-8"
        case .nulCharacter:
            "a NUL character, or its escape, has no place in rules"
        case .syntax(let name, let problem):
            "not \(name): \(problem)"
        case .badValue(let key, let problem):
            "'\(key)': \(problem)"
        case .unknownFormat(let known):
            "the format is not known: known are \(known)"
        case .noRules:
            "the file has no rule that can be carried over"
        }
    }
}
