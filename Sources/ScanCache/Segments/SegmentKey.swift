/// What the ids of a segment are said of: a set of rules, and objects with ids of one length.
struct SegmentKey: Sendable {
    let rules: [UInt8]

    /// Bytes of one id.
    let idLength: Int

    /// The checksum of a segment of this key: the same ids under other rules have another one.
    ///
    /// Complexity: O(n) in the bytes of the ids.
    func checksum(of ids: [UInt8]) -> Int64 {
        let seed = XXHash64.hash(rules, seed: UInt64(idLength))
        return Int64(bitPattern: XXHash64.hash(ids, seed: seed))
    }
}
