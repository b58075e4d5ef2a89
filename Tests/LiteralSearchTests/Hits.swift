import LiteralSearch

/// Collects what a searcher gives piece by piece.
enum Hits {
    /// All hits, in order of offset, then of index.
    static func all(
        startingAt start: Int, _ search: (_ position: inout Int, _ hits: inout LiteralHits) -> Bool
    ) -> [LiteralHit] {
        var position = start
        var hits = LiteralHits()
        var all: [LiteralHit] = []
        while search(&position, &hits) { all += (0..<hits.count).map { hits[$0] } }
        return all.sorted { ($0.offset, $0.index) < ($1.offset, $1.index) }
    }
}

extension Kernel {
    /// Those that can be tried here.
    static let supported = allCases.filter(\.isSupported)
}
