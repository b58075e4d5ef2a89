import Foundation
import Testing

extension EndToEndTests {
    /// Mail: case 30, and what is told of who received a secret.
    @Suite(.enabled(if: ArchiveFixture.isAvailable, "python3 is not installed")) struct MailTests {
        private static func paths(_ report: JSONReport, in folder: TemporaryFolder) -> [String] {
            report.findings.map { String($0.path.dropFirst(folder.path.utf8.count + 1)) }
        }

        /// The ways in which a message hides a secret, each in a message of its own: the numbers of their secrets.
        private static let messages = """
            html = k(9).strip().replace(b'=', b'&#61;')
            word = '=?utf-8?B?%s?=' % base64.b64encode(k(10)[:30]).decode()
            word += ' =?utf-8?Q?%s?=' % k(10).strip()[30:].decode().replace('=', '=3D').replace(' ', '_')
            soft = k(2).strip()[:40] + b'=\\r\\n' + k(2).strip()[40:]
            messages = [
                head(1) + mime('text/plain', k(1)),
                head(2) + mime('text/plain', soft.replace(b'key = ', b'key =3D '), 'quoted-printable'),
                head(3) + mime('text/plain', wrapped(k(3)), 'base64'),
                head(4) + mime('text/plain', wrapped(b'.' + k(4)), 'base64'),
                head(5) + mime('text/plain', wrapped(b'..' + k(5)), 'BASE64'),
                head(6) + mime('text/plain; charset=utf-16le', wrapped(k(6).decode().encode('utf-16le')), 'base64'),
                head(7) + mixed(mime('application/zip; name=a.zip', wrapped(zipped(('d/k', k(7)))), 'base64')),
                head(8) + mime('message/rfc822', wrapped(head(88) + mime('text/plain', k(8))), 'base64'),
                head(9) + mime('text/html', b'<p>' + html[:40] + b'<wbr><b></b>' + html[40:] + b'</p>'),
                head(10, subject=word) + mime('text/plain', b'nothing'),
                head(11) + mixed(
                    mime('application/octet-stream', wrapped(k(11)), 'base64',
                         b"Content-Disposition: attachment; filename*0*=utf-8''a%20; filename*1=b.env\\r\\n")),
                head(12) + mixed(mime('text/plain', wrapped(k(12)), 'base64'), closed=False),
            ]

            """

        /// What the paths of their findings end with.
        private static let parts = [
            "1", "1", "1", "1", "1", "1", "1 a.zip!d/k", "1.1", "1(html)", "H", "1 a b.env", "1",
        ]

        @Test func whateverTheEncodingTheSecretIsFound() throws {
            let folder = try TemporaryFolder()
            try MailFixture.write(Self.messages + "write('inbox', mbox(*messages))", in: folder)
            let outcome = try Command.scan(folder.path).run()
            #expect(outcome.code == 1, "\(outcome)")
            let report = try outcome.report()
            let expected = Self.parts.enumerated().map { "inbox!<m\($0.offset + 1)@corp.example>!\($0.element)" }
            #expect(Set(Self.paths(report, in: folder)) == Set(expected))
            #expect(report.findings.count == expected.count && report.addsUp)
            #expect(report.findings.allSatisfy { $0.provenance.map(\.kind).starts(with: ["file", "message", "part"]) })
        }

        /// Case 47, but for stores of Outlook: what the mailbox is kept in makes no difference.
        @Test func everyFormatTellsTheSame() throws {
            let folder = try TemporaryFolder()
            try MailFixture.write(
                Self.messages + """
                    for name in ('box', 'maildir/cur', 'eml', 'emlx', 'zip', 'stdin'): os.makedirs(name)
                    write('box/inbox', mbox(*messages))
                    write('zip/t.zip', zipped(('Mail/all.mbox', mbox(*messages))))
                    for number, message in enumerate(messages):
                        write('maildir/cur/%d.host:2,S' % number, message)
                        write('eml/%d.eml' % number, message)
                        plist = b'<?xml version="1.0"?><plist/>'
                        write('emlx/%d.emlx' % number, b'%d\\n' % len(message) + message + plist)
                    """, in: folder)
            try folder.write("key", String(repeating: "k", count: 40))
            var told: Set<[String]> = []
            for name in ["box", "maildir", "eml", "emlx", "zip"] {
                let outcome = try Command.keyhound(
                    "mail", folder.file(name), "-f", "json", "--fingerprint-key-file", folder.file("key"),
                    "--org-domain", "corp.example"
                ).run()
                let report = try outcome.report()
                let records = try #require(report.mail, "\(name)")
                #expect(records.count == 12 && report.mail_coverage?.messages == 12, "\(name)")
                told.insert(
                    records.map { record in
                        let people = record.exposure.people.joined(separator: " ")
                        return "\(record.secret.fingerprint ?? "none") \(record.first_sent.message_id) \(people)"
                    }.sorted())
            }
            #expect(told.count == 1, "\(told)")
        }

        /// Case 20 of mail: copies in two forms and in answers are one secret, and whom they reached is told.
        @Test func quotedCopiesAreOneSecret() throws {
            let folder = try TemporaryFolder()
            try MailFixture.write(
                """
                both = mixed(mime('text/plain', k(1)), mime('text/html', b'<p>' + k(1) + b'</p>'))
                first = head(1, to='bob@corp.example, eve@vendor.example') + both
                answers = [
                    head(n, sender='bob@corp.example', to='ann@corp.example, p%d@corp.example' % n,
                         more=b'References: <m1@corp.example>\\r\\n') +
                    mime('text/plain', b'yes\\n\\nOn Tuesday Ann wrote:\\n> ' + k(1)) for n in range(2, 30)]
                write('inbox', mbox(first, *answers))
                """, in: folder)
            let outcome = try Command.keyhound(
                "mail", folder.file("inbox"), "-f", "json", "--org-domain", "corp.example", "--purge-list",
                folder.file("purge.csv"), "--actions", folder.file("actions.md")
            ).run()
            #expect(outcome.code == 1, "\(outcome)")
            let report = try outcome.report()
            #expect(report.findings.count == 1 && report.findings[0].secret.occurrence_count == 30)
            let record = try #require(report.mail?.first)
            #expect(record.occurrences.messages == 29 && record.occurrences.originals == 1)
            #expect(record.occurrences.quoted_only == 28 && record.occurrences.threads == 1)
            #expect(record.exposure.external == ["eve@vendor.example"] && record.exposure.left_organisation == true)
            #expect(record.exposure.people_count == 30 && record.first_sent.message_id == "<m1@corp.example>")
            #expect(try folder.read("purge.csv").split(whereSeparator: \.isNewline).count == 30)
            #expect(try folder.read("actions.md").contains("eve@vendor.example"))
            #expect(try !folder.read("actions.md").contains(Sample.secret(1)))
        }

        @Test func encryptedPartsAreSaidAndHeadersAreQuiet() throws {
            let folder = try TemporaryFolder()
            try MailFixture.write(
                """
                noise_field = base64.b64encode(random.Random(3).randbytes(400))
                more = b'DKIM-Signature: v=1; b=' + noise_field + b'\\r\\nAutocrypt: addr=a@b; keydata=' + noise_field
                more += b'\\r\\nX-MS-Exchange-AntiSpam-MessageData-0: ' + noise_field + b'\\r\\n'
                sealed = mime('application/pkcs7-mime; smime-type=enveloped-data', wrapped(noise), 'base64')
                write('inbox', mbox(head(1, more=more) + mime('text/plain', b'x'), head(2) + sealed))
                """, in: folder)
            let outcome = try Command.scan(folder.path).run()
            #expect(outcome.code == 3, "\(outcome)")
            let report = try outcome.report()
            #expect(report.findings.isEmpty && report.addsUp)
            #expect(report.skipped("encrypted")?.examples.map(\.path) == [folder.file("inbox!<m2@corp.example>!1")])
        }

        /// Cases 38 to 41: shapes that are made to cost end in little time and memory, and lose nothing.
        @Test func hostileShapesEnd() throws {
            let folder = try TemporaryFolder()
            try MailFixture.write(
                """
                scale = \(Environment.size(1, full: 10))
                write('header', head(1, more=b'X-A: ' + b'y' * 1000000 * scale + b'\\r\\n') + b'\\r\\n' + k(1))
                people = ', '.join('p%d@x.example' % n for n in range(20000 * scale))
                write('people', head(2, to=people) + b'\\r\\n' + k(2))
                write('folds', head(3, more=b'X-A: a' + b'\\r\\n b' * 100000 * scale + b'\\r\\n') + b'\\r\\n' + k(3))
                write('empty', head(4) + mixed(*[b''] * 50000 * scale, k(4)))
                write('inside', (head(5) + mime('message/rfc822', b'')) * 5000 * scale + b'\\r\\n' + k(5))
                write('files', (head(6) + mime('application/octet-stream', b'')) * 1000 + b'\\r\\n' + k(6))
                """, in: folder)
            let outcome = try Command.scan(folder.path).with {
                $0.measuresMemory = true
                $0.patience = 300
            }.run()
            #expect(outcome.code == 4, "\(outcome)")
            let report = try outcome.report()
            let files = Set(Self.paths(report, in: folder).map { String($0.prefix { $0 != "!" }) })
            #expect(files == ["header", "people", "folds", "empty", "inside", "files"])
            #expect(report.run.incomplete_reasons == ["limit:depth"] && report.addsUp)
            if let peak = outcome.peakMemory { #expect(peak <= 128 << 20, "\(peak)") }
        }

        /// Case 41: a part of any size takes little memory, and its end is seen.
        @Test func largePartsTakeLittleMemory() throws {
            let folder = try TemporaryFolder()
            try MailFixture.write(
                """
                size = \(Environment.size(24, full: 2000)) << 20
                line = base64.b64encode(b'some text and more of it, ' * 30)[:76] + b'\\n'
                with open('inbox', 'wb') as file:
                    file.write(b'From ann@corp.example Tue Mar  5 09:12:00 2024\\n' + head(1))
                    file.write(mime('text/plain', b'', 'base64'))
                    for n in range(size // len(line) // 100): file.write(line * 100)
                    file.write(wrapped(b'\\n' + k(1)))
                """, in: folder)
            let outcome = try Command.scan("-").with {
                $0.input = .path(folder.file("inbox"))
                $0.measuresMemory = true
                $0.patience = 300
            }.run()
            #expect(outcome.code == 1, "\(outcome)")
            #expect(try outcome.report().findings.map(\.path) == ["-!<m1@corp.example>!1"])
            if let peak = outcome.peakMemory { #expect(peak <= 64 << 20, "\(peak)") }
        }
    }
}
