import Findings

/// Gathers what a credential tells, in the order of the report.
struct DetailList {
    /// The most bytes of a value. Longer ones are cut: they come from whoever made the credential.
    private static let longestValue = 160

    private(set) var all: [Finding.Detail] = []

    init() {}

    /// Adds nothing if there is no value, or an empty one.
    mutating func add(_ name: String, _ value: some Collection<UInt8>) {
        guard !value.isEmpty else { return }
        add(name, String(decoding: value.prefix(Self.longestValue), as: UTF8.self))
    }

    mutating func add(_ name: String, _ value: (some Collection<UInt8>)?) {
        if let value { add(name, value) }
    }

    mutating func add(_ name: String, _ value: String?) {
        if let value, !value.isEmpty { all.append(Finding.Detail(name: name, value: value)) }
    }

    mutating func add(_ name: String, _ time: UTCTime?) {
        add(name, time?.rfc3339)
    }
}
