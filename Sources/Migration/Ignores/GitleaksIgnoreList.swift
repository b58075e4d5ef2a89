import Rules

/// The lines of a `.gitleaksignore`: https://github.com/gitleaks/gitleaks#gitleaksignore.
struct GitleaksIgnoreList: Sendable {
    struct Entry: Sendable {
        /// Of the ignore file, from 1.
        let line: Int
        /// In lower case; `nil` if every commit is meant, and files too.
        let commit: String?
    }

    private struct Place: Hashable {
        let path: [UInt8]
        let line: Int
    }

    private(set) var entries: [Entry] = []
    private(set) var notes: [String] = []
    private var entriesOfPlace: [Place: [Int]] = [:]

    init() {}

    init(parsing text: ArraySlice<UInt8>) {
        for (number, bytes) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let line = Self.trimmed(bytes)
            guard let first = line.first, first != UInt8(ascii: "#") else { continue }
            if !read(line, number: number + 1) {
                notes.append("line \(number + 1) is not of the form path:rule:line and is not taken over")
            }
        }
    }

    func entry(path: [UInt8], line: Int, commit: String?) -> Int? {
        let commit = commit?.lowercased()
        return entriesOfPlace[Place(path: path, line: line)]?.first { index in
            entries[index].commit.map { $0 == commit } ?? true
        }
    }

    /// Reads from the end, since a path may have colons. Returns `false` if it is no entry.
    private mutating func read(_ line: ArraySlice<UInt8>, number: Int) -> Bool {
        let colon = UInt8(ascii: ":")
        guard let lineStart = line.lastIndex(of: colon),
            let position = Int(String(decoding: line[(lineStart + 1)...], as: UTF8.self)), position > 0,
            let ruleStart = line[..<lineStart].lastIndex(of: colon)
        else { return false }
        var path = line[..<ruleStart]
        var commit: String?
        if let end = path.firstIndex(of: colon), Self.isCommit(path[..<end]) {
            commit = String(decoding: path[..<end], as: UTF8.self).lowercased()
            path = path[(end + 1)...]
        }
        guard !path.isEmpty else { return false }
        let place = Place(path: ForeignPath.normalized(Array(path)), line: position)
        entriesOfPlace[place, default: []].append(entries.count)
        entries.append(Entry(line: number, commit: commit))
        return true
    }

    /// The name of a commit: SHA-1 or SHA-256 in hexadecimal.
    private static func isCommit(_ bytes: ArraySlice<UInt8>) -> Bool {
        (bytes.count == 40 || bytes.count == 64) && bytes.allSatisfy(ByteClass.hex.contains)
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var bytes = bytes.drop { $0 <= 0x20 }
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        return bytes
    }
}
