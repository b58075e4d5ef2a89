import Findings

/// What every text with mail addresses passes before a report may hold it: addresses are kept in lower case, and a
/// secret in one must not be told that way.
struct AddressFilter {
    private let masker: Masker
    private let filter: ContentFilter

    init(_ report: RunReport) {
        masker = report.addressMasker
        filter = ContentFilter(report.masker)
    }

    /// `text` without secrets, cut as `ContentFilter` cuts.
    func text(_ text: String) -> String { filter.text(masker.mask(text)) }
}
