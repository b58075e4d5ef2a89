import Blobs
import LiteralSearch

/// Recognises text in UTF-16 or UTF-32 by its first bytes: by a byte order mark, or by where its zero bytes stand.
///
/// What is recognised is decoded as a whole; the undecoded bytes are scanned all the same, so a wrong guess hides
/// nothing.
enum TextEncodingDetector {
    /// How many of a blob's first bytes decide.
    static let sampleSize = 4096

    /// The fewest bytes that statistics are made of.
    private static let leastForStatistics = 16

    /// The encoding, and how many bytes its mark takes; `nil` for everything else, UTF-8 included.
    ///
    /// - Parameter head: the blob's first `sampleSize` bytes, or all of it.
    static func detect(_ head: Span<UInt8>) -> (encoding: TextEncoding, markLength: Int)? {
        let sample = head.count > sampleSize ? head.extracting(0..<sampleSize) : head
        if sample.count >= 4 {
            if sample[0] == 0xFF, sample[1] == 0xFE, sample[2] == 0, sample[3] == 0 { return (.utf32LittleEndian, 4) }
            if sample[0] == 0, sample[1] == 0, sample[2] == 0xFE, sample[3] == 0xFF { return (.utf32BigEndian, 4) }
        }
        if sample.count >= 2 {
            if sample[0] == 0xFF, sample[1] == 0xFE { return (.utf16LittleEndian, 2) }
            if sample[0] == 0xFE, sample[1] == 0xFF { return (.utf16BigEndian, 2) }
        }
        return detectByZeros(sample).map { ($0, 0) }
    }

    /// Latin text has a zero in nearly every unit, always at the same place in it, and none where its letters are.
    private static func detectByZeros(_ sample: Span<UInt8>) -> TextEncoding? {
        guard sample.count >= leastForStatistics, ByteCounter().contains(0, in: sample) else { return nil }
        var zeros: InlineArray<4, Int> = [0, 0, 0, 0]
        let units = sample.count / 4
        for index in 0..<units * 4 where sample[index] == 0 { zeros[index & 3] += 1 }
        let most = units * 7 / 10
        // A letter's own byte is zero now and then, and a short text has few letters.
        let few = 1 + units / 20
        func has(_ places: (Bool, Bool, Bool, Bool)) -> Bool {
            let expected: InlineArray<4, Bool> = [places.0, places.1, places.2, places.3]
            for place in 0..<4 where expected[place] ? zeros[place] < most : zeros[place] > few { return false }
            return true
        }
        if has((false, true, false, true)) { return .utf16LittleEndian }
        if has((true, false, true, false)) { return .utf16BigEndian }
        if has((false, true, true, true)) { return .utf32LittleEndian }
        if has((true, true, true, false)) { return .utf32BigEndian }
        return nil
    }
}
