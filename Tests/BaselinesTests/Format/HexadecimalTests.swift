import Checksums
import Testing

@testable import Baselines

@Suite struct HexadecimalTests {
    @Test func bytesComeBack() {
        let all = [UInt8](0...255)
        #expect(Hexadecimal.bytes(lowerCase: Hexadecimal.text(all).utf8) == all)
        #expect(Hexadecimal.text([0, 0xAF]) == "00af")
        #expect(Hexadecimal.bytes(lowerCase: "".utf8) == [])
    }

    @Test(arguments: ["0", "AF", "0g", "zz", "0x", "aF", "é"])
    func otherTextsHaveNone(text: String) {
        #expect(Hexadecimal.bytes(lowerCase: text.utf8) == nil)
    }
}
