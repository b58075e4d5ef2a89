import Testing

/// Archives for tests, written by a script of the test's own: Python has the common formats in its library.
enum ArchiveFixture {
    static let isAvailable = SystemTool.exists("python3")

    /// Runs a script in the folder. `k` makes the bytes of a line with a credential, from a number; `zipped` and
    /// `tarred` make archives of pairs of name and content.
    static func write(_ script: String, in folder: TemporaryFolder) throws {
        let lines = (0..<40).map { Sample.line($0) }.joined(separator: "\n")
        try folder.write(".lines", lines)
        let outcome = try Command(["python3", "-c", preamble + script]).with { $0.folder = folder.path }.run()
        try #require(outcome.code == 0, "\(outcome)")
        try folder.remove(".lines")
    }

    private static let preamble = """
        import bz2, gzip, io, lzma, os, random, struct, subprocess, tarfile, zipfile, zlib
        lines = open('.lines', 'rb').read().split(b'\\n')
        def k(number): return lines[number] + b'\\n'
        def zipped(*members, method=zipfile.ZIP_DEFLATED):
            file = io.BytesIO()
            with zipfile.ZipFile(file, 'w', method) as archive:
                for name, content in members: archive.writestr(name, content)
            return file.getvalue()
        def tarred(*members):
            file = io.BytesIO()
            with tarfile.open(fileobj=file, mode='w') as archive:
                for name, content in members:
                    info = tarfile.TarInfo(name)
                    info.size = len(content)
                    archive.addfile(info, io.BytesIO(content))
            return file.getvalue()
        def write(name, content): open(name, 'wb').write(content)
        noise = random.Random(7).randbytes(4000)

        """
}
