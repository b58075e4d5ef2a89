/// Which files beside `refs` are references.
///
/// Format: git's Documentation/gitglossary, "pseudoref", and Documentation/gitrepository-layout.
enum RootReference {
    private static let irregular = [
        "AUTO_MERGE", "BISECT_EXPECTED_REV", "BISECT_START", "MERGE_AUTOSTASH", "NOTES_MERGE_PARTIAL",
        "NOTES_MERGE_REF",
    ]

    /// Capital letters, `_` and `-`; the last word is `HEAD`, or it is one of a few others.
    static func isName(_ name: [UInt8]) -> Bool {
        let isUpper = name.allSatisfy {
            $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
        }
        guard isUpper else { return false }
        return name.elementsEqual("HEAD".utf8) || name.suffix(5).elementsEqual("_HEAD".utf8)
            || irregular.contains { name.elementsEqual($0.utf8) }
    }

    /// Whether it may name several objects, one a line.
    static func isList(_ name: [UInt8]) -> Bool {
        name.elementsEqual("FETCH_HEAD".utf8) || name.elementsEqual("MERGE_HEAD".utf8)
    }

    /// Whether it holds the name of a branch as often as that of an object.
    static func mayBeText(_ name: [UInt8]) -> Bool {
        name.elementsEqual("BISECT_START".utf8)
    }
}
