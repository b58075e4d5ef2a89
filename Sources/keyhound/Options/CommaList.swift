import ArgumentParser

/// Several names in one option, separated by commas.
struct CommaList: ExpressibleByArgument {
    let items: [String]

    init?(argument: String) {
        items = argument.split(separator: ",").map(String.init)
        guard !items.isEmpty else { return nil }
    }
}
