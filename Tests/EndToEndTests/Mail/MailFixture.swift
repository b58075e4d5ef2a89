/// Mail for tests, written by a script as archives are: see `ArchiveFixture`.
enum MailFixture {
    /// Runs a script in the folder. Beside what archives have, `head` makes a header, `mime` a part with its fields,
    /// `mixed` a multipart of parts, and `mbox` a mailbox of messages.
    static func write(_ script: String, in folder: TemporaryFolder) throws {
        try ArchiveFixture.write(preamble + script, in: folder)
    }

    private static let preamble = """
        import base64, quopri
        def head(number, subject='s', to='bob@corp.example', sender='ann@corp.example', more=b''):
            text = 'From: %s\\r\\nTo: %s\\r\\nSubject: %s\\r\\n' % (sender, to, subject)
            text += 'Date: Tue, 05 Mar 2024 09:%02d:00 +0000\\r\\n' % number
            text += 'Message-ID: <m%d@corp.example>\\r\\n' % number
            return text.encode() + b'MIME-Version: 1.0\\r\\n' + more
        def mime(kind, body, encoding='', more=b''):
            field = b'Content-Transfer-Encoding: ' + encoding.encode() + b'\\r\\n' if encoding else b''
            return b'Content-Type: ' + kind.encode() + b'\\r\\n' + field + more + b'\\r\\n' + body
        def mixed(*parts, boundary=b'b0', closed=True):
            text = b'Content-Type: multipart/mixed; boundary=' + boundary + b'\\r\\n\\r\\n'
            for part in parts: text += b'--' + boundary + b'\\r\\n' + part + b'\\r\\n'
            return text + (b'--' + boundary + b'--\\r\\n' if closed else b'')
        def wrapped(content): return base64.encodebytes(content)
        def mbox(*messages):
            return b''.join(b'From ann@corp.example Tue Mar  5 09:12:00 2024\\n' + m + b'\\n\\n' for m in messages)

        """
}
