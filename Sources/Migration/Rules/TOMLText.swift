/// Writes values as TOML: https://toml.io/en/v1.0.0.
enum TOMLText {
    /// A string on one line: between single quotes as it is, else with escapes.
    static func string(_ text: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && $0 != "'" }
        if isPlain { return "'\(text)'" }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    /// An array of strings, one a line if there are several.
    static func strings(_ texts: [String]) -> String { array(texts.map(string)) }

    static func array(_ values: [String]) -> String {
        values.count < 2
            ? "[\(values.joined())]" : "[\n" + values.map { "    \($0),\n" }.joined() + "]"
    }

    /// To a thousandth, as rules have it.
    static func number(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }
}
