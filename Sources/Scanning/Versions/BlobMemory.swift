import Blobs

/// What is remembered of a blob while the versions that are made from it are scanned.
public struct BlobMemory: Sendable {
    /// Bytes of the blob.
    let count: Int

    /// Whether versions may take anything over: the blob is text without zero bytes, and all of it was examined.
    let isPlain: Bool

    /// The matches, in order of their anchors.
    let matches: [RawMatch]

    /// The candidates of far rules, whether they matched or not, in order of their anchors.
    let farCandidates: [Candidate]

    /// Whether the path of the blob, or of one that it is made from, matters to what is found in it.
    let isPathDependent: Bool

    /// Nothing that a version could take over.
    public static let none = BlobMemory(count: 0, isPlain: false)

    init(
        count: Int, isPlain: Bool, matches: [RawMatch] = [], farCandidates: [Candidate] = [],
        isPathDependent: Bool = false
    ) {
        self.isPathDependent = isPathDependent
        self.count = count
        self.isPlain = isPlain
        self.matches = matches.sorted { $0.anchor < $1.anchor }
        self.farCandidates = farCandidates.sorted { $0.anchor.lowerBound < $1.anchor.lowerBound }
    }

    /// The elements with a place in `range`, in an array that is in order of these places.
    ///
    /// - Complexity: O(log n)
    static func part<Element>(
        of elements: [Element], in range: Range<Int>, by place: (Element) -> Int
    ) -> ArraySlice<Element> {
        let start = elements.partitioningIndex { place($0) >= range.lowerBound }
        let end = elements.partitioningIndex { place($0) >= range.upperBound }
        return elements[start..<end]
    }
}
