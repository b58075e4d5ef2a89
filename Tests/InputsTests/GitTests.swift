import Blobs
import Glibc
import Inputs
import Testing

extension InputsTests {
    @Suite struct GitTests {
        private static let sha1 = String(repeating: "0a", count: 20)
        private static let sha256 = String(repeating: "0a", count: 32)

        @Test(
            arguments: [
                ("index", .stagingArea), ("sharedindex.\(sha1)", .stagingArea), ("worktrees/w/index", .stagingArea),
                ("objects/0a/\(sha1.dropLast(2))", .looseObject), ("objects/ff/\(sha256.dropLast(2))", .looseObject),
                ("objects/pack/pack-\(sha1).pack", .pack), ("objects/pack/pack-\(sha256).idx", .packIndex),
                ("objects/pack/pack-\(sha1).rev", .reverseIndex), ("objects/pack/pack-\(sha1).bitmap", .bitmap),
                ("objects/pack/pack-\(sha1).mtimes", .modificationTimes),
                ("objects/pack/multi-pack-index", .multiPackIndex),
                ("objects/pack/multi-pack-index-\(sha1).bitmap", .bitmap),
                ("reftable/0x000000000001-0x00000000000f-0badcafe.ref", .refTable),
                // Ordinary files, whatever they try to look like.
                ("config", nil), ("HEAD", nil), ("packed-refs", nil), ("shallow", nil), ("FETCH_HEAD", nil),
                ("index.lock", nil),
                ("COMMIT_EDITMSG", nil), ("hooks/index", nil), ("logs/HEAD", nil), ("info/index", nil),
                ("sharedindex.x", nil),
                ("objects/info/packs", nil), ("objects/info/alternates", nil), ("objects/secret", nil),
                ("objects/0a/secret", nil),
                ("objects/0a/\(sha1)", nil), ("objects/0A/\(sha1.dropLast(2))", nil),
                ("objects/0g/\(sha1.dropLast(2))", nil),
                ("objects/0a/x/\(sha1.dropLast(2))", nil), ("objects/0a/\(sha1.dropLast(2).uppercased())", nil),
                ("objects/pack/pack-\(sha1).keep", nil), ("objects/pack/pack-\(sha1).promisor", nil),
                ("objects/pack/pack-x.pack", nil),
                ("objects/pack/x/pack-\(sha1).pack", nil), ("objects/pack/pack-\(sha1).pack.txt", nil),
                ("objects/pack/multi-pack-index-\(sha1).pack", nil), ("lfs/objects/0a/0a/\(sha256)", nil),
                ("reftable/tables.list", nil),
                ("reftable/secret.ref", nil), ("worktrees/w/HEAD", nil), ("worktrees/index", nil),
                ("modules/m/index", nil),
            ] as [(String, GitStoreKind?)])
        func storeKinds(path: String, expected: GitStoreKind?) {
            #expect(GitPlace.storeKind(ofPath: bytes(path).span) == expected)
        }

        @Test func signatures() {
            #expect(GitStoreKind.stagingArea.begins(bytes("DIRC").span) == true)
            #expect(GitStoreKind.stagingArea.begins(bytes("TOKE").span) == false)
            #expect(GitStoreKind.stagingArea.begins(bytes("DIR").span) == false)
            #expect(GitStoreKind.looseObject.begins(bytes("toke").span) == false)
            #expect(GitStoreKind.packIndex.begins(bytes("toke").span) == false)
        }

        /// A repository that git made, packed and added to: each file is named rightly, and begins as its kind says.
        @Test func aRealRepository() throws {
            let folder = try TemporaryFolder()
            let script = """
                cd '\(folder.path)' && export HOME="$PWD" GIT_CONFIG_NOSYSTEM=1 && git init -q r && cd r &&
                git config user.name n && git config user.email e@example.invalid &&
                echo one > f && git add f && git commit -qm 1 &&
                git config pack.writeBitmaps true && git -c pack.writeReverseIndex=true repack -qadb --write-midx &&
                echo two > f && git add f && git commit -qm 2 && git worktree add -q ../w && git tag -a t -m t
                """
            try #require(unsafe system(script) == 0)
            var stores: [GitStoreKind: Int] = [:]
            var plain: Set<String> = []
            let base = folder.file("r/.git").utf8.count + 1
            let handles = DirectoryHandles()
            let root = try handles.root(RawPath(folder.file("r/.git")))
            var shape = GitFolderShape()
            var reader = try DirectoryReader(root)
            _ = try reader.read { name, kind, _ in
                shape.note(name, kind)
                return .goOn
            }
            #expect(shape.isGitFolder)
            _ = try walk(root) { directory, name in
                let path = Array(directory.path(of: name).bytes[base...])
                guard let kind = GitPlace.storeKind(ofPath: path.span) else {
                    plain.insert(String(decoding: path, as: UTF8.self))
                    return
                }
                stores[kind, default: 0] += 1
                var source = try FileSource(name, in: directory)
                let start = try Array(readAll(&source).prefix(GitStoreKind.signatureLength))
                let begins = kind.begins(start.span)
                #expect(begins, "\(String(decoding: path, as: UTF8.self))")
            }
            #expect(stores[.looseObject] == 4)
            #expect(stores[.pack] == 1 && stores[.packIndex] == 1 && stores[.multiPackIndex] == 1)
            #expect(stores[.stagingArea] == 2)
            #expect(plain.isSuperset(of: ["HEAD", "config", "logs/HEAD", "worktrees/w/HEAD", "COMMIT_EDITMSG"]))
            #expect(!plain.contains { $0.hasPrefix("objects/") && !$0.hasPrefix("objects/info/") })
        }

        @Test func aShapeNeedsAllThree() {
            func shape(_ entries: [(String, EntryKind)]) -> Bool {
                var shape = GitFolderShape()
                for (name, kind) in entries { shape.note(bytes(name).span, kind) }
                return shape.isGitFolder
            }
            #expect(shape([("refs", .directory), ("HEAD", .regular), ("objects", .directory), ("x", .fifo)]))
            #expect(!shape([("refs", .directory), ("HEAD", .directory), ("objects", .directory)]))
            #expect(!shape([("refs", .directory), ("HEAD", .regular)]))
            #expect(!shape([("refs", .regular), ("HEAD", .regular), ("objects", .directory)]))
        }
    }
}
