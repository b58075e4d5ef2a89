import Foundation
import Testing

@testable import Scoring

@Suite struct Base64Tests {
    @Test func encodingAndDecodingAgreeWithFoundation() {
        var random = SeededGenerator(seed: 1)
        for count in 0..<200 {
            let bytes = random.bytes(count)
            let text = TokenWriter.base64(bytes)
            #expect(text == Data(bytes).base64EncodedString())
            let letters = Array(text.utf8)
            #expect(Base64.decode(letters.span, 0..<letters.count) == bytes)
        }
    }

    @Test(arguments: ["A", "AAAAA", "AA=A", "A===", "AA AA", "AA-_"])
    func otherTextIsRefused(text: String) {
        let letters = Array(text.utf8)
        #expect(Base64.decode(letters.span, 0..<letters.count) == nil)
    }
}
