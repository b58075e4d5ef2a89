/// Names of tables and columns as SQL and as text; they may hold any bytes but NUL.
enum Identifier {
    /// In double quotes, so that it is nothing else (sqlite.org/lang_keywords.html).
    static func quoted(_ name: [UInt8]) -> [UInt8] {
        let quote = UInt8(ascii: "\"")
        var quoted = [quote]
        for byte in name {
            if byte == quote { quoted.append(quote) }
            quoted.append(byte)
        }
        quoted.append(quote)
        return quoted
    }

    /// As it stands in front of a value: in one line.
    static func label(_ name: [UInt8]) -> [UInt8] {
        name.map { $0 < 0x20 || $0 == 0x7F ? UInt8(ascii: "_") : $0 }
    }

    /// In lower case, as far as it is ASCII: names of SQL that differ in case only are the same.
    static func folded(_ name: [UInt8]) -> String {
        String(decoding: name.map { (65...90).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
