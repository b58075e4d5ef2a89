import Blobs
import BuiltInRules
import Crypto
import Findings
import PCRE2
import RuleCompilation
import Rules

/// The rules of this run: the built-in ones and the user's, less what was left out.
struct LoadedRules {
    let rules: RuleSet

    /// What the selection was made from, for the hash.
    private let tables: [RuleTable]

    /// - Throws: `Refusal`, with every problem of every file.
    init(_ options: RuleOptions) throws {
        var tables = [BuiltInRules.table]
        do {
            let builtIn = try RuleSet(tables)
            if !options.rules.isEmpty {
                let files = try options.rules.map { try RuleFileReading.read($0) }
                let compiled = try RuleFileCompiler(for: .user, known: builtIn.allIDs).compile(files)
                tables.append(try compiled.table())
            }
            let all = tables.count == 1 ? builtIn : try RuleSet(tables)
            rules = try all.selecting(only: options.only?.items, disabling: options.disable?.items ?? [])
            self.tables = tables
        } catch let error as RuleFileErrors {
            throw Refusal("the rules cannot be used\n\(error)")
        } catch let error as RuleSetError {
            throw Refusal(error.description)
        } catch let error as RuleTableError {
            throw Refusal("\(error)")
        }
        guard rules.count > 0 else { throw Refusal("no rule is left: check --only and --disable") }
    }

    func tool(usesJIT: Bool) -> ToolDescription {
        ToolDescription(
            name: "keyhound", version: Keyhound.version, rulesSHA256: sha256, pcre2Version: PCRE2Library.version,
            usesJIT: usesJIT)
    }

    /// Over the tables and the ids that are in use.
    private var sha256: String {
        var hash = SHA256()
        for table in tables { hash.update(data: table.encoded) }
        for id in rules.allIDs { hash.update(data: Array((id + "\n").utf8)) }
        return hash.finalize().map { byte in
            String(byte >> 4, radix: 16) + String(byte & 0xF, radix: 16)
        }.joined()
    }
}
