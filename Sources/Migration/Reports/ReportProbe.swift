/// The names of the keys of a JSON object, by which reports are told apart.
struct ReportProbe: Decodable {
    let keys: Set<String>

    init(from decoder: any Decoder) throws {
        keys = Set(try decoder.container(keyedBy: AnyKey.self).allKeys.map(\.stringValue))
    }

    /// The tool whose object it is; `nil` if it is none.
    var shape: ReportShape? {
        if keys.contains("runs") { return .sarif }
        if keys.isSuperset(of: ["results", "plugins_used"]) || keys.isSuperset(of: ["results", "generated_at"]) {
            return .detectSecrets
        }
        if keys.isSuperset(of: ["schema_version", "findings"]) { return .betterleaks }
        if keys.isSuperset(of: ["schema_version", "finding"]) { return .betterleaksLine }
        if keys.isSuperset(of: ["rule", "finding"]) { return .kingfisherLine }
        if keys.contains("findings") { return .kingfisher }
        if keys.contains("SourceMetadata") { return .truffleHogLine }
        if keys.isSuperset(of: ["RuleID", "File"]) { return .gitleaksLine }
        return nil
    }
}

/// The kinds of JSON objects that reports are made of.
enum ReportShape: Sendable {
    case sarif, detectSecrets, betterleaks, betterleaksLine, kingfisher, kingfisherLine, truffleHogLine, gitleaksLine
}

/// The keys of the first element of a JSON array.
struct ArrayProbe: Decodable {
    let first: ReportProbe?

    init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        first = container.isAtEnd ? nil : try container.decode(ReportProbe.self)
    }
}
