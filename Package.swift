// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

/// Of the targets that look at every byte: optimised in debug builds too, with their assertions. ScanningTests take 105
/// seconds of processor time so, and 260 without (2026-11-27).
let hot: [SwiftSetting] = house + [.unsafeFlags(["-O", "-assert-config", "Debug"], .when(configuration: .debug))]

let package = Package(
    name: "keyhound",
    products: [
        .executable(name: "keyhound", targets: ["keyhound"]),
        // For the programs in Benchmarks.
        .library(name: "BuiltInRules", targets: ["BuiltInRules"]),
        .library(name: "LiteralSearch", targets: ["LiteralSearch"]),
        .library(name: "PCRE2", targets: ["PCRE2"]),
        .library(name: "Rules", targets: ["Rules"]),
        .library(name: "Scoring", targets: ["Scoring"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Level 0: C leaves, no logic above them.
        .target(name: "CFiles"),
        .target(name: "CProcess"),
        // libarchive's headers (apt: libarchive-dev); the library itself is loaded when it is needed.
        .target(name: "CArchive"),
        .target(name: "CLiteralKernels"),
        // libqpdf's headers (apt: libqpdf-dev); the library itself is loaded when it is needed.
        .target(name: "CQPDF"),
        .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
        .systemLibrary(
            name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev", "zlib1g-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),

        // Level 1: bytes and provenance, rules, literal search, regular expressions.
        .target(name: "Blobs", swiftSettings: house),
        .target(name: "Rules", swiftSettings: house),
        .target(name: "LiteralSearch", dependencies: ["CLiteralKernels"], swiftSettings: hot),
        .target(name: "PCRE2", dependencies: ["CPCRE2"], swiftSettings: hot),
        .target(
            name: "Checksums", dependencies: [.product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: house),

        // Rules as data: TOML to a table, at build time and for users' files.
        .target(
            name: "RuleCompilation",
            dependencies: [
                "Rules", "PCRE2", "Checksums", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "TOMLKit", package: "TOMLKit"),
            ],
            swiftSettings: house),
        .executableTarget(name: "rulec", dependencies: ["RuleCompilation"], swiftSettings: house),
        .plugin(name: "CompileRules", capability: .buildTool(), dependencies: ["rulec"]),
        .target(
            name: "BuiltInRules", dependencies: ["Rules"], swiftSettings: house, plugins: ["CompileRules"]),

        // Level 2: what is found, and what was looked at.
        .target(
            name: "Findings",
            dependencies: ["Blobs", "Rules", "Checksums", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: hot),

        // Level 3: judgement, and where bytes come from.
        .target(
            name: "Scoring",
            dependencies: [
                "Rules", "Findings", "Checksums", .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: hot),
        .target(name: "Inputs", dependencies: ["CFiles", "Blobs"], swiftSettings: house),
        .target(
            name: "Baselines",
            dependencies: [
                "Blobs", "Rules", "Findings", "Inputs", "Checksums", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            swiftSettings: house),

        // Git's own files: objects, packs, refs, the index.
        .target(
            name: "GitObjects",
            dependencies: ["CDeflate", "Blobs", "Inputs", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: house),

        // Archives and compressed files: bytes in, members out.
        .target(name: "Containers", dependencies: ["CArchive", "Blobs"], swiftSettings: hot),

        // Mail: mailboxes, messages and files of Outlook; bytes in, parts out.
        .target(
            name: "Mail", dependencies: ["Blobs", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: hot),

        // Databases: bytes in, rows as text out.
        .target(name: "Databases", dependencies: ["CSQLite", "Blobs"], swiftSettings: hot),

        // PDF files: bytes in, text out.
        .target(name: "PDF", dependencies: ["CQPDF", "CDeflate", "Blobs"], swiftSettings: hot),

        // What earlier runs found nothing in.
        .target(name: "ScanCache", dependencies: ["CSQLite", "Blobs"], swiftSettings: hot),

        // Level 4: the pure core, bytes in, findings out.
        .target(
            name: "Scanning",
            dependencies: ["Blobs", "Rules", "LiteralSearch", "PCRE2", "Findings", "Scoring"],
            swiftSettings: hot),

        // Level 5: workers, queue, order, accounting; and reports.
        .target(
            name: "Pipeline",
            dependencies: [
                "Blobs", "Rules", "PCRE2", "Findings", "Scoring", "Inputs", "GitObjects", "Containers", "Mail",
                "Databases", "PDF", "ScanCache", "Scanning",
            ],
            swiftSettings: house),
        .target(name: "Reporting", dependencies: ["Blobs", "Rules", "Findings"], swiftSettings: hot),

        // Where secrets went by mail.
        .target(name: "Exposure", dependencies: ["Blobs", "Findings"], swiftSettings: house),

        // What other scanners left behind: rules, ignore files, reports.
        .target(
            name: "Migration",
            dependencies: [
                "Rules", "PCRE2", "RuleCompilation", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "TOMLKit", package: "TOMLKit"), .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: house),
        .target(
            name: "Configuration", dependencies: ["Rules", "Findings", "RuleCompilation"], swiftSettings: house),

        // Level 6: flags, exit status, wiring.
        .executableTarget(
            name: "keyhound",
            dependencies: [
                "CProcess", "Blobs", "Rules", "RuleCompilation", "BuiltInRules", "Findings", "Inputs", "GitObjects",
                "Containers", "ScanCache", "Scanning", "Pipeline", "Reporting", "PCRE2", "Configuration", "Baselines",
                "Exposure", "Migration",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: house),

        // Tests mirror Sources.
        .testTarget(name: "BlobsTests", dependencies: ["Blobs"], swiftSettings: house),
        .testTarget(name: "RulesTests", dependencies: ["Rules"], swiftSettings: house),
        .testTarget(name: "LiteralSearchTests", dependencies: ["LiteralSearch"], swiftSettings: house),
        .testTarget(name: "PCRE2Tests", dependencies: ["PCRE2", "CPCRE2"], swiftSettings: house),
        .testTarget(name: "ChecksumsTests", dependencies: ["Checksums"], swiftSettings: house),
        .testTarget(
            name: "RuleCompilationTests",
            dependencies: [
                "Rules", "RuleCompilation", "BuiltInRules", .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: house),
        .testTarget(name: "FindingsTests", dependencies: ["Blobs", "Rules", "Findings"], swiftSettings: house),
        .testTarget(
            name: "ScoringTests",
            dependencies: [
                "Scoring", "Findings", "Rules", "Checksums", .product(name: "Crypto", package: "swift-crypto"),
            ], swiftSettings: house),
        .testTarget(name: "InputsTests", dependencies: ["Blobs", "Inputs"], swiftSettings: house),
        .testTarget(
            name: "GitObjectsTests", dependencies: ["CDeflate", "Blobs", "Inputs", "GitObjects"],
            swiftSettings: house),
        .testTarget(name: "MailTests", dependencies: ["CDeflate", "Blobs", "Mail"], swiftSettings: house),
        .testTarget(
            name: "ExposureTests", dependencies: ["Blobs", "Rules", "Findings", "Exposure"], swiftSettings: house),
        .testTarget(
            name: "PDFTests",
            dependencies: [
                "Blobs", "PDF", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            swiftSettings: house),
        .testTarget(
            name: "DatabasesTests", dependencies: ["CSQLite", "Blobs", "Databases"], swiftSettings: house),
        .testTarget(name: "ContainersTests", dependencies: ["Blobs", "Containers"], swiftSettings: house),
        .testTarget(
            name: "ScanCacheTests", dependencies: ["CSQLite", "Blobs", "RuleCompilation", "ScanCache"],
            swiftSettings: house),
        .testTarget(
            name: "ScanningTests",
            dependencies: [
                "CDeflate", "Blobs", "Rules", "RuleCompilation", "BuiltInRules", "Findings", "PCRE2", "Scanning",
            ],
            swiftSettings: house),
        .testTarget(
            name: "PipelineTests",
            dependencies: [
                "Blobs", "Rules", "RuleCompilation", "BuiltInRules", "Findings", "Inputs", "GitObjects", "PCRE2",
                "Containers", "ScanCache", "Scanning", "Pipeline",
            ],
            swiftSettings: house),
        .testTarget(
            name: "ReportingTests", dependencies: ["Blobs", "Rules", "Findings", "Reporting"],
            exclude: ["README.md", "Fixtures"], swiftSettings: house),
        .testTarget(
            name: "BaselinesTests",
            dependencies: [
                "Blobs", "Rules", "Findings", "Baselines", "Checksums", "RuleCompilation",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: house),
        .testTarget(
            name: "MigrationTests",
            dependencies: [
                "Migration", "Rules", "RuleCompilation", "PCRE2", .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: house),
        .testTarget(
            name: "ConfigurationTests", dependencies: ["Configuration", "Findings", "RuleCompilation"],
            swiftSettings: house),
        .testTarget(
            name: "EndToEndTests", dependencies: ["keyhound", "RuleCompilation", "Scanning"], swiftSettings: house),
        .testTarget(name: "HouseTests", swiftSettings: house),
    ]
)
