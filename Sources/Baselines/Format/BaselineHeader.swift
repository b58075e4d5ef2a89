import Checksums

/// The first line of a baseline: its format, its key's name, and the key itself where it is kept inside.
struct BaselineHeader: Hashable {
    /// The newest format that this program knows.
    static let version = 1

    /// Marks an object as a header.
    static let mark = "keyhound_baseline"

    /// `BaselineKey.id`: tells a wrong key from a right one, with which nothing was found.
    let keyID: String

    /// The key; `nil` where it is kept outside.
    let key: [UInt8]?

    /// Members that this program does not know, in order.
    let others: [JSONMember]

    init(keyID: String, key: [UInt8]?, others: [JSONMember] = []) {
        self.keyID = keyID
        self.key = key
        self.others = others
    }

    init(_ members: [JSONMember], line: Int) throws(BaselineError) {
        var reader = MemberReader(members, line: line)
        try Self.checkVersion(reader.take(Self.mark), line: line)
        guard let id = try reader.text("key_id"), id.utf8.count == BaselineKey.idLength,
            Hexadecimal.bytes(lowerCase: id.utf8) != nil
        else {
            throw .malformed(line: line, what: "the header needs a key_id of \(BaselineKey.idLength) lower-case digits")
        }
        keyID = id
        key = try reader.text("key").map { digits throws(BaselineError) in
            guard let bytes = Hexadecimal.bytes(lowerCase: digits.utf8), bytes.count == BaselineKey.lengthInside else {
                throw .malformed(
                    line: line, what: "the header's key needs \(BaselineKey.lengthInside * 2) lower-case digits")
            }
            return bytes
        }
        others = reader.others
    }

    /// The header's line, without a line end.
    var serialized: [UInt8] {
        var json = JSONLineWriter()
        json.add(Self.mark, raw: Array(String(Self.version).utf8))
        json.add("key_id", keyID)
        json.add("key", key.map { Hexadecimal.text($0) })
        for member in others { json.add(member.name, raw: member.value) }
        return json.finished
    }

    /// A newer format may have anything in its header, so this comes before all else.
    private static func checkVersion(_ value: [UInt8]?, line: Int) throws(BaselineError) {
        guard let value else {
            throw .malformed(line: line, what: "its first line should be a header, an object with \(mark)")
        }
        let isNumeral = !value.isEmpty && value.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
        guard isNumeral, value != [UInt8(ascii: "0")] else {
            throw .malformed(line: line, what: "the header's format is not a number from 1")
        }
        let number = Int(String(decoding: value, as: UTF8.self)) ?? Int.max
        guard number <= version else { throw .newer(version: number) }
    }
}
