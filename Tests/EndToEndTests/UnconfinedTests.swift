import Foundation
import Testing

/// On a machine that cannot confine lessons they run, and everybody is told; or they do not run, where that is wanted.
@Suite struct UnconfinedTests {
  private static let files = ["lessons/01-a.md": lesson("A", swift("6 * 7"))]

  /// Runs `lessons` where the kernel answers that it knows neither Landlock nor, if wanted, filters.
  private func run(_ course: TemporaryCourse, _ arguments: String...) throws -> TemporaryCourse.Result {
    let program = try OldKernel.program(in: course.folder)
    let result = try TemporaryCourse.run(
      executable: program, [TemporaryCourse.products + "/lessons"] + arguments, in: course.folder)
    return result
  }

  @Test func `a build says so first, goes on, and its report says so, too`() throws {
    let course = try TemporaryCourse(Self.files)
    let built = try run(course, "build")
    #expect(built.status == 0)
    #expect(
      built.errors.hasPrefix(
        "warning: lessons run unconfined on this machine: programs can write wherever you can"))
    #expect(course.read("output/report.html")?.contains("The code ran unconfined") == true)
    #expect(course.read("output/report.json")?.contains("\"confined\": false") == true)
  }

  @Test func `what ran unconfined is run again where it can be confined`() throws {
    let course = try TemporaryCourse(Self.files)
    _ = try run(course, "build")
    let built = try course.run("build")
    #expect(built.errors.contains("ran"))
    #expect(!built.errors.contains("unconfined"))
    #expect(course.read("output/report.json")?.contains("\"confined\": true") == true)
  }

  @Test func `nothing runs where confinement is required`() throws {
    let course = try TemporaryCourse(Self.files)
    let asked = try run(course, "build", "--require-sandbox")
    #expect(asked.status == 2)
    #expect(asked.errors.contains("lessons run unconfined on this machine"))
    try course.write("lessons/course.yml", "title: A\nsandbox: required\n")
    #expect(try run(course, "check").status == 2)
    #expect(try course.run("check").status == 0)
  }

  @Test func `the doctor tells what is open`() throws {
    let course = try TemporaryCourse(Self.files)
    let told = try run(course, "doctor")
    #expect(told.output.contains("limited  confinement: programs can write wherever you can"))
    #expect(told.output.contains("ok       confinement: programs reach no network"))
    #expect(try course.run("doctor").output.contains("ok       confinement: programs write only"))
  }
}

/// Runs a program as on a kernel that has no Landlock.
private enum OldKernel {
  private static let source = """
    #include <errno.h>
    #include <linux/filter.h>
    #include <linux/seccomp.h>
    #include <stddef.h>
    #include <sys/prctl.h>
    #include <unistd.h>
    int main(int count, char **arguments) {
      struct sock_filter lines[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 444, 0, 2),
        BPF_JUMP(BPF_JMP | BPF_JGT | BPF_K, 446, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
      };
      struct sock_fprog filter = {5, lines};
      prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
      if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) != 0) return 99;
      execv(arguments[1], arguments + 1);
      return 98;
    }
    """

  /// Compiles it into the folder, by the compiler that comes with Swift; answers where it is, for `TemporaryCourse`.
  static func program(in folder: String) throws -> String {
    let path = folder + "/old-kernel"
    if !FileManager.default.fileExists(atPath: path) {
      try source.write(toFile: path + ".c", atomically: true, encoding: .utf8)
      let compiler = Process()
      compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      compiler.arguments = ["clang", "-o", path, path + ".c"]
      try compiler.run()
      compiler.waitUntilExit()
    }
    return path
  }
}
