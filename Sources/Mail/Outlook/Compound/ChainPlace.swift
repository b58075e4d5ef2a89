/// Where in the chain of a stream reading stands.
struct ChainPlace {
    let stream: CompoundStream

    /// The index of the sector in the chain.
    let index: Int

    /// The number of the sector.
    let sector: Int
}
