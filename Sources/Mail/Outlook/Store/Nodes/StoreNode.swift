/// A node of a store: a message, a folder, a table ([MS-PST] section 2.2.2.7.7.4).
struct StoreNode {
    /// Its identifier; the lowest five bits are its type.
    let id: UInt32

    /// The block with its data, or with the list of the blocks.
    let data: UInt64

    /// The block with its subnodes; 0 if it has none.
    let subnodes: UInt64

    /// The folder that holds it; 0 for a subnode.
    let parent: UInt32
}
