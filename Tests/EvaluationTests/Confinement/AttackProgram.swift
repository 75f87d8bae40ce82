/// A lesson's program that tries what no lesson may do, one line of output an attempt: `held NAME` or `OPEN NAME`.
///
/// It speaks with the kernel by numbers, so that nothing the C library does in between can hold it back.
enum AttackProgram {
  /// The program; `outside` is a folder of the user that belongs to no lesson and holds a file `secret`.
  static func text(outside: String) -> String {
    "let outside = \"\(outside)\"\n" + means + files + metadata + network + processes + programs + kernel
  }

  private static let means = #"""
    import Glibc

    typealias Syscall = @convention(c) (Int, Int, Int, Int, Int, Int, Int) -> Int
    let syscall = unsafeBitCast(dlsym(nil, "syscall")!, to: Syscall.self)

    func call(_ number: Int, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0, _ d: Int = 0, _ e: Int = 0, _ f: Int = 0) -> Int {
      syscall(number, a, b, c, d, e, f)
    }

    func tell(_ name: String, _ isHeld: Bool) { print(isHeld ? "held" : "OPEN", name) }

    func refused(_ name: String, _ answer: Int) { tell(name, answer < 0) }

    func refused(_ name: String, _ answer: Int32) { tell(name, answer < 0) }

    func address(_ text: String) -> Int { Int(bitPattern: strdup(text)) }

    let parent = Int(getppid())

    """#

  private static let files = #"""
    for (name, path) in [
      ("temporary folder", "/tmp/attack"), ("shared memory", "/dev/shm/attack"), ("own program", "../main.swift"),
      ("own record", "../record"), ("own report", "../report"), ("outside", outside + "/new"),
      ("file outside", outside + "/secret"), ("a device", "/dev/full"), ("supervisor's memory", "/proc/\(parent)/mem"),
    ] {
      refused("write \(name)", open(path, O_WRONLY | O_CREAT, 0o600))
    }
    refused("create by its older name", call(85, address(outside + "/new"), 0o600))
    refused("truncate outside", truncate(outside + "/secret", 0))
    refused("remove outside", unlink(outside + "/secret"))
    refused("make a folder outside", mkdir(outside + "/folder", 0o700))
    refused("make a pipe outside", mkfifo(outside + "/pipe", 0o600))
    refused("make a link outside", symlink("/etc", outside + "/link"))
    refused("link from outside", link(outside + "/secret", "mine"))
    close(open("own", O_WRONLY | O_CREAT, 0o600))
    refused("rename to outside", rename("own", outside + "/own"))
    refused("rename from outside", rename(outside + "/secret", "mine"))
    symlink(outside + "/secret", "way")
    refused("write through a link", open("way", O_WRONLY))
    refused("read through a link", open("way", O_RDONLY))
    refused("make a device", mknod("device", S_IFCHR | 0o600, 0x103))
    for path in [
      "/etc/passwd", "/etc/shadow", "/etc/hostname", "/etc/hosts", "/proc/1/cmdline", "/proc/\(parent)/environ",
      "/proc/\(parent)/cmdline", "/proc/self/../\(parent)/maps", "/proc/mounts", "/proc/net/tcp", "../record", "../report",
      outside + "/secret", "/dev/kmsg", "/sys/kernel/version", "/bin/sh",
    ] {
      refused("read \(path == outside + "/secret" ? "outside" : path)", open(path, O_RDONLY))
    }
    for path in ["/", "/home", "/root", "/tmp", "/proc", outside] {
      tell("list \(path == outside ? "outside" : path)", opendir(path) == nil)
    }

    """#

  private static let metadata = #"""
    let libraries = open("/etc/ld.so.cache", O_RDONLY)
    refused("change permissions by name", chmod(outside + "/secret", 0o777))
    refused("change permissions of an open file outside", fchmod(libraries, 0o600))
    refused("change permissions at a folder", fchmodat(AT_FDCWD, outside + "/secret", 0o777, 0))
    refused("change permissions by the newest call", call(452, -100, address(outside + "/secret"), 0o777, 0))
    refused("change the owner", chown(outside + "/secret", getuid(), getgid()))
    refused("change times", utimensat(AT_FDCWD, outside + "/secret", nil, 0))
    refused("change times of an open file", futimens(libraries, nil))
    refused("change times by the older call", call(132, address(outside + "/secret"), 0))
    refused("set an attribute", call(188, address(outside + "/secret"), address("user.attack"), address("1"), 1, 0))
    refused("set an attribute of an open file", call(190, Int(libraries), address("user.attack"), address("1"), 1, 0))

    """#

  private static let network = #"""
    for family in 0..<46 {
      for type in [1, 2, 3, 5] where call(41, family, type, 0) >= 0 { tell("socket of family \(family), type \(type)", false) }
    }
    tell("sockets of all families", true)
    refused("multipath socket", call(41, 2, 1, 262))
    refused("io_uring", call(425, 8, address(String(repeating: "\0", count: 256))))
    refused("a socket by the numbers of x32", call(0x4000_0029, 2, 2, 0))
    refused("anything by the numbers of x32", call(0x4000_0027))
    refused("a pair that is not local", call(53, 2, 1, 0, address("12345678")))

    /// Calls the kernel as programs of 32 bits do.
    func oldCall(_ number: UInt32, _ a: UInt32, _ b: UInt32, _ c: UInt32) -> Int32 {
      var code: [UInt8] = [0x53, 0xB8]
      func add(_ value: UInt32) { for shift in [0, 8, 16, 24] as [UInt32] { code.append(UInt8(value >> shift & 255)) } }
      add(number); code.append(0xBB); add(a); code.append(0xB9); add(b); code.append(0xBA); add(c)
      code += [0xCD, 0x80, 0x5B, 0xC3]
      let page = mmap(nil, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)!
      page.copyMemory(from: code, byteCount: code.count)
      return unsafeBitCast(page, to: (@convention(c) () -> Int32).self)()
    }
    refused("a socket by the numbers of 32 bits", oldCall(359, 2, 2, 0))
    refused("a socketcall by the numbers of 32 bits", oldCall(102, 1, 0, 0))
    refused("anything by the numbers of 32 bits", oldCall(20, 0, 0, 0))
    refused("a kill by the numbers of 32 bits", oldCall(37, UInt32(parent), 0, 0))

    """#

  private static let processes = #"""
    refused("signal the supervisor", kill(pid_t(parent), 0))
    refused("signal everybody", kill(-1, 0))
    refused("signal the first process", kill(1, 0))
    refused("signal a thread of the supervisor", call(200, parent, 0))
    refused("signal a thread in a group", call(234, parent, parent, 0))
    refused("queue a signal", call(129, parent, 0, address(String(repeating: "\0", count: 128))))
    refused("a handle on the supervisor", call(434, parent, 0))
    refused("limit the supervisor", call(302, parent, 0, 0, address(String(repeating: "\0", count: 16))))
    refused("slow the supervisor down", call(141, 0, parent, 19))
    refused("slow everybody down", call(141, 2, Int(getuid()), 19))
    refused("schedule the supervisor", call(203, parent, 8, address("\u{1}\0\0\0\0\0\0\0")))
    refused("change the scheduler of the supervisor", call(144, parent, 0, address("\0\0\0\0")))
    refused("trace the supervisor", call(101, 16, parent))
    refused("read the supervisor's memory", call(310, parent, 0, 0, 0, 0, 0))
    refused("compare with the supervisor", call(312, parent, parent, 0, 0, 0))
    refused("move the supervisor's memory", call(256, parent, 8, 0, 0))
    refused("ask to outlive the supervisor", call(157, 1, 0))
    refused("become a reaper", call(157, 36, 1))
    refused("fork", call(57))
    refused("clone a process", call(56, 17))
    refused("clone into a new user namespace", call(56, 0x1000_0000 | 17))
    refused("clone by the newest call", call(435, address(String(repeating: "\0", count: 88)), 88))
    refused("leave for another namespace", call(272, 0x1000_0000))
    refused("enter a namespace", call(308, 0, 0))

    """#

  private static let programs = #"""
    func start(_ arguments: [String]) -> Int32 {
      var process = pid_t(), status: Int32 = 0
      let list = arguments.map { strdup($0) } + [nil]
      guard posix_spawn(&process, arguments[0], nil, nil, list, nil) == 0 else { return -1 }
      waitpid(process, &status, 0)
      return status == 0 ? 0 : -1
    }
    refused("start a program", start(["/bin/true"]))
    refused("start a shell", start(["/bin/sh", "-c", "true"]))
    refused("start a program by the loader", start(["/lib64/ld-linux-x86-64.so.2", "/bin/true"]))
    refused("start a shell by the loader", start(["/lib64/ld-linux-x86-64.so.2", "/bin/sh", "-c", "true"]))
    refused("a program in memory", call(319, address("attack"), 0))
    refused("secret memory", call(447, 0))
    refused("start what a descriptor holds", call(322, Int(libraries), address(""), 0, 0, 0x1000))

    """#

  private static let kernel = #"""
    refused("memory that stays", call(29, 0x1234, 4096, 0o1600))
    refused("semaphores that stay", call(64, 0x1234, 1, 0o1600))
    refused("messages that stay", call(68, 0x1234, 0o1600))
    refused("a named queue", call(240, address("attack"), 0o102, 0o600, 0))
    refused("a key", call(248, address("user"), address("attack"), address("x"), 1, -3))
    refused("a keyring", call(250, 0, -3, 1))
    refused("mount", call(165, address("none"), address("/mnt"), address("tmpfs"), 0, 0))
    refused("a new root", call(161, address(".")))
    refused("a program for the kernel", call(321, 0, 0, 0))
    refused("performance events", call(298, 0, 0, 0, 0, 0))
    refused("faults of others", call(323, 1))
    refused("a file by handle", call(304, -100, 0, 0))
    refused("another personality", call(135, 0x0008))
    refused("another user", call(105, 0))
    refused("another name for the machine", call(170, address("attack"), 6))
    refused("notices about files everywhere", call(300, 0, 0))
    refused("a notice about a file", call(253))
    refused("a terminal's input", call(16, 0, 0x5412, address("x")))
    refused("the kernel's log", call(103, 3, address(String(repeating: "\0", count: 64)), 64))
    refused("ports", call(172, 3))
    refused("swap", call(167, address("own"), 0))
    refused("a filter of one's own that lets pass", call(317, 1, 0, 0))
    print("done")
    """#
}
