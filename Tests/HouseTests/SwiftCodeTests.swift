import Testing

@Suite("The reader of Swift that these tests rely on")
struct SwiftCodeTests {
    @Test(arguments: [
        ("a // b\nc", "a     \nc"),
        ("a /* b /* c */ d */ e", "a                   e"),
        ("x = \"y\" + z", "x = \" \" + z"),
        ("\"a \\\" b\" c", "\"      \" c"),
        ("\"a \\(b(c)) d\" e", "\"   (b(c))  \" e"),
        ("#\"a \" \\(b)\"# c", "#\"        \"# c"),
        ("#\"a \\#(b)\"# c", "#\"    (b)\"# c"),
        ("\"\"\"\na \" b\n\"\"\" c", "\"\"\"\n     \n\"\"\" c"),
        ("\"// no comment\" a", "\"             \" a"),
    ])
    func blanksCommentsAndTexts(source: String, code: String) {
        #expect(String(decoding: SwiftCode.blanked(Array(source.utf8)), as: UTF8.self) == code)
    }

    @Test(arguments: [
        ("import Blobs", "Blobs"),
        ("@testable import Scanning", "Scanning"),
        ("@preconcurrency public import Dispatch", "Dispatch"),
        ("@_spi(Tests) import Rules", "Rules"),
        ("import struct Blobs.RawPath", "Blobs"),
        ("  import Foundation;", "Foundation"),
    ])
    func readsImports(line: String, module: String) {
        #expect(SwiftCode.importedModule(in: line) == module)
    }

    @Test(arguments: ["important = 1", "let import_ = 2", "// import Blobs", ""])
    func seesNoOtherImports(line: String) {
        let code = String(decoding: SwiftCode.blanked(Array(line.utf8)), as: UTF8.self)
        #expect(SwiftCode.importedModule(in: code) == nil)
    }

    @Test(arguments: ["a!", "a!.b", "f()!", "a[0]!", "try! f()", "a as! B", "var a: B!", "a?.b!", "\" \"!", "a! = b"])
    func seesForcedUnwraps(line: String) {
        #expect(SwiftCode.hasForcedUnwrap(line))
    }

    @Test(arguments: ["a != b", "!a", "(!a)", "a && !b", "[!a, !b]", "a!=b", "f { !$0 }", "return !a"])
    func seesNoOtherForcedUnwraps(line: String) {
        #expect(!SwiftCode.hasForcedUnwrap(line))
    }
}
