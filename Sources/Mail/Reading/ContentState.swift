/// The content in hand. It is a class so that one stage can read a buffer while another writes the next.
final class ContentState {
    var plan = ContentPlan(section: "", kind: .raw)

    /// Where it began in the source.
    var offset = 0
    var isInferred = false
    var transfer = TransferDecoder()
    var converter = CharsetConverter(.utf8)

    /// Bytes whose transfer encoding is undone, and after that their charset.
    var decoded = ByteBuffer()
    var converted = ByteBuffer()
    var finder = InlineFinder()
    var flowed = FlowedText()
    var html = HTMLText()
    var calendar = CalendarText()
    var links = LinkFinder()
    var quotes = QuoteJoiner()

    /// What stands encoded in a text, while it is read.
    var inline: InlinePart?
    var inlineBase64 = Base64Decoder()
    var inlineUU = UUDecoder()
    var inlineYEnc = YEncDecoder()
    var inlineCount = 0

    /// Views that follow the one in hand.
    var markup = ByteBuffer()
    var undecoded = ByteBuffer()

    /// Whether nothing could be told from what is decoded.
    var needsMore = false

    /// Whether the source has no more of it, and whether all stages gave their last bytes.
    var isSourceOver = false
    var isFlushed = false

    /// Whether the part in hand is at its end, and what follows it: an inline part, a view, the same text again.
    var isPieceOver = false

    /// The line of the text that is being read, from 1.
    var line = 1
    var markupLine = 1
    var undecodedLine = 1
    var linkLine = 1
    var quoteLine = 1

    /// Whether bytes of CMS are looked through for what they wrap.
    var signed: SignedContent?

    func open(_ plan: ContentPlan, offset: Int) {
        self.plan = plan
        self.offset = offset
        isInferred = false
        decoded.removeAll()
        converted.removeAll()
        finder = InlineFinder()
        links.reset()
        quotes.reset()
        inline = nil
        inlineCount = 0
        markup.removeAll()
        undecoded.removeAll()
        needsMore = false
        isSourceOver = false
        isFlushed = false
        isPieceOver = false
        line = 1
        markupLine = 1
        undecodedLine = 1
        linkLine = 1
        quoteLine = 1
        signed = nil
        transfer = TransferDecoder(plan.encoding)
        if converter.charset != plan.charset || plan.charset != .utf8 { converter = CharsetConverter(plan.charset) }
        switch plan.stage {
        case .flowed(let deletesSpace): flowed = FlowedText(deletesSpace: deletesSpace)
        case .html: html = HTMLText(isUTF8: plan.charset == .utf8)
        case .calendar: calendar = CalendarText()
        case .none, .plain: break
        }
    }
}
