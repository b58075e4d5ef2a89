import Foundation

do {
    try Command(CommandLine.arguments.dropFirst()).run()
} catch let error as BenchmarkError {
    FileHandle.standardError.write(Data("microbench: \(error.text)\n".utf8))
    exit(2)
}
