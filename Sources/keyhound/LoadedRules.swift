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

    /// The user's rules, as far as there are any, for the hash.
    private let userTable: RuleTable?

    /// Whether some rules were left out.
    private let isSelection: Bool

    /// - Throws: `Refusal`, with every problem of every file.
    init(_ options: RuleOptions) throws {
        do {
            let builtIn = try RuleSet([BuiltInRules.table])
            var (all, userTable) = (builtIn, RuleTable?.none)
            if !options.rules.isEmpty {
                let files = try options.rules.map { try UserRules($0).file }
                let compiled = try RuleFileCompiler(for: .user, known: builtIn.allIDs).compile(files)
                let table = try compiled.table()
                all = try RuleSet([BuiltInRules.table, table])
                userTable = table
            }
            rules = try all.selecting(only: options.only?.items, disabling: options.disable?.items ?? [])
            self.userTable = userTable
            isSelection = rules.count < all.count || rules.composites.count < all.composites.count
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

    /// Over the hash of the built-in rules, the user's rules, and the ids that are in use if some were left out.
    private var sha256: String {
        var hash = SHA256()
        hash.update(data: Array(BuiltInRules.tableSHA256.description.utf8))
        if let userTable { hash.update(data: userTable.encoded) }
        for id in isSelection ? rules.allIDs : [] { hash.update(data: Array((id + "\n").utf8)) }
        return hash.finalize().map { byte in
            String(byte >> 4, radix: 16) + String(byte & 0xF, radix: 16)
        }.joined()
    }
}
