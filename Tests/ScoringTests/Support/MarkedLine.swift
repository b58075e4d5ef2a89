import Testing

/// A line in which `¦` stands before the keyword of a name and `«` and `»` around the value, taken apart.
struct MarkedLine {
    /// The line without its marks.
    let bytes: [UInt8]
    let keyword: Int
    let value: Range<Int>

    /// What a rule's pattern takes: from the keyword to the end of the value.
    var match: Range<Int> { keyword..<value.upperBound }

    init(_ marked: String) throws {
        var line: [UInt8] = []
        var places: [Character: Int] = [:]
        for character in marked {
            if "«»¦".contains(character) {
                places[character] = line.count
            } else {
                line += Array(String(character).utf8)
            }
        }
        keyword = try #require(places["¦"])
        value = try #require(places["«"])..<(#require(places["»"]))
        bytes = line
    }
}
