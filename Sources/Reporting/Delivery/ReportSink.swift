/// Where the bytes of a report go, piece by piece.
public protocol ReportSink: ~Copyable {
    /// Takes all of `bytes`.
    ///
    /// - Throws: `DeliveryError` when they cannot all be taken. What a sink holds is then not a report.
    mutating func write(_ bytes: [UInt8]) throws(DeliveryError)
}
