// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// The swift-syntax that the toolchain ships prebuilt, beside its compiler.
///
/// Building swift-syntax from source costs a newcomer minutes; these libraries cost seconds, and the
/// course needs this very compiler anyway. Only `LessonSyntax` sees them.
let prebuiltSwiftSyntax: String = {
  let folders = (Context.environment["PATH"] ?? "").split(separator: ":").map(String.init)
  let compilers = folders.map { URL(fileURLWithPath: $0 + "/swiftc").resolvingSymlinksInPath() }
  let hosts = compilers.map {
    $0.deletingLastPathComponent().deletingLastPathComponent().path + "/lib/swift/host"
  }
  return hosts.first { FileManager.default.fileExists(atPath: $0 + "/libSwiftParser.so") }
    ?? "/usr/lib/swift/host"
}()

let package = Package(
  name: "lessons",
  products: [
    .executable(name: "lessons", targets: ["lessons"]),
    .executable(name: "lesson-runner", targets: ["LessonRunner"]),
    .executable(name: "lesson-syntax", targets: ["LessonSyntax"]),
    .executable(name: "activation-eval", targets: ["activation-eval"]),
    .executable(name: "train-gpt", targets: ["train-gpt"]),
    .library(name: "Activations", targets: ["Activations"]),
    .library(name: "DataSets", targets: ["DataSets"]),
    .library(name: "Figures", targets: ["Figures"]),
    .library(name: "LessonKit", targets: ["LessonKit"]),
    .library(name: "Neural", targets: ["Neural"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Mathematics. Rounding without optimisation calls the C library's; nothing else of it is used.
    // It declares the functions of Kernels instead of importing them, for the sake of the lessons: ARCHITECTURE.md.
    .target(
      name: "Activations", dependencies: ["Kernels"],
      swiftSettings: [.enableExperimentalFeature("Extern")], linkerSettings: [.linkedLibrary("m")]),
    .target(name: "Kernels"),
    .target(
      name: "Neural", dependencies: ["Activations", "Kernels"],
      swiftSettings: [.enableExperimentalFeature("Extern")]),
    // The data sets are embedded as they are, packed.
    .target(
      name: "CDataSets",
      exclude: [
        "NOTICE.md", "austen-pride.txt.gz", "digits8x8.csv.gz", "fashion4k-images.idx3.gz",
        "fashion4k-labels.idx1.gz", "shakespeare.txt.gz", "spoken-digits-index.tsv.gz",
        "spoken-digits-logmel.idx3.gz",
      ],
      linkerSettings: [.linkedLibrary("z")]),
    .target(
      name: "DataSets", dependencies: ["CDataSets", "Activations", "Neural"],
      swiftSettings: [.enableExperimentalFeature("Extern")]),
    .target(name: "Figures", linkerSettings: [.linkedLibrary("m")]),
    .executableTarget(name: "activation-eval", dependencies: ["Activations"]),
    .executableTarget(
      name: "train-gpt",
      dependencies: [
        "DataSets", "Figures", "Neural", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(name: "Experiments", dependencies: ["Activations", "DataSets", "Figures", "Neural"]),
    .target(
      name: "LessonKit", dependencies: ["Activations", "DataSets", "Experiments", "Figures", "Neural"]),

    // Tool
    .target(name: "CourseModel", dependencies: ["Figures"]),
    .target(name: "ContentStore"),
    .target(name: "LessonMarkdown", dependencies: ["CourseModel", "CCMark", "Yams"]),
    .target(name: "CScratch"),
    .target(name: "Evaluation", dependencies: ["CourseModel", "ContentStore", "CScratch", "Figures"]),
    .target(
      name: "CourseSite",
      dependencies: ["CourseModel", "ContentStore", "Figures", "CDuktape", "CGraphviz", "CTheme", "CZlib"]),
    // C embeds files in no time; Swift's `embedInCode` makes an array literal with a number for each byte, which
    // is dear to optimise.
    .target(name: "CTheme", exclude: ["course.css", "course.js", "live.js"]),
    .executableTarget(
      name: "lessons",
      dependencies: [
        "CourseModel", "ContentStore", "LessonMarkdown", "Evaluation", "CourseSite", "Figures", "Experiments",
        "Activations", "CTheme", "LessonRunner", "LessonSyntax",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Input that was damaged, for all that reads what others wrote; it asks the parser, too.
    .executableTarget(
      name: "lesson-fuzz",
      dependencies: [
        "CourseModel", "ContentStore", "LessonMarkdown", "Evaluation", "CourseSite", "Figures", "Neural",
        "LessonRunner",
        "LessonSyntax", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Child processes. A target that names an executable is not linked with it, but has it built first, so
    // that `swift run lessons` finds both beside itself.
    .executableTarget(
      name: "LessonRunner", dependencies: ["LessonKit", "CScratch"],
      linkerSettings: [.unsafeFlags(["-Xlinker", "--export-dynamic"])]),
    .executableTarget(
      name: "LessonSyntax",
      swiftSettings: [.unsafeFlags(["-I", prebuiltSwiftSyntax])],
      linkerSettings: [
        .unsafeFlags(["-L", prebuiltSwiftSyntax, "-Xlinker", "-rpath", "-Xlinker", prebuiltSwiftSyntax]),
        .linkedLibrary("SwiftParser"), .linkedLibrary("SwiftSyntax"), .linkedLibrary("SwiftIDEUtils"),
      ]),

    // Tests: a target for each library, then those of the whole
    .testTarget(
      name: "ActivationsTests", dependencies: ["Activations", "Kernels"], exclude: ["Golden"]),
    .testTarget(
      name: "NeuralTests", dependencies: ["Neural", "Activations", "Kernels"], exclude: ["Reference"]),
    .testTarget(name: "DataSetsTests", dependencies: ["DataSets", "Neural"]),
    .testTarget(name: "FiguresTests", dependencies: ["Figures"], exclude: ["Snapshots"]),
    .testTarget(
      name: "ExperimentsTests", dependencies: ["Experiments", "Activations", "DataSets", "Figures", "Neural"]),
    .testTarget(name: "LessonKitTests", dependencies: ["LessonKit"]),
    .testTarget(name: "CourseModelTests", dependencies: ["CourseModel"]),
    .testTarget(name: "ContentStoreTests", dependencies: ["ContentStore"]),
    .testTarget(name: "LessonMarkdownTests", dependencies: ["LessonMarkdown", "CourseModel"]),
    .testTarget(
      name: "EvaluationTests", dependencies: ["Evaluation", "CourseModel", "ContentStore", "Figures"]),
    .testTarget(
      name: "CourseSiteTests", dependencies: ["CourseSite", "CourseModel", "ContentStore", "Figures"],
      exclude: ["Snapshots"]),
    .testTarget(
      name: "ConformanceTests", dependencies: ["LessonMarkdown", "CourseModel", "CourseSite"],
      exclude: ["fetch-suites"]),
    .testTarget(
      name: "EndToEndTests", dependencies: ["lessons", "activation-eval", "train-gpt", "Activations"]),
    .testTarget(name: "BrowserTests", dependencies: ["lessons"], exclude: ["fetch-axe"]),

    // System libraries
    .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CDuktape", pkgConfig: "duktape", providers: [.apt(["duktape-dev"])]),
    .systemLibrary(name: "CGraphviz", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
  ]
)
