import Foundation

/// A kind of file in which people leave an access key: a name, and a text with places for the two halves.
struct FileKind: Sendable, CustomStringConvertible {
    /// How the secret is spelled in the file.
    enum Spelling: Sendable {
        case plain
        /// `\/` for `/`.
        case escapedSlash
        /// `%2F`, `%2B`.
        case percent
    }

    enum Encoding: Sendable {
        case utf8, utf8WithMark, utf16LittleWithMark, utf16BigWithMark, utf16Little
    }

    let name: String

    /// `<ID>` and `<SECRET>` stand for the halves.
    let text: String
    let spelling: Spelling
    let encoding: Encoding

    init(_ name: String, _ text: String, spelling: Spelling = .plain, encoding: Encoding = .utf8) {
        self.name = name
        self.text = text
        self.spelling = spelling
        self.encoding = encoding
    }

    var description: String { "\(name) \(encoding == .utf8 ? "" : "\(encoding) ")\(text.debugDescription)" }

    /// Line and column (in UTF-8 bytes, from 1) where the secret begins.
    func place(seed: Int) -> (line: Int, column: Int) {
        let before = text.components(separatedBy: "<SECRET>")[0].replacing("<ID>", with: Sample.keyID(seed))
        let unified = before.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        let lines = unified.split(separator: "\n", omittingEmptySubsequences: false)
        return (lines.count, (lines.last?.utf8.count ?? 0) + 1)
    }

    func content(seed: Int) -> [UInt8] {
        let secret = Sample.secret(seed)
        let spelled =
            switch spelling {
            case .plain: secret
            case .escapedSlash: secret.replacing("/", with: "\\/")
            case .percent: secret.replacing("/", with: "%2F").replacing("+", with: "%2B")
            }
        let whole = text.replacing("<ID>", with: Sample.keyID(seed)).replacing("<SECRET>", with: spelled)
        return switch encoding {
        case .utf8: Array(whole.utf8)
        case .utf8WithMark: [0xEF, 0xBB, 0xBF] + whole.utf8
        case .utf16Little: whole.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        case .utf16LittleWithMark:
            [0xFF, 0xFE] + whole.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        case .utf16BigWithMark: [0xFE, 0xFF] + whole.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        }
    }
}
