// A target exists to forbid an import. The table is the agreement: change it only together with DESIGN.md.

import Testing

@Suite("Imports point down")
struct ImportTests {
    /// What a target may import.
    struct Permission {
        /// Targets and products: the dependencies in Package.swift, neither more nor fewer.
        let modules: Set<String>

        /// What comes with the toolchain.
        let system: Set<String>

        init(_ modules: Set<String> = [], system: Set<String> = []) {
            self.modules = modules
            self.system = system
        }
    }

    static let permissions: [String: Permission] = [
        "Blobs": Permission(),
        "Rules": Permission(),
        "LiteralSearch": Permission(["CLiteralKernels"]),
        "PCRE2": Permission(["CPCRE2"]),
        "Checksums": Permission(["Crypto"]),
        "RuleCompilation": Permission(["Rules", "PCRE2", "Checksums", "Crypto", "TOMLKit"]),
        "rulec": Permission(["RuleCompilation"], system: ["Foundation"]),
        "BuiltInRules": Permission(["Rules"]),
        "Findings": Permission(["Blobs", "Rules", "Checksums", "Crypto"]),
        "Scoring": Permission(["Rules", "Findings", "Checksums", "SwiftASN1", "Crypto"]),
        "Inputs": Permission(["CFiles", "Blobs"], system: ["Glibc", "Synchronization"]),
        "GitObjects": Permission(["CDeflate", "Blobs", "Inputs", "Crypto"], system: ["Glibc", "Synchronization"]),
        "Containers": Permission(["CArchive", "Blobs"], system: ["Glibc"]),
        "Mail": Permission(["Blobs", "Crypto"], system: ["Glibc"]),
        "Databases": Permission(["CSQLite", "Blobs"], system: ["Glibc"]),
        "PDF": Permission(["CQPDF", "CDeflate", "Blobs"]),
        "ScanCache": Permission(["CSQLite", "Blobs"], system: ["Glibc", "Synchronization"]),
        "Scanning": Permission(
            ["Blobs", "Rules", "LiteralSearch", "PCRE2", "Findings", "Scoring"], system: ["Synchronization"]),
        "Pipeline": Permission(
            [
                "Blobs", "Rules", "PCRE2", "Findings", "Scoring", "Inputs", "GitObjects", "Containers", "Mail",
                "Databases", "PDF", "ScanCache", "Scanning",
            ],
            system: ["Dispatch", "Glibc", "Synchronization"]),
        "Reporting": Permission(["Blobs", "Rules", "Findings"], system: ["Glibc"]),
        "Baselines": Permission(
            ["Blobs", "Rules", "Findings", "Inputs", "Checksums", "Crypto", "CryptoExtras"],
            system: ["FoundationEssentials", "Synchronization"]),
        "Exposure": Permission(["Blobs", "Findings"]),
        "Migration": Permission(
            ["Rules", "PCRE2", "RuleCompilation", "Crypto", "TOMLKit", "Yams"], system: ["FoundationEssentials"]),
        "Configuration": Permission(["Rules", "Findings", "RuleCompilation"]),
        "keyhound": Permission(
            [
                "CProcess", "Blobs", "Rules", "RuleCompilation", "BuiltInRules", "PCRE2", "Findings", "Inputs",
                "GitObjects", "Containers", "ScanCache", "Scanning", "Pipeline", "Reporting", "Configuration",
                "Baselines", "Exposure", "Migration", "ArgumentParser", "Crypto",
            ], system: ["Dispatch", "FoundationEssentials", "Glibc", "Synchronization"]),
    ]

    /// Targets in C, which import nothing of ours.
    static let leaves: Set<String> = [
        "CArchive", "CDeflate", "CFiles", "CLiteralKernels", "CPCRE2", "CProcess", "CQPDF", "CSQLite",
    ]

    /// The borders that must hold, whatever the table above becomes.
    static let borders: [String: Set<String>] = [
        "Blobs": ["Rules"],
        "Rules": ["Blobs"],
        "PCRE2": ["Rules", "Blobs"],
        "LiteralSearch": ["Rules", "Blobs"],
        "Checksums": ["Rules", "Blobs"],
        "Inputs": ["Scanning"],
        "GitObjects": ["Scanning", "Pipeline"],
        "Containers": ["Inputs", "Scanning", "Pipeline"],
        "Mail": ["Inputs", "Containers", "Scanning", "Pipeline"],
        "Databases": ["Inputs", "Containers", "Scanning", "Pipeline"],
        "PDF": ["Inputs", "Containers", "Scanning", "Pipeline"],
        "Exposure": ["Scanning", "Pipeline", "Reporting"],
        "Baselines": ["Scanning", "Pipeline", "Reporting"],
        "Scanning": ["Inputs", "Pipeline", "Reporting", "Dispatch", "Foundation", "Glibc"],
        "Pipeline": ["Reporting"],
        "Reporting": ["Scanning", "Pipeline"],
    ]

    @Test("Every target imports only what it may", arguments: permissions.keys.sorted())
    func importsAreAllowed(target: String) throws {
        let permission = try #require(Self.permissions[target])
        let allowed = permission.modules.union(permission.system)
        let violations = Repository.sources.filter { $0.target == target }.flatMap { file in
            file.violations { SwiftCode.importedModule(in: $0).map { !allowed.contains($0) } ?? false }
        }
        expectNone(violations, "\(target) may not import this")
    }

    @Test("Package.swift declares what the table allows, neither more nor less", arguments: permissions.keys.sorted())
    func manifestAgrees(target: String) throws {
        let permission = try #require(Self.permissions[target])
        let declared = try #require(try Manifest().targets.first { $0.name == target })
        #expect(declared.dependencies == permission.modules)
        #expect(declared.usesPlugin == (target == "BuiltInRules"), "a second target with the plugin makes a cycle")
    }

    @Test("Every target stands in the table")
    func tableIsComplete() throws {
        let known = Set(Self.permissions.keys).union(Self.leaves)
        #expect(Set(try Repository.folders(in: "Sources")) == known)
        #expect(Set(try Manifest().targets.map(\.name)) == known.subtracting(["CDeflate", "CPCRE2", "CSQLite"]))
    }

    @Test("The table leaves the borders closed", arguments: borders.keys.sorted())
    func bordersHold(target: String) throws {
        let permission = try #require(Self.permissions[target])
        let forbidden = try #require(Self.borders[target])
        #expect(permission.modules.union(permission.system).isDisjoint(with: forbidden))
    }

    @Test("Only PCRE2 and its tests see the C library")
    func libraryIsEnclosed() {
        let violations = Repository.swiftFiles.filter { !["PCRE2", "PCRE2Tests"].contains($0.target) }.flatMap { file in
            file.violations { SwiftCode.importedModule(in: $0) == "CPCRE2" }
        }
        expectNone(violations, "only PCRE2 may import CPCRE2")
    }
}
