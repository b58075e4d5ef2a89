import Foundation
import Testing

extension EndToEndTests {
    /// Archives and compressed files: cases 20 and 25 to 30.
    @Suite(.enabled(if: ArchiveFixture.isAvailable, "python3 is not installed")) struct ArchiveTests {
        /// The paths of the findings, without the folder.
        static func paths(_ report: JSONReport, in folder: TemporaryFolder) -> [String] {
            report.findings.map { String($0.path.dropFirst(folder.path.utf8.count + 1)) }
        }

        /// Case 30: what a file is, its content tells, and not its name.
        @Test func containersAreRecognisedByContent() throws {
            let folder = try TemporaryFolder()
            try ArchiveFixture.write(
                """
                write('a.dat', zipped(('dir/k.txt', b'first\\n' + k(0))))
                write('b.docx', zipped(('word/document.xml', k(1)), method=zipfile.ZIP_STORED))
                write('c', tarred(('k', k(2))))
                write('d.tar.gz', gzip.compress(tarred(('n/k', k(3)))))
                write('e.txt.gz', gzip.compress(k(4)))
                write('f.tar.bz2', bz2.compress(tarred(('k', k(5)))))
                write('g.txz', lzma.compress(tarred(('k', k(6)))))
                write('h.whl', b'MZ' + noise + zipped(('k', k(7))))
                write('i.pdf', b'%PDF-1.4\\n' + noise * 20 + zipped(('k', k(8))))
                write('j.zip', b'a text with the wrong name\\n' + k(9))
                write('k.zip', zipped(('inner.tar.gz', gzip.compress(tarred(('x.zip', zipped(('y', k(10)))))))))
                """, in: folder)
            let outcome = try Command.scan(folder.path).run()
            #expect(outcome.code == 1, "\(outcome)")
            let report = try outcome.report()
            #expect(
                Self.paths(report, in: folder) == [
                    "a.dat!dir/k.txt", "b.docx!word/document.xml", "c!k", "d.tar.gz!n/k", "e.txt.gz!e.txt",
                    "f.tar.bz2!k",
                    "g.txz!k", "h.whl!k", "i.pdf!k", "j.zip", "k.zip!inner.tar.gz!x.zip!y",
                ])
            #expect(report.findings[0].line == 2 && report.findings[0].start_byte == 6 + Sample.column - 1)
            #expect(report.findings[0].provenance.map(\.kind) == ["file", "member"])
            #expect(report.addsUp)
        }

        /// Case 25.
        @Test func nestingIsFollowedToItsLimit() throws {
            let folder = try TemporaryFolder()
            try ArchiveFixture.write(
                """
                file = zipped(('k12', k(12)))
                for depth in range(11, 0, -1): file = zipped(('n.zip', file), ('k%d' % depth, k(depth)))
                write('a.zip', file)
                """, in: folder)
            let limited = try Command.scan(folder.path).run()
            #expect(limited.code == 4, "\(limited)")
            let report = try limited.report()
            #expect(report.findings.count == 8 && report.addsUp)
            let skip = try #require(report.skipped("limit:depth"))
            #expect(skip.examples.map(\.path) == [folder.file("a.zip") + String(repeating: "!n.zip", count: 8)])
            let deep = try Command.scan(folder.path, "--max-depth", "12").run()
            #expect(try deep.code == 1 && deep.report().findings.count == 12, "\(deep)")
            let none = try Command.scan(folder.path, "--max-depth", "0").run()
            #expect(none.code == 3, "\(none)")
            let accepted = try Command.scan(folder.path, "--max-depth", "0", "--accept-incomplete", "depth").run()
            #expect(accepted.code == 0, "\(accepted)")
        }

        /// Case 27.
        @Test func namesLeadNowhere() throws {
            let folder = try TemporaryFolder()
            try ArchiveFixture.write(
                """
                write('a.zip', zipped(('../../x', k(1)), ('/etc/x', k(2)), ('C:\\\\x', k(3))))
                file = io.BytesIO()
                with tarfile.open(fileobj=file, mode='w') as archive:
                    link = tarfile.TarInfo('out'); link.type = tarfile.SYMTYPE; link.linkname = '/tmp'
                    archive.addfile(link)
                    hard = tarfile.TarInfo('hard'); hard.type = tarfile.LNKTYPE; hard.linkname = '../../etc/passwd'
                    archive.addfile(hard)
                    info = tarfile.TarInfo('out/x'); info.size = len(k(4)); archive.addfile(info, io.BytesIO(k(4)))
                    link = tarfile.TarInfo('told'); link.type = tarfile.SYMTYPE; link.linkname = k(5).decode().strip()
                    archive.addfile(link)
                write('b.tar.gz', gzip.compress(file.getvalue()))
                write('c.zip', zipped((k(6).decode().strip(), b'')))
                """, in: folder)
            let before = try folder.names()
            let report = try Command.scan(folder.path).run().report()
            let paths = Self.paths(report, in: folder)
            #expect(paths.prefix(3).allSatisfy { $0.hasPrefix("a.zip!") } && paths.count == 6, "\(paths)")
            #expect(
                paths.contains("a.zip!../../x") && paths.contains("a.zip!/etc/x") && paths.contains("b.tar.gz!out/x"))
            #expect(report.findings.map(\.provenance.last?.kind).contains("link-target"))
            #expect(report.findings.map(\.provenance.last?.kind).contains("name"))
            #expect(try folder.names() == before)
            #expect(!paths.contains { $0.contains(Sample.secret(6)) })
        }

        /// Case 28.
        @Test func damagedArchivesGiveWhatTheyHave() throws {
            let folder = try TemporaryFolder()
            try ArchiveFixture.write(
                """
                whole = zipped(('a', k(1)), ('b', noise))
                write('cut.zip', whole[:-2000])
                write('headless.zip', zipped(('a', k(2)), ('b', b'x'))[:-120])
                bad = bytearray(zipped(('a', k(3)), ('b', noise), ('c', k(4)), method=zipfile.ZIP_STORED))
                bad[bad.index(noise) + 9] ^= 1
                write('wrong.zip', bytes(bad))
                write('cut.gz', gzip.compress(k(5) + random.Random(8).randbytes(300000))[:150000])
                write('cut.tar', tarred(('a', k(6)), ('b', noise * 9))[:20000])
                """, in: folder)
            let outcome = try Command.scan(folder.path).run()
            #expect(outcome.code == 4, "\(outcome)")
            let report = try outcome.report()
            #expect(
                Self.paths(report, in: folder) == [
                    "cut.gz!cut", "cut.tar!a", "cut.zip!a", "headless.zip!a", "wrong.zip!a", "wrong.zip!c",
                ])
            let truncated = try #require(report.skipped("archive:truncated"))
            for name in ["cut.zip", "headless.zip", "cut.gz", "cut.tar"] {
                #expect(truncated.examples.contains { $0.path.hasPrefix(folder.file(name)) }, "\(name)")
            }
            #expect(report.skipped("archive:damaged")?.examples.map(\.path) == [folder.file("wrong.zip!b")])
            #expect(report.addsUp)
            let accepted = try Command.scan(folder.path, "--accept-incomplete", "truncated,damaged").run()
            #expect(accepted.code == 1, "\(accepted)")
        }

        /// Case 29.
        @Test func encryptedMembersAreSaid() throws {
            let folder = try TemporaryFolder()
            try ArchiveFixture.write(
                """
                file = bytearray(zipped(('open', k(1)), ('closed', noise)))
                local, central = file.index(b'PK\\3\\4', 5), file.rindex(b'PK\\1\\2')
                file[local + 6] |= 1; file[central + 8] |= 1
                write('a.zip', bytes(file))
                file = bytearray(zipped(('closed', noise)))
                file[6] |= 1; file[file.rindex(b'PK\\1\\2') + 8] |= 1
                write('b.zip', bytes(file))
                """, in: folder)
            let both = try Command.scan(folder.path).run()
            #expect(both.code == 4, "\(both)")
            let skip = try #require(try both.report().skipped("encrypted"))
            #expect(skip.examples.map(\.path) == [folder.file("a.zip!closed"), folder.file("b.zip!closed")])
            #expect(try Command.scan(folder.file("b.zip")).run().code == 3)
            #expect(try Command.scan(folder.file("b.zip"), "--accept-incomplete", "encrypted").run().code == 0)
        }

        @Test(.enabled(if: SystemTool.exists("7z"), "7z is not installed")) func sevenZipIsRead() throws {
            let folder = try TemporaryFolder()
            try folder.write("k", Sample.line(1))
            let script = "7z a a.7z k && 7z a -psecret b.7z k && 7z a -psecret -mhe=on c.7z k && rm k"
            #expect(try Command(["sh", "-c", script]).with { $0.folder = folder.path }.run().code == 0)
            let outcome = try Command.scan(folder.path).run()
            #expect(outcome.code == 4, "\(outcome)")
            let report = try outcome.report()
            #expect(Self.paths(report, in: folder) == ["a.7z!k"])
            #expect(report.skipped("encrypted")?.examples.map(\.path) == [folder.file("b.7z!k"), folder.file("c.7z")])
        }

        @Test func standardInputMayBeAnArchive() throws {
            let folder = try TemporaryFolder()
            try ArchiveFixture.write(
                """
                write('a', gzip.compress(tarred(('dir/k', k(1)))))
                write('b', zipped(('k', k(2))))
                write('c', gzip.compress(tarred(('big', noise * 8000), ('k', k(3)))))
                """, in: folder)
            for (name, path) in [("a", "-!dir/k"), ("b", "-!k"), ("c", "-!k")] {
                // The last one does not fit into the memory for containers, and is read as a stream.
                let outcome = try Command.scan("-", "--decoder-memory", "4M").with {
                    $0.input = .path(folder.file(name))
                }
                .run()
                #expect(outcome.code == 1, "\(outcome)")
                let report = try outcome.report()
                #expect(report.findings.map(\.path) == [path] && report.addsUp)
            }
        }

        /// A secret that an office program has cut into runs is found, once, and one that stands whole is too.
        @Test func runsOfOfficeDocumentsAreJoined() throws {
            let folder = try TemporaryFolder()
            try ArchiveFixture.write(
                """
                line = k(1).strip().decode()
                runs = ''.join('<w:r><w:t>%s</w:t></w:r><w:proofErr/>' % line[n:n + 9] for n in range(0, len(line), 9))
                word = '<?xml version="1.0"?><w:document><w:p><w:t>x</w:t></w:p><w:p>%s</w:p></w:document>'
                write('a.docx', zipped(('word/document.xml', word % runs)))
                write('b.docx', zipped(('word/document.xml', word % ('<w:t>%s</w:t>' % k(2).strip().decode()))))
                text = '<office:document-content><text:p>%s<text:span>%s</text:span></text:p>'
                text %= (k(4).decode()[:40], k(4).strip().decode()[40:])
                write('c.odt', zipped(('content.xml', text)))
                """, in: folder)
            let outcome = try Command.scan(folder.path).run()
            #expect(outcome.code == 1, "\(outcome)")
            let report = try outcome.report()
            #expect(
                Self.paths(report, in: folder) == [
                    "a.docx!word/document.xml!text", "b.docx!word/document.xml", "c.odt!content.xml!text",
                ])
            #expect(report.findings.map { $0.secret.occurrence_count } == [1, 1, 1] && report.addsUp)
            #expect(report.findings.first?.line == 2)
        }

        /// A comment in an archive cannot hide anything.
        @Test func commentsInMembersHaveNoSay() throws {
            let folder = try TemporaryFolder()
            try ArchiveFixture.write(
                "write('a.zip', zipped(('k', k(1).strip() + b' # keyhound:allow because I say so\\\\n')))", in: folder)
            let outcome = try Command.scan(folder.path).run()
            #expect(try outcome.code == 1 && outcome.report().findings.count == 1, "\(outcome)")
        }
    }
}
