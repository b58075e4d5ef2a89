/// What an annotated tag says about itself. The message stays in the content that was read.
///
/// Format: git's Documentation/git-mktag and Documentation/user-manual, "Tag Object".
public struct Tag: Hashable, Sendable {
    public let object: ObjectID
    public let kind: ObjectKind

    /// As it is stored: the name of the reference need not be the same. Empty when there is none.
    public let name: [UInt8]

    /// `nil` in tags of the first years.
    public let tagger: Person?

    /// Where the message starts: a byte offset into the content, its length when there is no message.
    public let messageStart: Int

    /// - Throws: `ObjectParseError` when the object or its kind is missing or unreadable.
    ///
    /// Complexity: O(n) in the length of the headers.
    public init(_ content: Span<UInt8>, format: ObjectFormat) throws(ObjectParseError) {
        var lines = HeaderLines()
        var object: ObjectID?
        var kind: ObjectKind?
        var name: [UInt8]?
        var tagger: Person?
        while let line = lines.next(in: content) {
            if object == nil, line.isNamed("object", in: content) {
                object = try content.object(in: line.value, of: .object, format: format)
            } else if kind == nil, line.isNamed("type", in: content) {
                let value = line.value.map { content[$0] }
                kind = ObjectKind.allCases.first { value.elementsEqual($0.name.utf8) }
                guard kind != nil else { throw .malformed(.type, offset: line.value.lowerBound) }
            } else if name == nil, line.isNamed("tag", in: content) {
                name = line.value.map { content[$0] }
            } else if tagger == nil, line.isNamed("tagger", in: content) {
                tagger = Person(content, in: line.value)
            }
        }
        guard let object else { throw .missing(.object) }
        guard let kind else { throw .missing(.type) }
        self.object = object
        self.kind = kind
        self.name = name ?? []
        self.tagger = tagger
        messageStart = lines.position
    }
}
