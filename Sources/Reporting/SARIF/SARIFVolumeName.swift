/// The names of the further files of a split SARIF report, and which files are such.
enum SARIFVolumeName {
    /// `report-2.sarif` for `report.sarif` and 2; the name itself for 1.
    static func name(_ name: [UInt8], number: Int) -> [UInt8] {
        guard number > 1 else { return name }
        let dot = name.lastIndex(of: UInt8(ascii: ".")) ?? name.endIndex
        let end = dot == name.startIndex ? name.endIndex : dot
        return name[..<end] + Array("-\(number)".utf8) + name[end...]
    }

    /// How many first bytes `isVolume` wants.
    static let openingCount = SARIFReportWriter.opening.utf8.count

    /// Whether a file that begins with `start` was written by `SARIFReportWriter`, and may be replaced without having
    /// been named.
    static func isVolume(_ start: [UInt8]) -> Bool {
        start.elementsEqual(SARIFReportWriter.opening.utf8)
    }
}
