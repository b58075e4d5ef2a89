import GitObjects
import Testing

@Suite("Configuration files")
struct GitConfigurationTests {
    private func value(_ content: String, _ key: String = "key", subsection: String? = nil) throws -> String? {
        try GitConfiguration(utf8(content)).value("a", key, subsection: subsection.map(utf8)).map { text($0) }
    }

    @Test(
        "Values are read as git reads them",
        arguments: [
            "key = plain", "key=plain", "  KEY =\tplain   ", "key = two  words ; remark",
            "key = \"quoted # \" # remark",
            "key = a\\\\b\\\"c\\td", "key = one\\\ntwo", "key = one \\\n  two", "key =", "key = \"\"",
            "key = a\"b c\"d  ",
            "key = 1\nkey = 2", "key = x\r\n", "key = é", "# key = no\nkey = yes ; # x", "key = a;b", "key = 'x'",
            "key = \"a \\\n b\"",
        ])
    func values(line: String) throws {
        let fixture = try GitFixture()
        let content = "[a]\n" + line + "\n"
        try fixture.write("config", content)
        #expect(try value(content) == (try fixture.run("git config -f config a.key")))
    }

    @Test("Sections and subsections")
    func sections() throws {
        let content = """
            \u{FEFF}[A] key = 1
            [a "Sub \\"x\\" \\y"]
            key = 2
            [a.Old]key = 3
            [b]
            key = 4
            [a]other
            """
        #expect(try value(content) == "1")
        #expect(try value(content, subsection: "Sub \"x\" y") == "2")
        #expect(try value(content, subsection: "old") == "3")
        #expect(try value(content, "other") == "")
        #expect(try value(content, "none") == nil)
        #expect(try GitConfiguration(utf8(content)).boolean("a", "other") == true)
    }

    @Test(
        "Truth values",
        arguments: [
            ("key", true), ("key = Yes", true), ("key = on", true), ("key = 2", true), ("key = TRUE", true),
            ("key =", false), ("key = off", false), ("key = 0", false), ("key = no", false), ("key = maybe", nil),
        ] as [(String, Bool?)])
    func booleans(line: String, expected: Bool?) throws {
        #expect(try GitConfiguration(utf8("[a]\n" + line)).boolean("a", "key") == expected)
    }

    @Test(
        "What git refuses is refused, with its line",
        arguments: [
            ("key = 1", 1), ("[a", 1), ("[a]\nkey = \"x\n", 2), ("[a]\n1key = x", 2), ("[a]\nkey x", 2),
            ("[a \"x]\n", 1), ("[a]\n\nkey = \\x", 3), ("[a]\nk_y = 1", 2), ("[a b]", 1), ("[a]\n=", 2),
            ("[a \"b\"", 1),
        ])
    func refused(content: String, line: Int) {
        var found: Int?
        do { _ = try GitConfiguration(utf8(content)) } catch { found = error.line }
        #expect(found == line)
    }

    @Test("Cut or changed anywhere, it is read or refused")
    func hostile() {
        let content = utf8("[core \"x\\\"\"] ; c\n\tkey = \"a\\\n b\" # x\r\nflag\n[s.t]\nk=v")
        for count in content.indices {
            _ = try? GitConfiguration(Array(content[..<count]))
            for byte in utf8("\0\n\r\\\"[]=;") {
                var broken = content
                broken[count] = byte
                _ = try? GitConfiguration(broken)
            }
        }
    }
}
