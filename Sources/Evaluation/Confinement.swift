/// What a child process may use and touch, as the runner is told.
struct Confinement: Sendable, Hashable {
  /// Megabytes of all files of a lesson's run together.
  static let runStorage = 100
  /// Files and folders of a lesson's run.
  static let runFiles = 10_000

  /// The folder of everything that belongs to the process; removed if the tool is gone.
  var scratch: String
  /// The folder in which it starts, and in which it may write.
  var folder: String
  /// Seconds on the clock.
  var seconds: Double
  /// Seconds of all its threads together.
  var processorSeconds: Int
  /// Megabytes of address space; 0 for no limit.
  var memory: Int
  /// Megabytes that it may print, and that one file may hold.
  var output: Int
  /// Megabytes of all files in its folder together.
  var storage = Self.runStorage
  /// Files and folders in its folder.
  var files = Self.runFiles
  /// Processes at a time.
  var processes = 16
  /// What else it may read.
  var readable: [String] = []
  /// What else it may read and change.
  var writable: [String] = []
  /// What it may start, and read.
  var executable: [String] = []
  /// Whether it must not run on a machine that cannot confine it.
  var isRequired = false

  /// The runner's options.
  var options: [String] {
    let numbers = [
      "--seconds": "\(seconds)", "--cpu-seconds": "\(processorSeconds)", "--memory-mb": "\(memory)",
      "--output-mb": "\(output)", "--scratch-mb": "\(storage)", "--scratch-files": "\(files)",
      "--processes": "\(processes)", "--required": isRequired ? "1" : "0", "--folder": folder,
      "--scratch": scratch,
    ]
    return numbers.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
      + readable.flatMap { ["--read", $0] } + writable.flatMap { ["--write", $0] }
      + executable.flatMap { ["--execute", $0] }
  }
}

/// Places of the system that programs need, whatever they do.
enum SystemFiles {
  /// What the dynamic loader reads, on a machine of that architecture.
  static func libraries(_ architecture: String) -> [String] {
    ["/lib64", "/usr/lib64", "/lib/\(architecture)-linux-gnu", "/usr/lib/\(architecture)-linux-gnu"]
      + ["/etc/ld.so.cache"]
  }

  /// What the C library and Foundation ask for: time zones, languages, the number of processors, random bytes.
  static let facts = [
    "/usr/share/zoneinfo", "/usr/lib/locale", "/sys/devices/system/cpu", "/proc/meminfo", "/proc/cpuinfo",
    "/dev/zero", "/dev/random", "/dev/urandom",
  ]

  /// The program that starts dynamically linked programs.
  static func loader(_ architecture: String) -> String {
    architecture == "aarch64" ? "/lib/ld-linux-aarch64.so.1" : "/lib64/ld-linux-x86-64.so.2"
  }

  /// Where programs and headers lie.
  static let programs = ["/usr", "/bin", "/sbin", "/lib", "/lib64", "/etc/alternatives"]
}
