/// Takes the members that are known out of an object, one by one; what is left is kept as it is.
struct MemberReader {
    /// Members that nobody has taken, in order.
    private(set) var others: [JSONMember]

    private let line: Int

    /// - Parameter line: from 1, for errors.
    init(_ members: [JSONMember], line: Int) {
        others = members
        self.line = line
    }

    /// The JSON text of a value; `nil` if there is none.
    mutating func take(_ name: String) -> [UInt8]? {
        guard let index = others.firstIndex(where: { $0.name == name }) else { return nil }
        return others.remove(at: index).value
    }

    /// A string; `nil` if there is none or it is `null`.
    ///
    /// - Throws: `malformed` for a value of another type.
    mutating func text(_ name: String) throws(BaselineError) -> String? {
        guard let value = take(name), !Self.isNull(value) else { return nil }
        guard value.first == UInt8(ascii: "\"") else { throw malformed("\(name) is not a string") }
        guard let text = JSONText.decoded(value.dropFirst().dropLast()) else {
            throw malformed("\(name) has half of a surrogate pair")
        }
        return text
    }

    /// A list of strings; `nil` if there is none or it is `null`.
    ///
    /// - Throws: `malformed` for a value of another type.
    mutating func texts(_ name: String) throws(BaselineError) -> [String]? {
        guard let value = take(name), !Self.isNull(value) else { return nil }
        guard let texts = JSONText.list(value[...]) else { throw malformed("\(name) is not a list of strings") }
        return texts
    }

    /// A day; `nil` if there is none or it is `null`.
    mutating func day(_ name: String) throws(BaselineError) -> String? {
        guard let day = try text(name) else { return nil }
        guard CalendarDay.isValid(day) else { throw malformed("\(name) is not a day such as 2027-01-31") }
        return day
    }

    func malformed(_ what: String) -> BaselineError {
        .malformed(line: line, what: what)
    }

    private static func isNull(_ value: [UInt8]) -> Bool {
        value.elementsEqual("null".utf8)
    }
}
