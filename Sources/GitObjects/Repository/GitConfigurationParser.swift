// A file is lines of three kinds: `[section "subsection"]`, `key = value`, and comments. A header may have a key
// behind it on its line. A value ends at the end of its line, unless a backslash stands there.

/// Takes a configuration file apart. One pass, no recursion.
struct GitConfigurationParser {
    private let content: [UInt8]
    private var position = 0
    private var line = 1
    private var section: [UInt8]?
    private var subsection: [UInt8]?

    init(_ content: [UInt8]) {
        self.content = content
        // A byte order mark.
        if content.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    mutating func settings() throws(GitConfigurationError) -> [GitConfiguration.Setting] {
        var settings: [GitConfiguration.Setting] = []
        while let byte = take() {
            switch byte {
            case UInt8(ascii: "\n"), UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): continue
            case UInt8(ascii: "#"), UInt8(ascii: ";"): skipLine()
            case UInt8(ascii: "["): try takeHeader()
            default: settings.append(try setting(startingWith: byte))
            }
        }
        return settings
    }

    /// The next byte; a carriage return in front of a line feed is passed over.
    private mutating func take() -> UInt8? {
        guard position < content.count else { return nil }
        if content[position] == UInt8(ascii: "\r"), position + 1 < content.count,
            content[position + 1] == UInt8(ascii: "\n")
        {
            position += 1
        }
        let byte = content[position]
        position += 1
        if byte == UInt8(ascii: "\n") { line += 1 }
        return byte
    }

    /// The fault is on the line of the last byte that was taken.
    private func fault() -> GitConfigurationError {
        let isBehindLineEnd = position > 0 && content[position - 1] == UInt8(ascii: "\n")
        return GitConfigurationError(line: isBehindLineEnd ? line - 1 : line)
    }

    private mutating func skipLine() {
        while let byte = take(), byte != UInt8(ascii: "\n") {}
    }

    private mutating func takeHeader() throws(GitConfigurationError) {
        var name: [UInt8] = []
        subsection = nil
        while let byte = take() {
            if byte == UInt8(ascii: "]") {
                // The old spelling, `[section.subsection]`, in lower case.
                if subsection == nil, let dot = name.firstIndex(of: UInt8(ascii: ".")) {
                    subsection = Array(name[(dot + 1)...])
                    name.removeSubrange(dot...)
                }
                section = name
                return
            }
            if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
                try takeSubsection()
                guard take() == UInt8(ascii: "]") else { throw fault() }
                section = name
                return
            }
            guard Self.isNameByte(byte) || byte == UInt8(ascii: ".") else { throw fault() }
            name.append(contentsOf: [byte].lowercased)
        }
        throw fault()
    }

    private mutating func takeSubsection() throws(GitConfigurationError) {
        var byte = take()
        while byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { byte = take() }
        guard byte == UInt8(ascii: "\"") else { throw fault() }
        var name: [UInt8] = []
        while let byte = take(), byte != UInt8(ascii: "\n") {
            if byte == UInt8(ascii: "\"") {
                subsection = name
                return
            }
            guard byte == UInt8(ascii: "\\") else {
                name.append(byte)
                continue
            }
            guard let escaped = take(), escaped != UInt8(ascii: "\n") else { throw fault() }
            name.append(escaped)
        }
        throw fault()
    }

    private mutating func setting(startingWith first: UInt8) throws(GitConfigurationError) -> GitConfiguration.Setting {
        guard let section, Self.isNameByte(first), first > UInt8(ascii: "9") else { throw fault() }
        var key = [first]
        var byte = take()
        while let next = byte, Self.isNameByte(next) {
            key.append(next)
            byte = take()
        }
        while byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { byte = take() }
        var value: [UInt8]?
        switch byte {
        case UInt8(ascii: "="): value = try takeValue()
        case UInt8(ascii: "#"), UInt8(ascii: ";"): skipLine()
        case nil, UInt8(ascii: "\n"): break
        default: throw fault()
        }
        return GitConfiguration.Setting(section: section, subsection: subsection, key: key.lowercased, value: value)
    }

    private mutating func takeValue() throws(GitConfigurationError) -> [UInt8] {
        var value: [UInt8] = []
        // How much of the value stays when spaces at its end go.
        var kept = 0
        var isQuoted = false
        while let byte = take(), byte != UInt8(ascii: "\n") {
            switch byte {
            case UInt8(ascii: "\""):
                isQuoted.toggle()
                kept = value.count
            case UInt8(ascii: "\\"):
                guard let escaped = try takeEscape() else { continue }
                value.append(escaped)
                kept = value.count
            case UInt8(ascii: "#") where !isQuoted, UInt8(ascii: ";") where !isQuoted:
                skipLine()
                return Array(value[..<kept])
            case UInt8(ascii: " ") where !isQuoted, UInt8(ascii: "\t") where !isQuoted:
                if !value.isEmpty { value.append(byte) }
            default:
                value.append(byte)
                kept = value.count
            }
        }
        guard !isQuoted else { throw fault() }
        return Array(value[..<kept])
    }

    /// - Returns: `nil` for a line end: the value goes on in the next line.
    private mutating func takeEscape() throws(GitConfigurationError) -> UInt8? {
        switch take() {
        case UInt8(ascii: "\n"): return nil
        case UInt8(ascii: "n"): return UInt8(ascii: "\n")
        case UInt8(ascii: "t"): return UInt8(ascii: "\t")
        case UInt8(ascii: "b"): return 8
        case UInt8(ascii: "\""): return UInt8(ascii: "\"")
        case UInt8(ascii: "\\"): return UInt8(ascii: "\\")
        default: throw fault()
        }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }
}
