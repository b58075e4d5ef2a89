// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "keyhound-benchmarks",
    dependencies: [.package(name: "keyhound", path: "..")],
    targets: [
        .executableTarget(
            name: "judge-lookalikes",
            dependencies: [.product(name: "Scoring", package: "keyhound")],
            path: "Sources/JudgeLookalikes",
            swiftSettings: house),
        .executableTarget(
            name: "microbench",
            dependencies: [
                .product(name: "LiteralSearch", package: "keyhound"),
                .product(name: "PCRE2", package: "keyhound"),
                .product(name: "Rules", package: "keyhound"),
            ],
            path: "Sources/Microbench",
            swiftSettings: house),
        .executableTarget(
            name: "value-features",
            dependencies: [
                .product(name: "BuiltInRules", package: "keyhound"),
                .product(name: "PCRE2", package: "keyhound"),
                .product(name: "Rules", package: "keyhound"),
                .product(name: "Scoring", package: "keyhound"),
            ],
            path: "Sources/ValueFeatures",
            swiftSettings: house),
    ]
)
