extension [UInt8] {
    /// Whether `part` stands anywhere in these bytes.
    ///
    /// - Complexity: O(nm), for short parts of texts of a few kilobytes.
    func holds(_ part: [UInt8]) -> Bool {
        indices.contains { self[$0...].starts(with: part) }
    }
}
