/// The references in a file `packed-refs`: a line each, and a line with `^` for what a tag leads to.
///
/// Format: git's Documentation/git-pack-refs, and the comment in the file's first line.
struct PackedReferences {
    /// In order of their names. More than one of a name only in a broken file.
    private(set) var references: [Reference] = []

    /// How many lines were none of these, and the number of the first of them, from 1.
    private(set) var brokenLines = 0
    private(set) var firstBrokenLine: Int?

    /// Complexity: O(n) in the length of the content, O(n log n) if it is not sorted.
    init(_ content: [UInt8], format: ObjectFormat) {
        let digits = 2 * format.idLength
        references.reserveCapacity(content.count / (digits + 24))
        var start = 0
        var line = 0
        while start < content.count {
            let end = HeaderLines.lineEnd(from: start, in: content.span)
            line += 1
            if !take(content, start..<end, digits, format) {
                brokenLines += 1
                if firstBrokenLine == nil { firstBrokenLine = line }
            }
            start = end + 1
        }
        // The header says whether they are sorted, and need not be right.
        for index in references.indices.dropFirst()
        where references[index].name.precedes(references[index - 1].name) {
            references.sort { $0.name.precedes($1.name) }
            break
        }
    }

    private mutating func take(
        _ content: [UInt8], _ line: Range<Int>, _ digits: Int, _ format: ObjectFormat
    ) -> Bool {
        guard let first = line.first.map({ content[$0] }) else { return true }
        if first == UInt8(ascii: "#") { return true }
        if first == UInt8(ascii: "^") {
            let id = ObjectID(digitsOf: content.span, from: line.lowerBound + 1, format: format)
            guard let id, line.count == digits + 1, let last = references.last, last.peeled == nil else { return false }
            references[references.count - 1] = Reference(name: last.name, target: last.target, peeled: id)
            return true
        }
        guard line.count > digits + 1, content[line.lowerBound + digits] == UInt8(ascii: " "),
            let id = ObjectID(digitsOf: content.span, from: line.lowerBound, format: format)
        else { return false }
        let name = Array(content[(line.lowerBound + digits + 1)..<line.upperBound])
        references.append(Reference(name: name, target: .object(id)))
        return true
    }
}
