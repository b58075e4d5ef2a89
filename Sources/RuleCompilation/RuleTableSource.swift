import Checksums
import Crypto

/// Writes a rule table as Swift source, for the target that embeds it.
public enum RuleTableSource {
    /// Returns a file that declares two strings of the type `StaticString`: `nameBytes`, whose bytes are `table`, and
    /// `nameSHA256`, the hash of them in hexadecimal.
    ///
    /// - Precondition: `table` is UTF-8, as `RuleTable.encoding` makes it.
    public static func swiftSource(of table: [UInt8], name: String) -> [UInt8] {
        guard let text = String(validating: table, as: UTF8.self) else {
            preconditionFailure("a rule table must be UTF-8")
        }
        let hash = Hexadecimal.text(SHA256.hash(data: table))
        var source = Array(
            """
            // Written by rulec from Rules/*.toml. Do not edit.
            let \(name)SHA256: StaticString = "\(hash)"
            let \(name)Bytes: StaticString = "
            """.utf8)
        source.reserveCapacity(table.count * 2)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\0": source += #"\0"#.utf8
            case "\n": source += #"\n"#.utf8
            case "\"", "\\":
                source.append(UInt8(ascii: "\\"))
                source += String(scalar).utf8
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                source += "\\u{\(String(scalar.value, radix: 16))}".utf8
            default:
                source += String(scalar).utf8
            }
        }
        return source + "\"\n".utf8
    }
}
