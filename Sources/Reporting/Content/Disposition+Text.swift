import Findings

extension Disposition {
    /// `1 canary`, `5 documentation examples`.
    func text(count: Int) -> String {
        switch self {
        case .documentationExample: Quantity.count(count, "documentation example")
        case .canary: Quantity.count(count, "canary", plural: "canaries")
        case .publicHalf: Quantity.count(count, "public key")
        case .report: Quantity.count(count, "report")
        }
    }
}
