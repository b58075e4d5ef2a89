/// A page: its dictionary, and the resources that it may have from a node above it.
struct Page {
    /// `nil`: it has none.
    let number: Int?

    let dictionary: [String: PDFObject]
    let resources: PDFObject?
}
