/// Numbers for people.
enum Quantity {
    /// `1,234,567`.
    static func count(_ value: Int) -> String {
        var groups: [String] = []
        var rest = value.magnitude
        while rest >= 1000 {
            let group = String(rest % 1000)
            groups.append(String(repeating: "0", count: 3 - group.count) + group)
            rest /= 1000
        }
        groups.append(String(rest))
        return (value < 0 ? "-" : "") + groups.reversed().joined(separator: ",")
    }

    /// `1 file`, `2 files`, `1,000 files`.
    static func count(_ value: Int, _ noun: String, plural: String? = nil) -> String {
        count(value) + " " + (value == 1 ? noun : plural ?? noun + "s")
    }

    /// `12 bytes`, `1.5 KiB`: cut, not rounded, to one decimal.
    static func bytes(_ value: Int) -> String {
        guard value >= 1024 else { return count(value, "byte") }
        let units = ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
        var unit = 0
        var size = 1024
        while unit + 1 < units.count, value / size >= 1024 {
            size *= 1024
            unit += 1
        }
        let tenths = value / (size / 1024) * 10 / 1024
        return count(tenths / 10) + ".\(tenths % 10) " + units[unit]
    }
}
