import Foundation

/// Puts one folder in the place of another so that a reader finds the old one or the new one, whole.
enum FolderSwap {
  /// Puts the folder at `new` at `old`'s place, and `old`, if it is there, at `new`'s.
  ///
  /// Answers whether it was done; if not, both are where they were. Where the file system cannot exchange two
  /// folders in one step, two steps do it, and a reader between them finds none.
  static func exchange(_ new: String, _ old: String) -> Bool {
    if rename(new, old) == 0 { return true }
    guard errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR else { return false }
    return exchangeAtOnce(new, old) || exchangeInSteps(new, old)
  }

  private typealias Exchange =
    @convention(c) (
      Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
    ) -> Int32

  /// Linux's `renameat2` with `RENAME_EXCHANGE`, which the C library's module does not offer to Swift.
  private static func exchangeAtOnce(_ new: String, _ old: String) -> Bool {
    guard let symbol = dlsym(nil, "renameat2") else { return false }
    let renameat2 = unsafeBitCast(symbol, to: Exchange.self)
    return renameat2(AT_FDCWD, new, AT_FDCWD, old, 2) == 0
  }

  private static func exchangeInSteps(_ new: String, _ old: String) -> Bool {
    let aside = new + ".old"
    guard rename(old, aside) == 0 else { return false }
    guard rename(new, old) == 0 else {
      _ = rename(aside, old)
      return false
    }
    _ = rename(aside, new)
    return true
  }
}
