/// What a commit says about itself. The message stays in the content that was read.
///
/// Headers are taken in any order, and what is signed or unknown is passed over: a hostile commit has
/// at most fewer headers than it should. Format: git's Documentation/user-manual, "Commit Object".
public struct Commit: Hashable, Sendable {
    public let tree: ObjectID
    public let parents: [ObjectID]
    public let author: Person
    public let committer: Person

    /// The encoding of the message, as it is spelled; `nil` means UTF-8.
    public let encoding: [UInt8]?

    /// Where the message starts: a byte offset into the content, its length when there is no message.
    public let messageStart: Int

    /// The first line of the message that is not empty: a byte range of the content, without its line feed.
    public let subject: Range<Int>

    /// - Throws: `ObjectParseError` when there is no tree, or a tree or parent names no object.
    ///
    /// Complexity: O(n) in the length of the headers and of the empty lines behind them.
    public init(_ content: Span<UInt8>, format: ObjectFormat) throws(ObjectParseError) {
        var lines = HeaderLines()
        var tree: ObjectID?
        var parents: [ObjectID] = []
        var author: Person?
        var committer: Person?
        var encoding: [UInt8]?
        while let line = lines.next(in: content) {
            if line.isNamed("parent", in: content) {
                parents.append(try content.object(in: line.value, of: .parent, format: format))
            } else if tree == nil, line.isNamed("tree", in: content) {
                tree = try content.object(in: line.value, of: .tree, format: format)
            } else if author == nil, line.isNamed("author", in: content) {
                author = Person(content, in: line.value)
            } else if committer == nil, line.isNamed("committer", in: content) {
                committer = Person(content, in: line.value)
            } else if encoding == nil, line.isNamed("encoding", in: content) {
                encoding = line.value.map { content[$0] }
            }
        }
        guard let tree else { throw .missing(.tree) }
        self.tree = tree
        self.parents = parents
        self.author = author ?? .unknown
        self.committer = committer ?? .unknown
        self.encoding = encoding
        messageStart = lines.position
        subject = Self.subject(of: content, from: lines.position)
    }

    private static func subject(of content: Span<UInt8>, from start: Int) -> Range<Int> {
        var start = start
        while start < content.count, content[start] == UInt8(ascii: "\n") { start += 1 }
        return start..<HeaderLines.lineEnd(from: start, in: content)
    }
}

extension Span<UInt8> {
    /// The object that the value of a header names: its digits, and nothing else.
    func object(
        in range: Range<Int>, of header: ObjectHeader, format: ObjectFormat
    ) throws(ObjectParseError) -> ObjectID {
        guard range.count == 2 * format.idLength,
            let id = ObjectID(digitsOf: self, from: range.lowerBound, format: format)
        else { throw .malformed(header, offset: range.lowerBound) }
        return id
    }
}
