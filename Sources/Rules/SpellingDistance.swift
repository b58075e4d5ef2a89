/// How far apart two spellings are, so that an error can name what was probably meant.
enum SpellingDistance {
    /// Returns up to three of `candidates`, nearest first, that differ from `name` in a third of its characters
    /// at most or contain it whole.
    static func nearest(to name: String, among candidates: [String]) -> [String] {
        // Longer names are no ids, and would make the comparison slow.
        let bytes = Array(name.utf8.prefix(64))
        let limit = max(2, bytes.count / 3)
        let ranked = candidates.compactMap { candidate -> (distance: Int, name: String)? in
            let distance = edits(from: bytes, to: Array(candidate.utf8))
            if distance <= limit { return (distance, candidate) }
            return bytes.count >= 3 && candidate.utf8.count > bytes.count && contains(bytes, in: Array(candidate.utf8))
                ? (limit + distance, candidate) : nil
        }
        return ranked.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
    }

    /// Levenshtein's distance in bytes, one row at a time.
    ///
    /// Complexity: the product of both lengths.
    private static func edits(from source: [UInt8], to target: [UInt8]) -> Int {
        var row = Array(0...target.count)
        for (sourceIndex, sourceByte) in source.enumerated() {
            var diagonal = row[0]
            row[0] = sourceIndex + 1
            for (targetIndex, targetByte) in target.enumerated() {
                let replaced = diagonal + (sourceByte == targetByte ? 0 : 1)
                diagonal = row[targetIndex + 1]
                row[targetIndex + 1] = min(replaced, diagonal + 1, row[targetIndex] + 1)
            }
        }
        return row[target.count]
    }

    private static func contains(_ part: [UInt8], in whole: [UInt8]) -> Bool {
        (0...whole.count - part.count).contains { whole[$0...].starts(with: part) }
    }
}
