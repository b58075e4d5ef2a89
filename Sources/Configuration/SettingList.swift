import RuleCompilation

/// Makes options of the keys of a configuration file.
struct SettingList {
    private(set) var settings: [Configuration.Setting] = []

    /// What the options that follow are about.
    var scope = Configuration.Setting.Scope.work

    /// What relative paths are relative to, with a slash at its end; empty for the working folder.
    private let folder: String

    init(folder: String) {
        self.folder = folder
    }

    /// - Parameter sense: the value that gives the flag; the other one gives nothing.
    mutating func flag(_ key: String, as option: String, when sense: Bool = true, of section: inout TOMLSection) {
        if section.flag(key) == sense { add(option, nil, key, section) }
    }

    mutating func text(_ key: String, as option: String, of section: inout TOMLSection) {
        if let text = section.text(key) { add(option, text, key, section) }
    }

    mutating func choice(
        _ key: String, of names: [String], as option: String, _ section: inout TOMLSection
    ) {
        let name = section.choice(key, from: names.map { ($0, $0) })
        if let name { add(option, name, key, section) }
    }

    mutating func number(
        _ key: String, in range: ClosedRange<Int>, as option: String, of section: inout TOMLSection
    ) {
        if let number = section.integer(key, in: range) { add(option, "\(number)", key, section) }
    }

    mutating func path(_ key: String, as option: String, of section: inout TOMLSection) {
        if let path = section.text(key) { add(option, resolved(path), key, section) }
    }

    /// An option for each path.
    mutating func paths(_ key: String, as option: String, of section: inout TOMLSection) {
        for path in section.texts(key) { add(option, resolved(path), key, section) }
    }

    /// An option for each text.
    mutating func texts(_ key: String, as option: String, of section: inout TOMLSection) {
        for text in section.texts(key) { add(option, text, key, section) }
    }

    /// One option with all names, joined by commas.
    mutating func names(_ key: String, as option: String, of section: inout TOMLSection) {
        let names = section.texts(key)
        if !names.isEmpty { add(option, names.joined(separator: ","), key, section) }
    }

    private mutating func add(_ option: String, _ value: String?, _ key: String, _ section: TOMLSection) {
        settings.append(
            Configuration.Setting(scope: scope, option: option, value: value, line: section.line(of: key), key: key))
    }

    private func resolved(_ path: String) -> String {
        path.hasPrefix("/") ? path : folder + path
    }
}
