import Blobs
import Containers
import Databases

/// The part that a database has in hand, paid for out of a budget.
final class DatabasePartBytes: ContainerSource {
    private let database: DatabaseReader
    private let budget: ContainerBudget
    private let stated: Int?

    let canSeek = false
    private(set) var failure: SourceFailure?

    init(_ part: DatabasePart, of database: DatabaseReader, budget: ContainerBudget) {
        self.database = database
        self.budget = budget
        stated = part.size
    }

    var size: Int? { stated }

    func read(into buffer: inout MutableSpan<UInt8>, at offset: Int) throws(ByteSourceError) -> Int {
        do throws(ContainerLimit) {
            let allowed = try budget.expandable()
            var room = buffer._mutatingExtracting(0..<min(buffer.count, allowed))
            do throws(DatabaseError) {
                let count = try database.read(into: &room)
                budget.spend(bytes: count)
                return count
            } catch {
                failure = SourceFailure(error)
            }
        } catch {
            failure = .limit(error)
        }
        throw ByteSourceError(offset: offset, errorNumber: 0)
    }
}
