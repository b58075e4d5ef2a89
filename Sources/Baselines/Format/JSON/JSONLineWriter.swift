/// Writes a JSON object on one line.
struct JSONLineWriter {
    private var line: [UInt8] = [UInt8(ascii: "{")]

    /// A member that says nothing is left out.
    mutating func add(_ name: String, _ text: String?) {
        if let text { add(name, raw: JSONText.encoded(text)) }
    }

    /// A list that is empty is left out.
    mutating func add(_ name: String, _ texts: [String]) {
        if texts.isEmpty { return }
        add(name, raw: Array("[".utf8) + Array(texts.map(JSONText.encoded).joined(separator: ",".utf8)) + "]".utf8)
    }

    /// - Parameter raw: the JSON text of the value.
    mutating func add(_ name: String, raw: [UInt8]) {
        if line.count > 1 { line.append(UInt8(ascii: ",")) }
        line += JSONText.encoded(name)
        line.append(UInt8(ascii: ":"))
        line += raw
    }

    /// The line, without a line end.
    var finished: [UInt8] { line + [UInt8(ascii: "}")] }
}
