import Scoring

let arguments = CommandLine.arguments.dropFirst()
guard let first = arguments.first else {
    print(
        "usage: judge-lookalikes FILE.khla… | --random COUNT [--seed SEED]; --list FILE.khla shows what passes, masked")
    throw Failure.usage
}
if first == "--random" {
    let rest = Array(arguments)
    try RandomKeys.measure(count: rest.count > 1 ? rest[1] : "1000000", seed: rest.count > 3 ? rest[3] : "1")
} else {
    let list = first == "--list"
    for path in arguments where path != "--list" { try Lookalikes.measure(path: path, listing: list) }
}

enum Failure: Error { case usage, badFile, badNumber }
