/// One line of a file below `logs`: old and new object, name, address, time, and a message behind a tab.
///
/// Format: git's Documentation/git-update-ref, "LOGGING UPDATES".
enum ReflogLine {
    /// The entry in a line of a file; `nil` when the line is none.
    ///
    /// - Parameter line: byte range of the file, without the line end.
    static func entry(
        _ content: [UInt8], _ line: Range<Int>, reference: [UInt8], format: ObjectFormat
    ) -> ReflogEntry? {
        let digits = 2 * format.idLength
        let whoStart = line.lowerBound + 2 * digits + 2
        guard whoStart <= line.upperBound, content[line.lowerBound + digits] == UInt8(ascii: " "),
            content[whoStart - 1] == UInt8(ascii: " "),
            let old = ObjectID(digitsOf: content.span, from: line.lowerBound, format: format),
            let new = ObjectID(digitsOf: content.span, from: line.lowerBound + digits + 1, format: format)
        else { return nil }
        let rest = content[whoStart..<line.upperBound]
        let whoEnd = rest.firstIndex(of: UInt8(ascii: "\t")) ?? line.upperBound
        let addressEnd = content[whoStart..<whoEnd].lastIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? whoEnd
        return ReflogEntry(
            reference: reference, old: old, new: new, message: Array(rest[whoEnd...].dropFirst()),
            who: Array(content[whoStart..<addressEnd]),
            seconds: Person.time(content.span, addressEnd..<whoEnd).seconds)
    }
}
