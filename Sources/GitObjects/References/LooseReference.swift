/// The content of a file that is a reference: an object's digits and a line end, or `ref: ` and a name.
///
/// Format: git's Documentation/gitrepository-layout, "refs" and "HEAD".
enum LooseReference {
    /// `nil` when the content is neither.
    static func target(_ content: [UInt8], format: ObjectFormat) -> Reference.Target? {
        if content.starts(with: "ref:".utf8) {
            let blanks: Set<UInt8> = [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r")]
            let name = content.dropFirst(4).drop(while: blanks.contains)
            guard let last = name.lastIndex(where: { !blanks.contains($0) }) else { return nil }
            return .symbolic(Array(name[...last]))
        }
        return id(content, from: 0, format: format).map { .object($0) }
    }

    /// All objects that a file such as `FETCH_HEAD` names: one at the start of each line, with a remark behind it.
    ///
    /// - Returns: also how many lines name none.
    static func objects(_ content: [UInt8], format: ObjectFormat) -> (ids: [ObjectID], broken: Int) {
        var ids: [ObjectID] = []
        var broken = 0
        for line in content.split(separator: UInt8(ascii: "\n")) {
            if let id = id(content, from: line.startIndex, format: format) { ids.append(id) } else { broken += 1 }
        }
        return (ids, broken)
    }

    /// The digits must end there: more of them would be another format's name.
    private static func id(_ content: [UInt8], from start: Int, format: ObjectFormat) -> ObjectID? {
        guard let id = ObjectID(digitsOf: content.span, from: start, format: format) else { return nil }
        let end = start + 2 * format.idLength
        return end == content.count || content[end] <= UInt8(ascii: " ") ? id : nil
    }
}
