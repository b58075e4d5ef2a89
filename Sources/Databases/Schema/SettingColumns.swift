/// Which columns of a table give a value that another thing has a better name for than the column.
///
/// A table of settings has the name of a setting in one cell and its value in another. And a column `value` in a table
/// `tokens` says less than the two names together.
struct SettingColumns {
    /// Columns that hold the name and the value; `nil` if there are none.
    let pair: (name: Int, value: Int)?

    private static let values = ["value", "val", "setting_value", "data", "content"]
    private static let names = [
        "key", "name", "setting", "setting_name", "setting_key", "property", "option", "param", "parameter", "variable",
        "attribute", "field", "fieldname", "path", "id",
    ]

    /// A name of a column and that of its partner end so: `option_name`, `option_value`.
    private static let valueEndings = ["_value", "value"]
    private static let nameEndings = ["_key", "_name", "key", "name"]

    /// - Parameter columns: names.
    init(_ columns: [[UInt8]]) {
        let columns = columns.map(Identifier.folded)
        pair = Self.sameStem(columns) ?? Self.known(columns)
    }

    /// Whether a column of this name says nothing about its values.
    static func isVague(_ column: [UInt8]) -> Bool { values.contains(Identifier.folded(column)) }

    private static func sameStem(_ columns: [String]) -> (name: Int, value: Int)? {
        for (index, column) in columns.enumerated() {
            guard let ending = valueEndings.first(where: { column.hasSuffix($0) }), column != ending else { continue }
            let stem = column.dropLast(ending.count)
            for ending in nameEndings {
                if let name = columns.firstIndex(of: stem + ending) { return (name, index) }
            }
        }
        return nil
    }

    private static func known(_ columns: [String]) -> (name: Int, value: Int)? {
        guard let value = values.lazy.compactMap({ columns.firstIndex(of: $0) }).first,
            let name = names.lazy.compactMap({ columns.firstIndex(of: $0) }).first
        else { return nil }
        return (name, value)
    }
}
