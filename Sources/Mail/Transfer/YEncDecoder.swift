/// Decodes yEnc (www.yenc.org, draft 1.3), from behind `=ybegin` to `=yend`.
struct YEncDecoder {
    private var isAtLineStart = true

    /// Decodes as far as it can be told what it is.
    ///
    /// - Returns: how many bytes were taken, and whether the encoded part is over.
    /// - Complexity: O(n).
    mutating func decode(
        _ input: Span<UInt8>, _ range: Range<Int>, isLast: Bool, into output: inout ByteBuffer
    ) -> (taken: Int, ended: Bool) {
        var index = range.lowerBound
        let end = range.upperBound
        output.reserve(range.count)
        while index < end {
            let byte = input[index]
            if byte == 0x3D {
                guard index + 1 < end else {
                    if isLast { index += 1 }
                    break
                }
                if isAtLineStart, input[index + 1] == 0x79 {
                    let stop = input.firstIndex(of: 0x0A, in: index..<min(end, index + 1024))
                    guard stop < end && input[stop] == 0x0A || isLast || stop - index >= 1024 else { break }
                    let isEnd = input.hasText("=yend", at: index)
                    index = min(stop + 1, end)
                    if isEnd { return (index - range.lowerBound, true) }
                    continue
                }
                output.append(input[index + 1] &- 106)
                index += 2
                isAtLineStart = false
            } else {
                isAtLineStart = byte == 0x0A || byte == 0x0D
                if !isAtLineStart { output.append(byte &- 42) }
                index += 1
            }
        }
        return (index - range.lowerBound, isLast)
    }
}
