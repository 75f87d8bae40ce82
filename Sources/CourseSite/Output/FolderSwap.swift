import Foundation

/// Puts folders and files in other places, each in one step where the file system can do that.
enum FolderSwap {
  /// Puts the folder at `new` at `old`'s place, and `old`, if it is there, at `new`'s.
  ///
  /// Answers whether it was done; if not, both are where they were. Where the file system cannot exchange two
  /// folders in one step, two steps do it, and a reader between them finds none.
  static func exchange(_ new: String, _ old: String) -> Bool {
    if rename(new, old) == 0 { return true }
    guard errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR else { return false }
    return renameat2(new, old, flag: 2) || exchangeInSteps(new, old)
  }

  /// Moves a file or folder to a place where nothing is; answers whether that was done.
  static func move(_ old: [CChar], _ new: [CChar]) -> Bool {
    if renameat2(old, new, flag: 1) { return true }
    guard errno == EINVAL || errno == ENOSYS else { return false }
    var status = stat()
    if lstat(new, &status) == 0 {
      errno = EEXIST
      return false
    }
    return rename(old, new) == 0
  }

  private typealias Rename =
    @convention(c) (
      Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
    ) -> Int32

  /// Linux's `renameat2`, which the C library's module does not offer to Swift: 1 replaces nothing, 2 exchanges.
  private static func renameat2(_ old: UnsafePointer<CChar>, _ new: UnsafePointer<CChar>, flag: UInt32)
    -> Bool
  {
    guard let symbol = dlsym(nil, "renameat2") else {
      errno = ENOSYS
      return false
    }
    return unsafeBitCast(symbol, to: Rename.self)(AT_FDCWD, old, AT_FDCWD, new, flag) == 0
  }

  private static func exchangeInSteps(_ new: String, _ old: String) -> Bool {
    let aside = new + FolderRemains.asideSuffix
    guard rename(old, aside) == 0 else { return false }
    guard rename(new, old) == 0 else {
      _ = rename(aside, old)
      return false
    }
    _ = rename(aside, new)
    return true
  }
}
