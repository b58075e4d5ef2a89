import RuleCompilation
import TOMLKit

/// One table of another scanner's TOML, with the place where it stands. Keys are found in any case, as gitleaks does.
struct ForeignTable {
    private let table: TOMLTable
    private let lines: TOMLLineIndex
    private let path: String
    private let names: [String: String]

    private init(_ table: TOMLTable, lines: TOMLLineIndex, path: String) {
        self.table = table
        self.lines = lines
        self.path = path
        names = Dictionary(table.keys.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// - Throws: `MigrationError` if the bytes are no TOML.
    init(_ bytes: [UInt8]) throws(MigrationError) {
        let text = try SourceText.checked(bytes, limit: ForeignRuleFile.maximumSize)
        // TOMLKit hands strings over as C strings: what follows a NUL would be lost without a word.
        guard !bytes.contains(0), !text.contains(#"\u0000"#) else { throw MigrationError(.nulCharacter) }
        let lines = TOMLLineIndex(bytes)
        if let malformation = lines.malformation {
            throw MigrationError(.syntax("TOML", problem: malformation.message), line: malformation.line)
        }
        do {
            self.init(try TOMLTable(string: text), lines: lines, path: "")
        } catch let error as TOMLParseError {
            throw MigrationError(
                .syntax("TOML", problem: error.description), line: max(1, error.source.begin.line))
        } catch {
            throw MigrationError(.syntax("TOML", problem: "it cannot be read"))
        }
    }

    var keys: [String] { names.keys.sorted() }

    /// From 1.
    var line: Int { lines.line(of: path) }

    func line(of key: String) -> Int { lines.line(of: path.isEmpty ? real(key) : "\(path).\(real(key))") }

    func has(_ key: String) -> Bool { value(key) != nil }

    /// `nil` if there is none. Numbers and the like are no text.
    func text(_ key: String) throws(MigrationError) -> String? {
        guard let value = value(key) else { return nil }
        guard let text = value.string else { throw bad(key, "it must be a string") }
        return text
    }

    func texts(_ key: String) throws(MigrationError) -> [String] {
        guard let value = value(key) else { return [] }
        guard let array = value.array else { throw bad(key, "it must be an array of strings") }
        var texts: [String] = []
        for element in array {
            guard let text = element.string else { throw bad(key, "it must be an array of strings") }
            texts.append(text)
        }
        return texts
    }

    func number(_ key: String) throws(MigrationError) -> Double? {
        guard let value = value(key) else { return nil }
        guard let number = value.double ?? value.int.map(Double.init), number.isFinite else {
            throw bad(key, "it must be a number")
        }
        return number
    }

    func integer(_ key: String) throws(MigrationError) -> Int? {
        guard let value = value(key) else { return nil }
        guard let number = value.int else { throw bad(key, "it must be an integer") }
        return number
    }

    func flag(_ key: String) throws(MigrationError) -> Bool {
        guard let value = value(key) else { return false }
        guard let flag = value.bool else { throw bad(key, "it must be true or false") }
        return flag
    }

    /// The table or the tables at `key`.
    func tables(_ key: String) throws(MigrationError) -> [ForeignTable] {
        guard let value = value(key) else { return [] }
        let place = path.isEmpty ? real(key) : "\(path).\(real(key))"
        if let table = value.table { return [ForeignTable(table, lines: lines, path: place)] }
        guard let array = value.array else { throw bad(key, "it must be a table") }
        var tables: [ForeignTable] = []
        for (position, element) in array.enumerated() {
            guard let table = element.table else { throw bad(key, "it must be an array of tables") }
            tables.append(ForeignTable(table, lines: lines, path: "\(place)[\(position)]"))
        }
        return tables
    }

    func bad(_ key: String, _ problem: String) -> MigrationError {
        MigrationError(.badValue(key: key, problem: problem), line: line(of: key))
    }

    private func real(_ key: String) -> String { names[key.lowercased()] ?? key }

    private func value(_ key: String) -> TOMLValueConvertible? {
        names[key.lowercased()].flatMap { table[$0] }
    }
}
