import Databases
import Testing

/// Names that stand in cells.
@Suite struct SettingColumnsTests {
    private func text(_ columns: String, _ values: String, table: String = "t") throws -> String? {
        try ReadDatabase(TestDatabase("CREATE TABLE \(table) (\(columns))", "INSERT INTO \(table) VALUES \(values)"))
            .text(table)
    }

    @Test func aSettingHasItsOwnName() throws {
        #expect(
            try text("key TEXT UNIQUE ON CONFLICT REPLACE, value BLOB", "('github.auth', 'x y')")
                == "key = \"github.auth\"\ngithub.auth = \"x y\"\n\n")
        #expect(
            try text("option_id INTEGER PRIMARY KEY, option_name, option_value, autoload", "(1, 'siteurl', 'x', 'yes')")
                == "option_id = 1\noption_name = \"siteurl\"\nsiteurl = \"x\"\nautoload = \"yes\"\n\n")
        #expect(try text("Value, Name", "('v', 'n')") == "n = \"v\"\nName = \"n\"\n\n")
        #expect(try text("id, data", "('n', x'00')") == "id = \"n\"\nn = \"00\"\n\n")
    }

    @Test func whatIsNoNameIsNone() throws {
        for name in ["a=b", "it''s", "line' || char(10) || 'break", "", String(repeating: "n", count: 129)] {
            let written = try #require(try text("key, value", "('\(name)', 'v')"))
            #expect(written.hasSuffix("\nt.value = \"v\"\n\n") || name.isEmpty && written == "t.value = \"v\"\n\n")
        }
        #expect(try text("key, value", "(5, 'v')") == "key = 5\nt.value = \"v\"\n\n")
    }

    @Test func aVagueColumnHasTheNameOfItsTableToo() throws {
        #expect(try text("user, value", "('u', 'v')", table: "tokens") == "user = \"u\"\ntokens.value = \"v\"\n\n")
        #expect(try text("user, kind", "('u', 'v')", table: "tokens") == "user = \"u\"\nkind = \"v\"\n\n")
    }
}
