/// Rules that reach a few bytes far, so that small texts have many borders.
enum SmallRules {
    static let text = """
        [[rule]]
        id = "test-id"
        title = "Id"
        severity = "medium"
        confidence = 0.6
        pattern = '(?<![A-Z0-9])KID[0-9A-F]{8}(?![A-Z0-9])'
        anchors = ["KID"]
        starts_at_anchor = true
        reach = { before = 4, after = 16 }
        examples = ["id KID{upper-hex:8}."]

        [[rule]]
        id = "test-secret"
        title = "Secret"
        severity = "high"
        confidence = 0.4
        pattern = '(?<![a-z0-9])[0-9a-f]{24}(?![a-z0-9])'
        anchors = [{ class = "hex", length = 24 }]
        starts_at_anchor = true
        reach = { before = 4, after = 4 }
        examples = ["secret {hex:24}."]

        [[rule]]
        id = "test-keyword"
        title = "Keyword"
        severity = "low"
        confidence = 0.55
        pattern = '(?i)[a-z]{0,8}token[ =:]{1,4}(?<value>[a-z0-9]{6,20})'
        anchors = [{ any_case = "token" }]
        secret = "value"
        reach = { before = 16, after = 40 }
        examples = ["my_token = {alnum:12}"]

        [[rule]]
        id = "test-block"
        title = "Block"
        severity = "low"
        confidence = 0.7
        pattern = '<<[^<>]{1,60}>>'
        anchors = ["<<<", "<<a", "<<K"]
        reach = { before = 0, after = 80 }
        examples = ["<<a{lower:20}>>", "<<K{lower:20}>>", "<<<<a{lower:5}>>"]

        [[composite]]
        id = "test-pair"
        title = "Pair"
        severity = "critical"
        confidence = 0.9
        parts = [{ role = "id", rules = ["test-id"] }, { role = "secret", rules = ["test-secret", "test-keyword"] }]
        primary = "secret"
        distance = { bytes = 60, lines = 2 }
        examples = ["KID{upper-hex:8} {hex:24}"]
        """
}
