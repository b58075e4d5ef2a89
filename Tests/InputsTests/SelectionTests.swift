import Blobs
import Glibc
import Inputs
import Testing

/// Bytes in memory, handed out in small pieces.
private struct PieceSource: ByteSource {
    let content: [UInt8]
    let piece: Int

    var size: Int? { nil }

    mutating func read(into buffer: inout MutableSpan<UInt8>, at offset: Int) throws(ByteSourceError) -> Int {
        let count = min(piece, buffer.count, content.count - offset)
        for index in 0..<count { buffer[index] = content[offset + index] }
        return count
    }
}

private struct FailingSource: ByteSource {
    var size: Int? { nil }
    mutating func read(into buffer: inout MutableSpan<UInt8>, at offset: Int) throws(ByteSourceError) -> Int {
        throw ByteSourceError(offset: offset, errorNumber: EIO)
    }
}

extension InputsTests {
    @Suite struct SelectionTests {
        private func paths<Source: ByteSource & ~Copyable>(_ list: consuming FileList<Source>) throws -> [RawPath] {
            var list = list
            var all: [RawPath] = []
            while let path = try list.nextPath() { all.append(path) }
            return all
        }

        @Test func listsAreReadInAnyPieces() throws {
            let lines = bytes("a\n\n\nb c\r\nlong/er\n") + [0xFF, 0x0A] + bytes("last")
            let expected = [RawPath("a"), RawPath("b c\r"), RawPath("long/er"), RawPath([0xFF]), RawPath("last")]
            for piece in 1...lines.count {
                for bufferSize in [1, 2, 5, 64] {
                    let source = PieceSource(content: lines, piece: piece)
                    #expect(try paths(FileList(source, bufferSize: bufferSize)) == expected)
                }
            }
            let nul = PieceSource(content: bytes("a\nb\0\0c\0"), piece: 2)
            #expect(try paths(FileList(nul, separator: .nul)) == [RawPath("a\nb"), RawPath("c")])
            #expect(try paths(FileList(PieceSource(content: [], piece: 1))).isEmpty)
        }

        @Test func listsThatCannotBeRead() {
            let long = PieceSource(content: bytes("ok\n12345678\n123456789\n"), piece: 3)
            #expect(inputError { _ = try paths(FileList(long, nameLimit: 8, bufferSize: 4)) } == .nameTooLong(limit: 8))
            let zeros = PieceSource(content: bytes("a\0b\n"), piece: 9)
            #expect(inputError { _ = try paths(FileList(zeros)) } == .invalidName)
            #expect(inputError { _ = try paths(FileList(FailingSource())) } == .failed(errorNumber: EIO))
        }

        @Test(
            arguments: [
                // pattern, paths that match, paths that do not; a path with a slash at its end is a folder
                ("a", ["a", "x/a", "a/"], ["b", "a/b", "aa"]),
                ("*.env", [".env", "a/prod.env", "x/.env"], ["env", ".envs", "a.env/b"]),
                ("*", ["a", "a/b", "..a"], []),
                ("?", ["a", "x/y"], ["aa", ""]),
                ("node_modules/", ["node_modules/", "a/node_modules/"], ["node_modules", "a/node_modules"]),
                ("/a", ["a"], ["x/a"]),
                ("/a/", ["a/"], ["a", "x/a/"]),
                ("a/b", ["a/b"], ["x/a/b", "a/b/c", "a"]),
                ("a/*", ["a/b"], ["a", "a/b/c"]),
                ("a/*/c", ["a/b/c"], ["a/c", "a/b/b/c"]),
                ("**/a", ["a", "x/a", "x/y/a"], ["a/b", "xa"]),
                ("a/**", ["a/b", "a/b/c"], ["a", "b/a"]),
                ("a/**/b", ["a/b", "a/x/b", "a/x/y/b", "a/b/b"], ["a", "b", "a/x", "x/a/b"]),
                ("**/a/**/b/**", ["a/b/c", "x/a/y/b/z/w"], ["a/b", "b/a/c"]),
                ("a/**/**/b", ["a/b", "a/x/b"], ["a"]),
                ("a**b", ["ab", "axxb"], ["a/b", "abx"]),
                ("[a-c]x", ["ax", "bx", "cx"], ["dx", "x", "-x"]),
                ("[!a-c]x", ["dx", "-x"], ["ax"]),
                ("[^a]", ["b"], ["a"]),
                ("[]a]", ["]", "a"], ["b"]),
                ("[a-]", ["a", "-"], ["b"]),
                ("[\\]]", ["]"], ["\\"]),
                ("\\*", ["*"], ["a", "\\*"]),
                ("!a", ["!a"], ["a", "b"]),
                ("a*b*c", ["abc", "aXbXc", "abcbc"], ["ab", "acb"]),
                ("caf?", ["cafe"], ["café"]),
            ] as [(String, [String], [String])])
        func globs(pattern: String, matching: [String], others: [String]) throws {
            let glob = try Glob(pattern)
            for path in matching { #expect(matches(glob, path), "\(pattern) should match \(path)") }
            for path in others { #expect(!matches(glob, path), "\(pattern) should not match \(path)") }
        }

        private func matches(_ glob: Glob, _ path: String) -> Bool {
            let isFolder = path.hasSuffix("/")
            let bytes = Array(isFolder ? path.utf8.dropLast() : path.utf8[...])
            return glob.matches(bytes.span, isDirectory: isFolder)
        }

        @Test(arguments: [
            ("", 0), ("a//b", 2), ("[a", 0), ("x[", 1), ("[]", 0), ("[z-a]", 0), ("a\\", 1), ("/", 0), ("[a/b]", 0),
        ])
        func globsThatCannotBeRead(pattern: String, offset: Int) {
            #expect(inputError { _ = try Glob(pattern) } == .invalidGlob(offset: offset))
        }

        @Test func aGlobCoversWhatIsBelow() throws {
            let folder = try Glob("b/")
            #expect(folder.covers(bytes("a/b/c").span, isDirectory: false) == true)
            #expect(folder.covers(bytes("a/b").span, isDirectory: false) == false)
            #expect(folder.covers(bytes("a/b").span, isDirectory: true) == true)
            #expect(try Glob("/b").covers(bytes("a/b/c").span, isDirectory: false) == false)
        }

        @Test func globsCostNoMoreThanPatternTimesPath() throws {
            let stars = try Glob(Array(repeating: "a*", count: 2000).joined() + "b")
            let run = [UInt8](repeating: UInt8(ascii: "a"), count: 5000)
            let depths = try Glob(Array(repeating: "**/a", count: 500).joined(separator: "/") + "/b")
            let deep = bytes(Array(repeating: "a", count: 5000).joined(separator: "/"))
            let start = ContinuousClock.now
            #expect(stars.matches(run.span, isDirectory: false) == false)
            #expect(depths.matches(deep.span, isDirectory: false) == false)
            #expect(ContinuousClock.now - start < .seconds(10))
        }
    }
}
