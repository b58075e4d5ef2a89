import Testing

@testable import Containers

@Suite struct KindTests {
    /// What each kind begins with, from its specification.
    static let signatures: [(ContainerKind, [UInt8])] = [
        (.zip, [0x50, 0x4B, 3, 4]),
        (.zip, [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18)),
        (.gzip, [0x1F, 0x8B, 8, 0]),
        (.bzip2, Array("BZh91AY&SY".utf8)),
        (.xz, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]),
        (.zstd, [0x28, 0xB5, 0x2F, 0xFD]),
        (.lz4, [4, 0x22, 0x4D, 0x18]),
        (.sevenZip, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
        (.rar, Array("Rar!".utf8) + [0x1A, 7, 0]),
        (.rar5, Array("Rar!".utf8) + [0x1A, 7, 1, 0]),
        (.cab, Array("MSCF".utf8) + [0, 0, 0, 0]),
        (.rpm, [0xED, 0xAB, 0xEE, 0xDB]),
        (.ar, Array("!<arch>\n".utf8)),
        (.cpio, Array("070701".utf8) + [UInt8](repeating: 0x30, count: 104)),
        (.cpio, Array("070707".utf8) + [UInt8](repeating: 0x30, count: 70)),
        (.iso, [UInt8](repeating: 0, count: 32_769) + Array("CD001".utf8)),
    ]

    @Test(arguments: signatures.indices) func aSignatureIsRecognised(_ index: Int) {
        let (kind, bytes) = Self.signatures[index]
        let (more, cut) = (bytes + [0, 1, 2], Array(bytes.dropLast()))
        #expect(detect(more) == kind && detect(cut) == nil)
    }

    @Test(arguments: [
        "", "P", "PK", "PK is short for", "BZh is a word", "Rar! it is", "070701 is a number", "!<arch> of text\n",
        "MSCF", "7z of text", "(\u{B5}", "text without any meaning at all\n",
    ])
    func textIsNoContainer(_ text: String) {
        #expect(detect(Array(text.utf8)) == nil)
    }

    /// A text of many numbers is no header of cpio or tar, whatever it begins with.
    @Test func longTextIsNoContainer() {
        for start in ["070701", "070707", "ustar", ""] {
            let text = start + String(repeating: "0123456789 line of a table\n", count: 2000)
            #expect(detect(Array(text.utf8)) == nil)
        }
    }

    /// Old and new headers of tar are known by their checksums, and damaged ones are none.
    @Test func tarIsKnownByItsChecksum() {
        var header = Tar.header(name: "a", size: 3)
        #expect(detect(header) == .tar)
        for index in 257..<265 { header[index] = 0 }
        Tar.sign(&header)
        #expect(detect(header) == .tar, "without the mark of POSIX")
        header[3] = 7
        #expect(detect(header) == nil)
        #expect(detect(Array(header.dropLast())) == nil)
        #expect(detect([UInt8](repeating: 0, count: 40_000)) == nil)
    }

    @Test func aZipIsKnownByItsEnd() {
        let record: [UInt8] = [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 16)
        let front = [UInt8](repeating: 7, count: 30_000)
        #expect(endsAsZip(front + record + [0, 0]))
        #expect(endsAsZip(front + record + [3, 0, 1, 2, 3]))
        #expect(!endsAsZip(front + record + [3, 0, 1, 2]))
        #expect(!endsAsZip(front + record))
        #expect(!endsAsZip([]))
        let comment = [UInt8](repeating: 1, count: 20_000)
        #expect(!endsAsZip(record + [0x20, 0x4E] + comment), "further than libarchive looks")
    }

    @Test(arguments: [
        ("a/b.txt.gz", "b.txt"), ("b.tgz", "b.tar"), ("b.TXZ", "b.tar"), ("b", "data"), (".gz", "data"),
        ("b.bin", "data"),
    ])
    func aStreamIsNamedAfterItsFile(_ path: String, _ name: String) {
        #expect(ContainerKind.gzip.streamName(in: Array(path.utf8)) == Array(name.utf8))
        #expect(ContainerKind.rpm.streamName(in: Array(path.utf8)) == Array("payload".utf8))
    }

    private func detect(_ bytes: [UInt8]) -> ContainerKind? { ContainerKind.detect(bytes.span) }

    private func endsAsZip(_ bytes: [UInt8]) -> Bool { ZipDirectory.isAtEnd(of: bytes.span) }
}
