import PDF
import Testing

/// Files that were changed at random must end in parts and errors, and never in a trap.
@Suite struct HostileFileTests {
    /// Changes that can be made again.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 29
        }
    }

    private static let words = [
        "obj", "endobj", "stream\n", "endstream", "<<", ">>", "[", "]", "(", ")", "/Type/ObjStm", "/Length 5 0 R", "-1",
        "/Kids[1 0 R]", "9999999999", "0 0 R", "/Filter[/LZW/LZW]", "/N 99999999", "BT", "TJ", "Do", "BI ID EI",
        "\u{0}",
        "/Predictor 12/Columns 3", "trailer", "/Encrypt 1 0 R", "/W[1 0 R]", "begincodespacerange", "1e9",
        "/Root 2 0 R",
    ]

    private static func changed(_ file: [UInt8], _ generator: inout Generator) -> [UInt8] {
        var result = file
        for _ in 0..<Int.random(in: 1...8, using: &generator) {
            guard let place = result.indices.randomElement(using: &generator) else { return result }
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: result[place] = UInt8.random(in: 0...255, using: &generator)
            case 1: result[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            case 2: result.removeSubrange(place..<min(result.count, place + Int.random(in: 1...40, using: &generator)))
            case 3: result.insert(contentsOf: (words.randomElement(using: &generator) ?? "").utf8, at: place)
            case 4:
                let end = min(result.count, place + Int.random(in: 1...60, using: &generator))
                result.insert(contentsOf: result[place..<end], at: result.indices.randomElement(using: &generator) ?? 0)
            default: if Int.random(in: 0..<10, using: &generator) == 0 { result.removeSubrange(place...) }
            }
        }
        return result
    }

    private static var files: [[UInt8]] {
        var fixture = PDFFixture()
        fixture.add("<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(x)9 0 R]>>>>>>")
        fixture.add("<</Type/Pages/Kids[3 0 R]/Count 1>>")
        fixture.add("<</Type/Page/Contents[4 0 R]/Resources<</Font<</F1 5 0 R/F2 8 0 R>>/XObject<</X 7 0 R>>>>>>")
        fixture.add(stream: Array("BT /F1 9 Tf 50 700 Td [<0003>-30<00040005>]TJ T* /F2 9 Tf (ab)Tj ET /X Do".utf8))
        fixture.add(
            "<</Type/Font/Subtype/Type0/Encoding/Identity-H/ToUnicode 6 0 R/DescendantFonts[<</W[3[500]4 9 3]>>]>>")
        let map = "1 begincodespacerange <0000><FFFF> endcodespacerange 1 beginbfrange <0003><0009><0041> endbfrange"
        fixture.add(stream: Array(map.utf8))
        fixture.add("/Subtype/Form/Resources<</Font<</F1 8 0 R>>>>", stream: Array("BT /F1 9 Tf (form) Tj ET".utf8))
        fixture.add("<</Type/Font/Subtype/Type1/FirstChar 97/Widths[500 500]/Encoding<</Differences[97/a/uni0042]>>>>")
        fixture.add("<</Type/Filespec/UF(x.txt)/EF<</F 10 0 R>>>>")
        fixture.add("/Type/EmbeddedFile/Filter[/A85/RL]", stream: Array("!!*-'\"9eu7#RLhG$k3[W&.oNg~>".utf8))
        let predicted = Deflating.stored([2, 1, 2, 3, 2, 1, 1, 1])
        fixture.add("/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 3>>", stream: predicted)
        fixture.add(objects: [(30, "<</Title(t)>>"), (31, "[30 0 R]")])
        return [fixture.file(root: 1)] + [EncryptionFixture.Method.rc4, .aes128].map { EncryptionTests.file($0) }
    }

    @Test func `Nothing traps`() throws {
        var generator = Generator(state: 20_261_128)
        var parts = 0
        for file in Self.files {
            for _ in 0..<300 {
                let changed = Self.changed(file, &generator)
                guard let all = try? Parts(changed, limit: 1 << 20) else { continue }
                parts += all.parts.count
            }
        }
        #expect(parts > 1000)
    }

    @Test func `Each cut of a file is read`() throws {
        for file in Self.files {
            for end in stride(from: 0, to: file.count, by: 7) { _ = try? Parts(Array(file[..<end]), limit: 1 << 20) }
        }
    }
}
