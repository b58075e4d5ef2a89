import Foundation
import Testing

extension EndToEndTests {
    /// Archives that are made to cost, and many of them at once: cases 20 and 26.
    @Suite(.enabled(if: ArchiveFixture.isAvailable, "python3 is not installed")) struct ArchiveBombTests {
        /// Bytes that a file may expand to. Unoptimised kernels take long for a gibibyte.
        private static let allowance = Environment.isFull ? "1G" : "24M"

        /// Bombs, smaller or larger than life, each with the reason that ends it.
        static let bombs: [(name: String, script: String, reason: String)] = [
            ("zeros in a zip", "write('bomb', zipped(('zeros', bytes(scale << 20))))", "limit:bytes"),
            ("zeros in gzip", "write('bomb', gzip.compress(bytes(scale << 20)))", "limit:bytes"),
            ("gzip in gzip", "write('bomb', gzip.compress(gzip.compress(bytes(scale << 20))))", "limit:bytes"),
            (
                "the shape of 42.zip",
                """
                file = zipped(('0.dll', bytes(1 << 22)))
                for level in range(5): file = zipped(*[('%x.zip' % number, file) for number in range(16)])
                write('bomb', file)
                """, "limit:bytes"
            ),
            (
                "overlapping members, each in the data of the one before",
                """
                size, count = 1 << 20, scale
                packer = zlib.compressobj(9, zlib.DEFLATED, -15)
                stream, content = packer.compress(bytes(size)) + packer.flush(), bytes(size)
                heads = []
                for number in reversed(range(count)):
                    name = b'%06d' % number
                    sizes = struct.pack('<III', zlib.crc32(content), len(stream), len(content))
                    fields = struct.pack('<HHHHH', 20, 0, 8, 0, 0) + sizes + struct.pack('<HH', 6, 0)
                    head = b'PK\\3\\4' + fields + name
                    heads.insert(0, (fields, name, len(stream)))
                    if number: stream = struct.pack('<BHH', 0, len(head), len(head) ^ 0xffff) + head + stream
                    if number: content = head + content
                body = head + stream
                directory = b''
                for fields, name, length in heads:
                    offset = len(body) - length - 36
                    directory += b'PK\\1\\2' + struct.pack('<H', 20) + fields
                    directory += struct.pack('<HHHII', 0, 0, 0, 0, offset) + name
                end = struct.pack('<HHHHIIH', 0, 0, count, count, len(directory), len(body), 0)
                write('bomb', body + directory + b'PK\\5\\6' + end)
                """, "limit:bytes"
            ),
            (
                "nesting without an end",
                "file = k(2)\nfor n in range(40): file = zipped(('r', file))\nwrite('bomb', file)",
                "limit:depth"
            ),
        ]

        @Test(arguments: bombs.indices) func aBombEndsAndItsNeighbourIsFound(_ index: Int) throws {
            let folder = try TemporaryFolder()
            let bomb = Self.bombs[index]
            try ArchiveFixture.write(
                "scale = \(Environment.size(64, full: 2048))\n" + bomb.script + "\nwrite('key', k(1))", in: folder)
            let outcome = try Command.scan(folder.path, "--max-expanded", Self.allowance, "-j", "2").with {
                $0.measuresMemory = true
                $0.patience = Double(Environment.size(60, full: 300))
            }.run()
            #expect(outcome.code == 4 && !outcome.hung, "\(bomb.name): \(outcome)")
            let report = try outcome.report()
            #expect(report.findings.map(\.path).contains(folder.file("key")) && report.addsUp)
            // Members that overlap look like archives themselves, which are damaged.
            #expect(report.run.incomplete_reasons.contains(bomb.reason), "\(report.run.incomplete_reasons)")
            if let peak = outcome.peakMemory { #expect(peak <= 384 << 20, "\(bomb.name): \(peak)") }
        }

        @Test(.enabled(if: Environment.isFull)) func aMillionMembersAreNotTooMany() throws {
            let folder = try TemporaryFolder()
            try ArchiveFixture.write(
                """
                with zipfile.ZipFile('bomb', 'w', zipfile.ZIP_STORED) as file:
                    for number in range(1000001): file.writestr(zipfile.ZipInfo('%07d' % number), b'')
                """, in: folder)
            let outcome = try Command.scan(folder.path).with { $0.measuresMemory = true }.run()
            #expect(outcome.code == 3, "\(outcome)")
            #expect(try outcome.report().skipped("limit:count")?.count == 1)
            if let peak = outcome.peakMemory { #expect(peak <= 384 << 20, "\(peak)") }
        }

        /// Case 20, and what is found does not depend on the number of workers.
        @Test func fewDescriptorsAndAnyWorkersMakeTheSameReport() throws {
            let folder = try TemporaryFolder()
            try ArchiveFixture.write(
                """
                for number in range(24):
                    inner = zipped(('k', k(number)), ('t.tar', tarred(('x', noise), ('y', k(number + 1)))))
                    write('a%d.tgz' % number, gzip.compress(tarred(('z.zip', inner), ('big', noise * 30))))
                """, in: folder)
            let reference = try Command.scan(folder.path, "-j", "1").run()
            #expect(try reference.code == 1 && reference.report().findings.count == 48, "\(reference)")
            for prelude in [nil, "ulimit -n 32"] {
                let other = try Command.scan(folder.path, "-j", "16").with { $0.prelude = prelude }.run()
                #expect(JSONReport.withoutRun(other.output) == JSONReport.withoutRun(reference.output), "\(other)")
            }
            let small = try Command.scan(folder.path, "-j", "8", "--decoder-memory", "64K").run()
            #expect(try small.code == 1 && small.report().findings.count == 48, "\(small)")
        }

        /// No program is started and nothing is written, whatever an archive holds.
        @Test(.enabled(if: SystemTool.exists("strace"), "strace is not installed"))
        func nothingIsUnpackedToDisk() throws {
            let folder = try TemporaryFolder()
            let other = try TemporaryFolder()
            try ArchiveFixture.write(
                """
                write('a.tgz', gzip.compress(tarred(('z.zip', zipped(('k', k(1)))))))
                write('b', lzma.compress(k(2)))
                write('c', b'\\x28\\xb5\\x2f\\xfd' + noise)
                write('d', b'\\x04\\x22\\x4d\\x18' + noise)
                """, in: folder)
            let trace = try traced(
                .scan(folder.path), calls: "trace=network,execve,execveat,openat,creat,unlink,rename,mkdir",
                to: other.file("trace"))
            let lines = trace.split(separator: "\n")
            #expect(lines.count { $0.contains("execve") && $0.contains("= 0") } == 1)
            let writes = lines.filter { $0.contains("O_WRONLY") || $0.contains("O_RDWR") || $0.contains("O_CREAT") }
            #expect(writes.allSatisfy { $0.contains("/dev/null") }, "\(writes)")
            #expect(!lines.contains { $0.contains("AF_INET") })
        }
    }
}
