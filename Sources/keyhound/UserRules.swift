import Blobs
import Migration
import RuleCompilation

/// A rule file of the user: Keyhound's own, or another scanner's, carried over.
struct UserRules {
    /// Rule files of other scanners are larger than ours may be.
    static let largest = 4 << 20

    let file: RuleFile

    /// - Throws: `Refusal`.
    init(_ name: String) throws {
        let bytes = try SmallFile.bytes(of: RawPath(name), limit: Self.largest + 1)
        guard let format = ForeignRules.format(of: bytes) else {
            file = RuleFile(name: name, bytes: bytes)
            return
        }
        let converted = try Self.convert(bytes, as: format, name: name)
        file = RuleFile(name: name, bytes: Array(converted.toml.utf8))
        let notes =
            converted.notes.isEmpty ? "" : ", with \(converted.notes.count) notes: keyhound rules convert \(name)"
        StandardStreams.writeError("keyhound: \(name): \(converted.ruleCount) rules of \(format.rawValue)\(notes)\n")
    }

    /// - Throws: `Refusal`, also where no rule can be carried over.
    static func convert(_ bytes: [UInt8], as format: ForeignRuleFormat, name: String) throws -> ConvertedRules {
        let converted: ConvertedRules
        do throws(MigrationError) {
            converted = try ForeignRules.convert(bytes, as: format)
        } catch {
            throw Refusal(error, in: name)
        }
        guard converted.ruleCount > 0 else {
            throw Refusal("\(name): no rule can be carried over\n\(notes(converted, name: name))")
        }
        return converted
    }

    /// What could not be carried over, a line each.
    static func notes(_ converted: ConvertedRules, name: String) -> String {
        converted.notes.map { note in
            let place = note.line.map { ":\($0)" } ?? ""
            let rule = note.rule.map { "rule '\($0)': " } ?? ""
            return "\(name)\(place): \(rule)\(note.text)\n"
        }.joined()
    }
}
