import Blobs

extension ByteBlock {
    /// Fills this block with the object that a delta makes of its base.
    ///
    /// - Parameter header: how many bytes of the base's block are not the base.
    /// - Precondition: the shape is the delta's, and its result fits.
    func fill(
        _ delta: ByteBlock, _ shape: Delta.Shape, _ base: ByteBlock, header: Int = 0, _ copies: inout [CopiedRange]
    ) throws(ObjectError) {
        try delta.withBytes { (delta) throws(ObjectError) in
            try base.withBytes { (base) throws(ObjectError) in
                let content = base.extracting(header..<base.count)
                try fill(shape.resultSize) { (result) throws(ObjectError) in
                    try Delta.apply(delta, shape, to: content, into: &result, copies: &copies)
                    return shape.resultSize
                }
            }
        }
    }
}
