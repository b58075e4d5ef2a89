/// The header in hand.
struct HeaderState {
    /// How much of a header is looked at at once, and taken into account for the envelope.
    static let window = 256 * 1024

    /// Its bytes that were not understood yet, with LF as line ends.
    var bytes = ByteBuffer()
    var facts = ContentFacts()
    var envelope = Envelope()
    var offset = 0

    /// Whether it was read to its end.
    var isDone = false

    /// What ended it, unless that was an empty line or text.
    var delimiter: MailDelimiter?

    /// Whether a window was given already.
    var isLong = false

    /// Of a field that is longer than a window: whether it is noise.
    var continuedNoise: Bool?

    /// Whether it is that of a message.
    var isMessage = false

    mutating func reset(offset: Int, isMessage: Bool) {
        bytes.removeAll()
        facts = ContentFacts()
        envelope = Envelope()
        self.offset = offset
        isDone = false
        delimiter = nil
        isLong = false
        continuedNoise = nil
        self.isMessage = isMessage
    }
}
