import Foundation
import Testing

extension EndToEndTests {
    /// A private key and its certificate in one tree: every format says which belongs to which.
    @Suite struct PairingTests {
        private func tree() throws -> TemporaryFolder {
            let folder = try TemporaryFolder()
            try folder.makeFolder("etc")
            let script =
                "cd '\(folder.path)' && openssl req -x509 -newkey rsa:1024 -nodes -keyout etc/site.key -out "
                + "etc/site.crt -days 90 -subj /CN=www.example.org 2>/dev/null"
            let shell = Process()
            shell.executableURL = URL(filePath: "/bin/sh")
            shell.arguments = ["-c", script]
            try shell.run()
            shell.waitUntilExit()
            try #require(shell.terminationStatus == 0)
            return folder
        }

        @Test(arguments: ["text", "json", "sarif"])
        func everyFormatNamesThePair(format: String) throws {
            let folder = try tree()
            let reports = try ["1", "2", "8"].map { workers in
                try Command.keyhound(["scan", ".", "-f", format, "-j", workers]).with { $0.folder = folder.path }.run()
            }
            for report in reports {
                #expect(report.code == 1)
                let text = String(decoding: report.output, as: UTF8.self).replacing("\\/", with: "/")
                #expect(text.contains("belongs to the certificate for www.example.org at ./etc/site.crt:1"))
                for fact in ["pair_name", "pair_expires", "pair_place"] { #expect(text.contains(fact), "\(fact)") }
            }
        }
    }
}
