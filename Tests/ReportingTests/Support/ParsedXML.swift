import Foundation

#if canImport(FoundationXML)
import FoundationXML
#endif

/// A tree of elements, read by Foundation's parser, which refuses what is not well-formed.
final class ParsedXML: NSObject, XMLParserDelegate {
    final class Element {
        let name: String
        let attributes: [String: String]
        var children: [Element] = []
        var text = ""

        init(_ name: String, _ attributes: [String: String]) {
            self.name = name
            self.attributes = attributes
        }

        /// All elements of this name below this one, in document order.
        func all(_ name: String) -> [Element] {
            children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
        }

        /// All text in it.
        var wholeText: String { text + children.map(\.wholeText).joined() }
    }

    struct Malformed: Error {
        let line: Int
        let reason: String
    }

    private(set) var root = Element("", [:])
    private var open: [Element] = []

    init(_ sink: MemorySink) throws {
        super.init()
        open = [root]
        let parser = XMLParser(data: Data(sink.bytes))
        parser.delegate = self
        guard parser.parse() else {
            throw Malformed(line: parser.lineNumber, reason: parser.parserError.map { "\($0)" } ?? "")
        }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        let element = Element(name, attributes)
        open.last?.children.append(element)
        open.append(element)
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        open.last?.text += text
    }
}
