/// What a filter made of a stream.
struct DecodedBytes {
    var bytes: [UInt8] = []

    /// Whether there was more than the limit.
    var isCut = false

    /// Whether the stream broke off. What came before is there.
    var isDamaged = false
}
