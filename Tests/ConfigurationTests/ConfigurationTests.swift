import RuleCompilation
import Testing

@testable import Configuration

@Suite struct ConfigurationTests {
    /// Every key there is, each with a value that gives an option.
    static let everyKey = """
        [rules]
        files = ["a.toml", "/b/c.toml"]
        only = ["x", "y"]
        disable = ["z"]
        [scan]
        include = ["*.py"]
        exclude = ["vendor", "*.min.js"]
        with_git = true
        follow = true
        max_file_size = "10M"
        max_depth = 3
        max_expanded = "2G"
        decoder_memory = "64M"
        [results]
        min_confidence = "high"
        fail_on = "high"
        fail_on_severity = "low"
        accept_incomplete = ["size", "shallow"]
        every_location = true
        report_impossible = true
        inline_allow = false
        baseline = "b"
        strict_baseline = true
        fingerprint_key_file = "key"
        [work]
        jobs = 3
        timeout = "5m"
        """

    private func words(_ text: String, name: String = "k.toml") throws -> [String] {
        try Configuration(parsing: Array(text.utf8), name: name).settings.map { setting in
            setting.option + (setting.value.map { "=" + $0 } ?? "")
        }
    }

    private func problem(_ text: String) -> String {
        do {
            _ = try words(text)
            return "none"
        } catch {
            return "\(error)"
        }
    }

    @Test func everyKeyBecomesAnOption() throws {
        #expect(
            try words(Self.everyKey, name: "etc/k.toml") == [
                "--rules=etc/a.toml", "--rules=/b/c.toml", "--only=x,y", "--disable=z", "--include=*.py",
                "--exclude=vendor", "--exclude=*.min.js", "--with-git", "--follow", "--max-file-size=10M",
                "--max-depth=3", "--max-expanded=2G", "--decoder-memory=64M",
                "--min-confidence=high", "--fail-on=high", "--fail-on-severity=low", "--accept-incomplete=size,shallow",
                "--every-location", "--report-impossible", "--no-inline-allow", "--baseline=etc/b", "--strict-baseline",
                "--fingerprint-key-file=etc/key", "--jobs=3", "--timeout=5m",
            ])
    }

    @Test func whatIsOffGivesNoOption() throws {
        #expect(try words("[scan]\nfollow = false\n[results]\ninline_allow = true\nstrict_baseline = false").isEmpty)
        #expect(try words("").isEmpty)
    }

    @Test func settingsKnowTheirLineAndScope() throws {
        let text = "# comment\n[scan]\n\nmax_file_size = 'x'\n[work]\ntimeout = '5'\n"
        let settings = try Configuration(parsing: Array(text.utf8), name: "k").settings
        #expect(settings.map(\.line) == [4, 6] && settings.map(\.scope) == [.files, .work])
        #expect(settings.map(\.key) == ["max_file_size", "timeout"])
    }

    @Test(arguments: [
        ("[results]\nmin_confidnce = 'high'", "k.toml:2: error: unknown key 'min_confidnce'"),
        ("x = 1", "k.toml:1: error: unknown key 'x'"),
        ("\n[result]\n", "k.toml:2: error: unknown key 'result'"),
        ("[work]\njobs = '3'", "k.toml:2: error: 'jobs' is a string"),
        ("[work]\njobs = 0", "k.toml:2: error: 'jobs' is out of range"),
        ("[results]\nmin_confidence = 'most'", "k.toml:2: error: 'min_confidence' cannot be 'most'"),
        ("[scan]\nexclude = 'x'", "k.toml:2: error: 'exclude' is a string"),
        ("[scan]\nexclude = ['x', 1]", "must be an array of strings"),
        ("[scan\n", "not TOML"), ("scan = 1", "'scan' is an integer: it must be a table"),
    ])
    func whatIsWrongIsSaidWithItsLine(_ text: String, _ expected: String) {
        #expect(problem(text).contains(expected), "\(problem(text))")
    }
}
