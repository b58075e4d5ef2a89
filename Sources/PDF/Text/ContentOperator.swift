/// The operators of a content stream that text depends on (ISO 32000-2, annex A).
enum ContentOperator: String, CaseIterable {
    case save = "q"
    case restore = "Q"
    case concatenate = "cm"
    case paint = "Do"
    case beginText = "BT"
    case font = "Tf"
    case characterSpacing = "Tc"
    case wordSpacing = "Tw"
    case scaling = "Tz"
    case leading = "TL"
    case rise = "Ts"
    case move = "Td"
    case moveAndLead = "TD"
    case matrix = "Tm"
    case nextLine = "T*"
    case show = "Tj"
    case showPieces = "TJ"
    case showOnNextLine = "'"
    case showSpacedOnNextLine = "\""
    case beginImage = "BI"
    case parameters = "gs"

    static let named = Dictionary(uniqueKeysWithValues: allCases.map { (Keyword($0.rawValue), $0) })
}
