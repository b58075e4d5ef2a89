import Blobs
import Mail
import Testing

@Suite("Hostile mail costs little, and loses nothing")
struct HostileTests {
    let word = Sample.word

    @Test("Messages in messages, 3,000 deep")
    func nestedMessages() {
        let level = "Content-Type: message/rfc822\n\n"
        let mail = ReadMail(.message, Sample.head + String(repeating: level, count: 3000) + "\nkey \(word)\n")
        #expect(mail.count(of: word) == 1)
        #expect(mail.parts.count < 300)
        #expect(mail.parts.contains { $0.damage?.contains(.tooDeep) == true })
    }

    @Test("Multiparts in multiparts, 1,000 deep")
    func nestedMultiparts() {
        let text = (0..<1000).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
        let mail = ReadMail(.message, Sample.head + text + "\nkey \(word)\n")
        #expect(mail.count(of: word) == 1)
    }

    @Test("Encoded messages in encoded messages, as deep as it goes")
    func nestedEncodedMessages() {
        var text = "From: a@b.example\n\nkey \(word)\n"
        for _ in 0..<12 {
            text =
                "From: a@b.example\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
                + Sample.base64(text)
        }
        let mail = ReadMail(.message, text)
        #expect(mail.parts.contains { $0.damage?.contains(.tooDeep) == true })
        #expect(mail.parts.count > 8)
    }

    @Test("50,000 empty parts")
    func emptyParts() {
        let text =
            Sample.head + "Content-Type: multipart/mixed; boundary=B\n\n" + String(repeating: "--B\n\n", count: 50000)
        let mail = ReadMail(.message, text + "--B\n\nkey \(word)\n--B--\n")
        #expect(mail.parts.map(\.section) == ["H", "50001"])
    }

    @Test("A header of a megabyte: one field, many folds, many recipients, many parameters")
    func longHeaders() throws {
        let long = String(repeating: "x", count: 700_000)
        let one = ReadMail(.message, "From: a@b.example\nX-Note: \(long)\(word)\nX-Last: \(word)2\n\nbody")
        #expect(one.part("H")?.text.contains("\(long)\(word)\nX-Last: \(word)2\n") == true)
        #expect(one.part("1")?.text == "body")
        let folds = String(repeating: "a\n ", count: 200_000)
        let folded = ReadMail(.message, "From: a@b.example\nX-Note: \(folds)\(word)\n\nbody")
        #expect(folded.count(of: word) == 1)
        let recipients = (0..<20_000).map { "a\($0)@b.example,\n " }.joined()
        let many = ReadMail(.message, "To: \(recipients)z@b.example\nFrom: a@b.example\n\nkey \(word)\n")
        let message = try #require(many.part("1")).part.origin.message
        #expect(message.isCut)
        #expect(message.to.count == 2000)
        #expect(message.from.map(\.address) == ["a@b.example"])
        let parameters = String(repeating: "a=b; ", count: 100_000)
        let typed = ReadMail(.message, "From: a@b.example\nContent-Type: text/plain; \(parameters)\n\nkey \(word)\n")
        #expect(typed.part("1")?.text == "key \(word)\n")
        let noise = ReadMail(.message, "From: a@b.example\nDKIM-Signature: \(long)\(word)\nX-Note: b\n\nbody")
        #expect(noise.part("H")?.text == "From: a@b.example\nX-Note: b\n")
    }

    @Test("One long line, and one part of base64")
    func longLines() {
        let filler = [UInt8](repeating: 0x61, count: 400_000)
        let plain = ReadMail(.message, Array(Sample.message("", "").utf8) + filler + Array(word.utf8))
        #expect(plain.part("1")?.bytes.count == filler.count + word.count)
        let encoded = ReadMail(
            .message, Sample.message("Content-Transfer-Encoding: base64", Sample.base64(filler + word.utf8, width: 0)))
        #expect(encoded.part("1")?.bytes == filler + word.utf8)
    }

    @Test("What is read does not depend on how it is read")
    func pieces() {
        let sample = Mutations.sample
        let whole = ReadMail(.mbox, sample)
        for (piece, buffer) in [(1, 65536), (7, 3), (65536, 1), (4096, 4096)] {
            let other = ReadMail(.mbox, sample, piece: piece, buffer: buffer)
            #expect(other.parts.map(\.bytes) == whole.parts.map(\.bytes))
            #expect(other.parts.map(\.section) == whole.parts.map(\.section))
            #expect(other.parts.map(\.part.offset) == whole.parts.map(\.part.offset))
            #expect(other.parts.map(\.damage) == whole.parts.map(\.damage))
        }
        #expect(whole.bytesRead == sample.count)
    }

    @Test("Any bytes are read to their end", arguments: 0..<4)
    func mutations(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for round in 0..<150 {
            let bytes = Mutations.mutated(&random)
            let kind = MailKind.allCases[round % 4]
            let mail = ReadMail(kind, bytes)
            let total = mail.parts.reduce(0) { $0 + $1.bytes.count }
            #expect(total <= 4 * bytes.count + 4096)
            #expect(mail.bytesRead == bytes.count || kind == .emlx)
        }
    }

    @Test("Parts that nobody reads are skipped")
    func skipped() throws {
        let sample = Mutations.sample
        var position = 0
        let reader = MailReader(.mbox, name: RawPath("m")) { target in
            let count = min(target.count, sample.count - position)
            for index in 0..<count { target[index] = sample[position + index] }
            position += count
            return count
        }
        var sections: [String] = []
        while let part = try reader.next() { sections.append(part.origin.section) }
        #expect(sections == ReadMail(.mbox, sample).parts.map(\.section))
    }

    @Test("An error of the source is thrown")
    func failingSource() {
        let reader = MailReader(.mbox, name: RawPath("m")) { _ throws(ByteSourceError) in
            throw ByteSourceError(offset: 7, errorNumber: 5)
        }
        #expect(throws: ByteSourceError(offset: 7, errorNumber: 5)) { try reader.next() }
    }
}
