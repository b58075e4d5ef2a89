import Foundation
import PackagePlugin

/// Compiles Rules/*.toml of the package into one Swift file of the target that uses this plugin.
@main
struct CompileRules: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        let folder = context.package.directoryURL.appending(path: "Rules", directoryHint: .isDirectory)
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "toml" }
            .sorted { $0.path < $1.path }
        let output = context.pluginWorkDirectoryURL.appending(path: "BuiltInTableBytes.swift")
        return [
            .buildCommand(
                displayName: "Compiling rules",
                executable: try context.tool(named: "rulec").url,
                arguments: files.map(\.path) + ["--output", output.path],
                inputFiles: files,
                outputFiles: [output])
        ]
    }
}
