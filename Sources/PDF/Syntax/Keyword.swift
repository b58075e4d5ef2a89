/// A word that is no number: an operator of a content stream, or `endobj` and the like.
///
/// Words of up to eight bytes are held in an integer, so none is allocated. Of longer ones a hash is: who makes two
/// that share one gets a file that is read wrongly, and no more.
struct Keyword: Hashable {
    private let packed: UInt64

    init(_ bytes: some Collection<UInt8>) {
        packed =
            bytes.count <= 8
            ? bytes.reduce(0) { $0 << 8 | UInt64($1) }
            : bytes.reduce(0) { $0 &* 0x100_0000_01B3 ^ UInt64($1) } | 1 << 63
    }

    init(_ text: String) {
        self.init(text.utf8)
    }

    static let reference = Keyword("R")
    static let yes = Keyword("true")
    static let no = Keyword("false")
    static let null = Keyword("null")
    static let object = Keyword("obj")
    static let endOfObject = Keyword("endobj")
    static let stream = Keyword("stream")
}
