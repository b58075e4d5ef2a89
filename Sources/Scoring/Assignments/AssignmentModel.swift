/// Boosted trees that say how likely a value is a secret, as people have labelled such values.
///
/// The trees are data: `Benchmarks/assignments/train.py` learns them, and writes `AssignmentModelTables`.
enum AssignmentModel {
    /// The probability, from 0 to 1, calibrated on repositories that the trees had not seen.
    ///
    /// - Complexity: O(t · d) for t trees of depth d. Most values that are no secrets are told by the first few trees.
    static func probability(_ features: borrowing FeatureVector) -> Float {
        // The vector itself would be copied for each look at it.
        let values = features.values.span
        var margin: Float = 0
        var checkpoint = 0
        for tree in 0..<AssignmentModelTables.roots.count {
            margin += leaf(of: tree, values)
            if checkpoint < AssignmentModelTables.checkpoints.count,
                tree == AssignmentModelTables.checkpoints[checkpoint]
            {
                if margin < AssignmentModelTables.leastMargins[checkpoint] { return 0 }
                checkpoint += 1
            }
        }
        return calibrated(margin)
    }

    /// A child is the number of a node, or the complement of a leaf's.
    private static func leaf(of tree: Int, _ values: Span<Float>) -> Float {
        var node = Int(AssignmentModelTables.roots[tree])
        while node >= 0 {
            let value = values[Int(AssignmentModelTables.features[node])]
            let isLeft = value <= AssignmentModelTables.thresholds[node]
            node = Int(isLeft ? AssignmentModelTables.left[node] : AssignmentModelTables.right[node])
        }
        return AssignmentModelTables.leaves[~node]
    }

    /// Linear between the knots that were measured.
    private static func calibrated(_ margin: Float) -> Float {
        let (margins, shares) = (AssignmentModelTables.calibrationMargins, AssignmentModelTables.calibrationShares)
        guard let upper = margins.firstIndex(where: { $0 > margin }) else { return shares.last ?? 0 }
        guard upper > 0 else { return shares[0] }
        let part = (margin - margins[upper - 1]) / (margins[upper] - margins[upper - 1])
        return shares[upper - 1] + part * (shares[upper] - shares[upper - 1])
    }
}
