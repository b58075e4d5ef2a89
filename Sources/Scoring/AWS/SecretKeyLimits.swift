/// The least value of one statistic that passes, in the statistic's own unit.
///
/// Both are quantiles over uniform random keys, so they fix the share of real secrets that
/// pass and owe nothing to the look-alikes. They stand in the file that `train.py` writes.
/// The shares of the six tests add up to 0.62 % alone and to 0.026 % beside a keyword.
struct SecretKeyLimits: Sendable {
    /// For a key that stands alone.
    let alone: Int32

    /// For a key beside a keyword or a key id: lower than `alone`.
    let besideKeyword: Int32

    /// Where `value` stands between the two limits, in steps of 1/64: 0 is `besideKeyword`, 64 is `alone`.
    ///
    /// This is the common scale on which the statistics are compared.
    func margin(_ value: Int32) -> Int32 {
        let distance = (value - besideKeyword) * 64
        let width = alone - besideKeyword
        return distance >= 0 ? distance / width : (distance - width + 1) / width
    }
}
