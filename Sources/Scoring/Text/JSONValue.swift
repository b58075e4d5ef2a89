/// A JSON value (RFC 8259), as `JSONReader` reads it.
enum JSONValue: Hashable {
    struct Member: Hashable {
        let name: [UInt8]
        let value: JSONValue
    }

    case null
    case boolean(Bool)
    /// As it stands in the text.
    case number([UInt8])
    /// Escapes undone, in UTF-8.
    case string([UInt8])
    case array([JSONValue])
    /// In the order of the text.
    case object([Member])

    /// The value of the last member called `name`; `nil` if this is no object or has none.
    subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.name.elementsEqual(name.utf8) }?.value
    }

    /// The bytes of a string; `nil` for anything else.
    var text: [UInt8]? {
        if case .string(let text) = self { text } else { nil }
    }

    /// A number without its fraction; `nil` for anything else, and for numbers that `Int` cannot hold.
    var integer: Int? {
        guard case .number(let digits) = self else { return nil }
        let text = String(decoding: digits, as: UTF8.self)
        return Int(text) ?? Double(text).flatMap { Int(exactly: $0.rounded(.towardZero)) }
    }

    /// The elements of an array; none for anything else.
    var elements: [JSONValue] {
        if case .array(let elements) = self { elements } else { [] }
    }

    /// The members of an object; none for anything else.
    var members: [Member] {
        if case .object(let members) = self { members } else { [] }
    }

    var isObject: Bool {
        if case .object = self { true } else { false }
    }

    /// The bytes of a string or number, or of the strings of an array with blanks between; `nil` for anything else.
    var words: [UInt8]? {
        switch self {
        case .string(let text), .number(let text): text
        case .array(let elements):
            elements.isEmpty ? nil : Array(elements.compactMap(\.text).joined(separator: [UInt8(ascii: " ")]))
        case .null, .boolean, .object: nil
        }
    }

    func isText(_ word: String) -> Bool {
        text?.elementsEqual(word.utf8) == true
    }
}
