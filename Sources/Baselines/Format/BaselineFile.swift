/// What a baseline's file says: see `Baseline` for the format.
struct BaselineFile {
    let header: BaselineHeader

    /// From 1.
    let headerLine: Int

    /// In the order of their lines, none of them twice.
    let entries: [Baseline.Entry]

    /// - Complexity: O(n) in bytes.
    init(_ bytes: [UInt8]) throws(BaselineError) {
        guard bytes.count <= Baseline.largest else { throw .tooLarge(bytes: bytes.count) }
        // Some editors put a byte order mark in front.
        var rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        var number = 0
        var header: (value: BaselineHeader, line: Int)?
        var entries: [Baseline.Entry] = []
        // By what they say: a merge may bring the same one twice.
        var known: Set<[UInt8]> = []
        while !rest.isEmpty {
            let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
            let line = rest[..<end]
            rest = rest[min(end + 1, rest.endIndex)...]
            number += 1
            guard let members = try Self.members(of: line, number: number) else { continue }
            if header == nil || members.contains(where: { $0.name == BaselineHeader.mark }) {
                let new = try BaselineHeader(members, line: number)
                guard header == nil || header?.value == new else { throw .conflictingHeader(line: number) }
                header = header ?? (new, number)
                continue
            }
            var reader = EntryReader(members, line: number)
            let entry = try reader.entry()
            guard known.insert(EntryWriter.line(entry)).inserted else { continue }
            guard entries.count < Baseline.mostEntries else { throw .tooManyEntries(line: number) }
            entries.append(entry)
        }
        guard let header else { throw .malformed(line: 1, what: "it is empty, and should have a header") }
        (self.header, headerLine, self.entries) = (header.value, header.line, entries)
    }

    /// The members of a line's object; `nil` for a blank line.
    private static func members(of line: ArraySlice<UInt8>, number: Int) throws(BaselineError) -> [JSONMember]? {
        if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return nil }
        if conflictMarkers.contains(where: { line.starts(with: $0) }) { throw .conflictMarker(line: number) }
        do {
            return try JSONScanner.members(of: line)
        } catch {
            throw .malformed(line: number, what: "\(error.what), at byte \(error.column) of the line")
        }
    }

    private static let conflictMarkers = ["<", "=", ">", "|"].map { Array(String(repeating: $0, count: 7).utf8) }
}
