import ArgumentParser

/// A duration as an option: `5` or `5s` for seconds, `500ms`, `2m`, `1h`.
struct TimeSpan: ExpressibleByArgument {
    let seconds: Double

    init?(argument: String) {
        let units: [(suffix: String, seconds: Double)] = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600), ("", 1)]
        guard let unit = units.first(where: { argument.hasSuffix($0.suffix) }),
            let number = Double(argument.dropLast(unit.suffix.count)), number > 0, number.isFinite
        else { return nil }
        seconds = number * unit.seconds
    }
}
