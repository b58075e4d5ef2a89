import Findings

/// An API token of the Python Package Index: `pypi-` and a macaroon in base64url.
///
/// The caveats are those of pypi/warehouse, `warehouse/macaroons/caveats`: arrays that begin with a number, and the
/// JSON objects of older tokens.
///
/// | token | verdict | score | severity at most |
/// |---|---|---|---|
/// | parses, of pypi.org | proven | 0.97 | the rule's |
/// | parses, of test.pypi.org | proven | 0.97 | low |
/// | does not parse, or of another place | impossible | | |
struct PyPIToken: TellingCredential {
    private enum Tag {
        static let expiration = 0
        static let projectNames = 1
        static let projectIDs = 2
        static let user = 3
        static let publisher = 4
    }

    private let macaroon: Macaroon
    private let isTest: Bool

    init?(_ text: [UInt8]) {
        guard text.hasPrefix("pypi-"), let bytes = Base64.decodeEither(text[5...]), let macaroon = Macaroon(bytes),
            macaroon.location.holds("pypi.org") || macaroon.location.holds("test.pypi.org")
        else { return nil }
        self.macaroon = macaroon
        isTest = macaroon.location.holds("test.pypi.org")
    }

    var judgement: Judgement {
        Judgement(verdict: .proven, score: 0.97, severityLimit: isTest ? .low : nil)
    }

    private var caveats: [JSONValue] {
        macaroon.caveats.filter { !$0.isThirdParty }.compactMap { JSONReader.value(of: $0.identifier) }
    }

    private static func isTagged(_ caveat: JSONValue, _ tag: Int) -> Bool {
        caveat.elements.first?.integer == tag
    }

    var expiresAt: UTCTime? {
        let ends = caveats.compactMap { caveat in
            Self.isTagged(caveat, Tag.expiration) && caveat.elements.count > 1
                ? caveat.elements[1].integer : caveat["exp"]?.integer
        }
        return ends.min().flatMap { UTCTime(seconds: $0) }
    }

    var reason: String { "decodes as a macaroon of \(isTest ? "TestPyPI" : "PyPI")" }

    var details: DetailList {
        var details = DetailList()
        details.add("index", macaroon.location)
        if macaroon.identifier.isPrintable { details.add("token_id", macaroon.identifier) }
        for caveat in caveats {
            if caveat["permissions"]?.isText("user") == true { details.add("scope", "all projects of the user") }
            details.add("projects", caveat["permissions"]?["projects"]?.words)
            details.add("project_ids", caveat["project_ids"]?.words)
            guard caveat.elements.count > 1 else { continue }
            let value = caveat.elements[1].words
            if Self.isTagged(caveat, Tag.projectNames) { details.add("projects", value) }
            if Self.isTagged(caveat, Tag.projectIDs) { details.add("project_ids", value) }
            if Self.isTagged(caveat, Tag.user) { details.add("user_id", value) }
            if Self.isTagged(caveat, Tag.publisher) { details.add("publisher_id", value) }
        }
        return details
    }
}
