import Testing

@Suite("Nothing traps, and nothing is unsafe, without being listed")
struct SafetyTests {
    /// The files with unsafe code. Each use in them is marked, and justified in one line.
    static let unsafeFiles: Set<String> = [
        "Sources/Blobs/Bytes/ByteCopying.swift",
        "Sources/Containers/Reading/ArchiveInput.swift",
        "Sources/Containers/Reading/ContainerReader.swift",
        "Sources/Containers/Reading/NameLocale.swift",
        "Sources/Databases/Bytes/DescriptorBytes.swift",
        "Sources/Databases/SQLite/Connection+Protection.swift",
        "Sources/Databases/SQLite/Connection.swift",
        "Sources/Databases/SQLite/LargeValue.swift",
        "Sources/Databases/SQLite/SourceFileSystem.swift",
        "Sources/Databases/SQLite/Statement.swift",
        "Sources/Mail/Bytes/MutableSpan+Stores.swift",
        "Sources/Mail/Bytes/ByteFinding.swift",
        "Sources/GitObjects/Inflating/ByteBlock.swift",
        "Sources/GitObjects/Inflating/ByteCopy.swift",
        "Sources/GitObjects/Inflating/Inflater.swift",
        "Sources/GitObjects/Inflating/ObjectHasher.swift",
        "Sources/GitObjects/Inflating/ZlibStream.swift",
        "Sources/GitObjects/Parsing/ByteSearch.swift",
        "Sources/GitObjects/References/DeflatedBlock.swift",
        "Sources/Inputs/SystemCall.swift",
        "Sources/Inputs/Walking/EntryBatch.swift",
        "Sources/LiteralSearch/Kernels/ByteCounter.swift",
        "Sources/LiteralSearch/Literals/LiteralHits.swift",
        "Sources/LiteralSearch/Literals/LiteralSearcher.swift",
        "Sources/LiteralSearch/Literals/LiteralTable.swift",
        "Sources/LiteralSearch/Runs/ClassRunHits.swift",
        "Sources/LiteralSearch/Runs/ClassRunTable.swift",
        "Sources/PCRE2/CompiledCode.swift",
        "Sources/PCRE2/Matcher.swift",
        "Sources/PCRE2/PCRE2Library.swift",
        "Sources/PDF/Encryption/EncryptedFile.swift",
        "Sources/PDF/Filters/ZlibInflater.swift",
        "Sources/Pipeline/Blobs/SystemError.swift",
        "Sources/Reporting/Delivery/SystemCall.swift",
        "Sources/Rules/TableBytes.swift",
        "Sources/ScanCache/Database/Connection.swift",
        "Sources/ScanCache/Database/DatabaseFile.swift",
        "Sources/ScanCache/Database/SQLiteResult.swift",
        "Sources/ScanCache/Database/Statement.swift",
        "Sources/ScanCache/Ids/WordLoading.swift",
        "Sources/keyhound/Process/AddressSpace.swift",
        "Sources/keyhound/Process/Environment.swift",
        "Sources/keyhound/Process/FileCalls.swift",
        "Sources/keyhound/Process/ProcessHardening.swift",
        "Sources/keyhound/Process/RawArguments.swift",
        "Sources/keyhound/Process/Signals.swift",
        "Sources/keyhound/Process/StandardStreams.swift",
        "Sources/keyhound/Process/SystemClock.swift",
    ]

    @Test("Unsafe code is in the listed files only")
    func unsafeCodeIsListed() {
        let files = Repository.sources.filter { file in
            file.code.contains { line in
                line.contains("nsafe") && SwiftCode.words(in: line).contains { $0.lowercased().contains("unsafe") }
            }
        }
        let found = Set(files.map(\.path))
        expectNone(found.subtracting(Self.unsafeFiles).sorted(), "unsafe code in a file that is not listed")
        expectNone(Self.unsafeFiles.subtracting(found).sorted(), "nothing unsafe in it: take it off the list")
    }

    @Test("No forced unwrap, no forced try, no forced cast")
    func nothingIsForced() {
        let violations = Repository.swiftFiles.flatMap { $0.violations(where: SwiftCode.hasForcedUnwrap) }
        expectNone(violations, "`!` traps: throw, return, or say with `guard` why it cannot happen")
    }

    @Test("Only programs print")
    func librariesAreSilent() {
        // `rulec` runs inside a build, which reads its messages from standard output.
        let violations = Repository.sources.filter { !["keyhound", "rulec"].contains($0.target) }.flatMap { file in
            file.violations { line in
                ["print", "debugPrint", "dump"].contains { SwiftCode.words(in: line).contains($0[...]) }
                    && (line.contains("print(") || line.contains("Print(") || line.contains("dump("))
            }
        }
        expectNone(violations, "a library hands its results on, it does not print them")
    }
}
