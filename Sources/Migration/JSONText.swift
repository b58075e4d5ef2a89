import FoundationEssentials

/// Reads JSON into values, with errors that say the place and nothing of the content.
///
/// The decoder refuses nesting of more than 512 levels.
enum JSONText {
    /// - Parameter line: where the text stands in its file, for the error.
    static func value<Value: Decodable>(
        _ type: Value.Type, in bytes: some Collection<UInt8>, line: Int? = nil
    ) throws(MigrationError) -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch let error as DecodingError {
            throw MigrationError(reason(of: error), line: line)
        } catch {
            throw MigrationError(.syntax("JSON", problem: "it cannot be read"), line: line)
        }
    }

    private static func reason(of error: DecodingError) -> MigrationError.Reason {
        switch error {
        case .keyNotFound(let key, let context):
            .badValue(key: path(context.codingPath + [key]), problem: "it is missing")
        case .typeMismatch(_, let context):
            .badValue(key: path(context.codingPath), problem: "its value is of another type than expected")
        case .valueNotFound(_, let context):
            .badValue(key: path(context.codingPath), problem: "it has no value")
        default: .syntax("JSON", problem: "it is damaged, cut off or nested too deeply")
        }
    }

    /// Names of keys come from the types that are read, or are file names in a baseline: those are left out.
    private static func path(_ keys: [any CodingKey]) -> String {
        let parts = keys.map { key in
            if let index = key.intValue { return "[\(index)]" }
            return key is AnyKey ? "…" : key.stringValue
        }
        return parts.isEmpty ? "the whole" : parts.joined(separator: ".")
    }
}

/// A key that no type names.
struct AnyKey: CodingKey {
    let stringValue: String
    let intValue: Int? = nil

    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
