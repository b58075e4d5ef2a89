import Blobs
import Inputs

/// The settings of one configuration file. Nothing is included, and nothing that is read here is run or followed.
///
/// Format: git's Documentation/git-config, "CONFIGURATION FILE".
public struct GitConfiguration: Sendable {
    /// A file that is larger, in bytes, is refused.
    public static let sizeLimit = 1 << 20

    struct Setting: Hashable, Sendable {
        /// In lower case.
        let section: [UInt8]

        /// As it is spelled.
        let subsection: [UInt8]?

        /// In lower case.
        let key: [UInt8]

        /// `nil` for a key alone, which means "true".
        let value: [UInt8]?

        /// `nil` when the value is no truth value.
        var boolean: Bool? {
            guard let value else { return true }
            switch String(decoding: value.lowercased, as: UTF8.self) {
            case "true", "yes", "on": return true
            case "false", "no", "off", "": return false
            case let text: return Int(text).map { $0 != 0 }
            }
        }
    }

    /// In the order of the file.
    let settings: [Setting]

    init(settings: [Setting] = []) {
        self.settings = settings
    }

    /// - Parameter content: of a configuration file.
    /// - Throws: `GitConfigurationError` where git would refuse the file.
    ///
    /// Complexity: O(n) in the length of the content.
    public init(_ content: [UInt8]) throws(GitConfigurationError) {
        var parser = GitConfigurationParser(content)
        settings = try parser.settings()
    }

    /// The settings of a file; none when there is no such file.
    ///
    /// - Throws: `RepositoryError.unreadable` or `.corrupt`.
    public static func read(
        _ path: RawPath, handles: DirectoryHandles
    ) throws(RepositoryError) -> GitConfiguration {
        let content: [UInt8]?
        do {
            content = try RepositoryFile.readIfThere(path, handles: handles, limit: sizeLimit)
        } catch {
            throw .unreadable(error)
        }
        guard let content else { return GitConfiguration() }
        do {
            return try GitConfiguration(content)
        } catch {
            throw .corrupt("the configuration cannot be read from line \(error.line) on")
        }
    }

    /// The last value of a setting; `nil` when it is not set, empty when it is set without a value.
    ///
    /// - Parameters:
    ///   - section, key: in lower case.
    ///   - subsection: as it is spelled.
    ///
    /// Complexity: O(n) in the number of settings.
    public func value(_ section: String, _ key: String, subsection: [UInt8]? = nil) -> [UInt8]? {
        setting(section, key, subsection: subsection).map { $0.value ?? [] }
    }

    /// The last value of a setting as a truth value; `nil` when it is not set, or is none.
    public func boolean(_ section: String, _ key: String, subsection: [UInt8]? = nil) -> Bool? {
        setting(section, key, subsection: subsection)?.boolean
    }

    /// `core.hooksPath` as it is spelled; `nil` when it is not set. It may be relative, or begin with `~/`.
    public func hooksPath() -> [UInt8]? {
        value("core", "hookspath")
    }

    /// The settings of both, those of the other file last: they count.
    func overlaid(with other: GitConfiguration) -> GitConfiguration {
        GitConfiguration(settings: settings + other.settings)
    }

    private func setting(_ section: String, _ key: String, subsection: [UInt8]?) -> Setting? {
        settings.last {
            $0.subsection == subsection && $0.section.elementsEqual(section.utf8) && $0.key.elementsEqual(key.utf8)
        }
    }
}

extension [UInt8] {
    /// With the letters of ASCII in lower case.
    var lowercased: [UInt8] {
        map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 | 0x20 : $0 }
    }
}
