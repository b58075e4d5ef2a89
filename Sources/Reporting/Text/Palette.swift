import Findings
import Rules

/// Terminal colours, or none.
struct Palette {
    private let isOn: Bool

    init(colour: Bool) {
        isOn = colour
    }

    func severity(_ text: String, _ severity: Severity) -> String {
        switch severity {
        case .critical, .high: paint(text, "1;31")
        case .medium: paint(text, "33")
        case .low: paint(text, "36")
        }
    }

    func place(_ text: String) -> String { paint(text, "1") }
    func label(_ text: String) -> String { paint(text, "2") }
    func good(_ text: String) -> String { paint(text, "1;32") }
    func bad(_ text: String) -> String { paint(text, "1;31") }

    private func paint(_ text: String, _ attributes: String) -> String {
        isOn ? "\u{1B}[\(attributes)m\(text)\u{1B}[0m" : text
    }
}
