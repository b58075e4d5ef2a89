import Blobs
import Containers

/// Where a blob stands that may be something to be opened.
struct BlobPlace {
    let provenance: Provenance

    /// What the names of its members are put behind. For the content of a compressed file that is the file: `a.tar.gz`
    /// holds `a.tar.gz!k`.
    let memberBase: Provenance

    /// The blob's own name: what it holds is named after it, if it has no name of its own.
    let name: RawPath

    /// How many containers lie around the blob. Mail is none: it has a limit of its own.
    let depth: Int

    /// Whether the blob is known to be cut, so that no more needs to be said of where it ends.
    var isCut = false

    /// A file, or standard input.
    init(_ provenance: Provenance) {
        self.init(provenance, memberBase: provenance, name: provenance.file, depth: 0)
    }

    private init(_ provenance: Provenance, memberBase: Provenance, name: RawPath, depth: Int) {
        self.provenance = provenance
        self.name = name
        self.memberBase = memberBase
        self.depth = depth
    }

    /// A part of this blob, which is a compound file, a database or a document.
    func inner(_ name: RawPath) -> BlobPlace {
        let provenance = memberBase.appending(.member(name))
        return BlobPlace(provenance, memberBase: provenance, name: name, depth: depth + 1)
    }

    /// A part of this blob, which is mail.
    ///
    /// - Parameter message: the name of the message, in a mailbox that holds several.
    func part(_ name: RawPath, of message: RawPath?, fileName: RawPath?) -> BlobPlace {
        let base = message.map { memberBase.appending(.message($0)) } ?? memberBase
        let provenance = base.appending(.part(name))
        return BlobPlace(provenance, memberBase: provenance, name: fileName ?? name, depth: depth)
    }

    /// A member of this blob, which is a container.
    func member(_ name: RawPath, of kind: ContainerKind) -> BlobPlace {
        let provenance = memberBase.appending(.member(name))
        return BlobPlace(
            provenance, memberBase: kind.isStream ? memberBase : provenance, name: name, depth: depth + 1)
    }
}
