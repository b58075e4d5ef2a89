import Mail
import Testing

@Suite("Mail is told by content")
struct DetectionTests {
    @Test("Mail is mail")
    func mail() {
        let message = Sample.message("Date: Tue, 5 Mar 2024 09:12:00 +0000", "text")
        #expect(MailKind.detect(Array(message.utf8).span) == .message)
        #expect(MailKind.detect(Array(message.replacing("\n", with: "\r\n").utf8).span) == .message)
        #expect(MailKind.detect(Array(("From a@b Tue Mar  5 09:12:00 2024\n" + message).utf8).span) == .mbox)
        #expect(MailKind.detect(Array(("From - Tue Mar  5 09:12:00 2024\n" + message).utf8).span) == .mbox)
        #expect(MailKind.detect(Array(("\u{1}\u{1}\u{1}\u{1}\n" + message).utf8).span) == .mbox)
        #expect(MailKind.detect(Array(("1234  \n" + message).utf8).span) == .emlx)
        #expect(MailKind.detect(Array("BEGIN:VCARD\r\nVERSION:3.0\r\n".utf8).span) == .calendar)
        let web =
            "From: <Saved by Blink>\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n"
        #expect(MailKind.detect(Array(web.utf8).span) == .message)
        let long = "Received: " + String(repeating: "x", count: 5000)
        #expect(MailKind.detect(Array(("Return-Path: <a>\nDelivered-To: a@b.example\n" + long).utf8).span) == .message)
    }

    @Test(
        "Other texts are not",
        arguments: [
            "", "\n\n", "From here on\nwe go\n", "From the docs:\nNote: x\n", "Key: value\n", "key: value\nother: x\n",
            "HTTP/1.1 200 OK\nDate: Tue, 5 Mar 2024 09:12:00 GMT\nContent-Type: text/html\n\n",
            "Date: Tue, 5 Mar 2024 09:12:00 GMT\nContent-Type: text/html\nServer: x\n\n",
            "Package: a\nVersion: 1\nMaintainer: A <a@b.example>\nDescription: x\n y\n",
            "Format: 1.8\nDate: Tue, 05 Mar 2024 09:12:00 +0000\nSource: x\nMaintainer: A <a@b.example>\n",
            "from: a@b.example\nto: c@d.example\nsubject: x\n", "1234\n5678\n", "12\nName: x\n",
            "diff --git a/x b/x\n--- a/x\n+++ b/x\n", "import os\nclass A:\n    x: int = 1\n",
            "Author: A <a@b.example>\nDate: Tue Mar 5 09:12:00 2024 +0000\n\n    text\n", "BEGIN:VCALENDARS\n",
            "commit 0a\nAuthor: A <a@b.example>\nDate:   Tue Mar 5 09:12:00 2024\n",
            "Manifest-Version: 1.0\nCreated-By: x\n\n", "Metadata-Version: 2.1\nName: x\nAuthor-email: a@b.example\n",
        ])
    func others(text: String) {
        #expect(MailKind.detect(Array(text.utf8).span) == nil)
    }
}
