import CourseModel

extension Sandbox {
  /// The keys of `sandbox:`.
  private enum Key: String, CaseIterable {
    case read, required
  }

  /// Reads `sandbox: required`, or `sandbox:` with `read:` and `required:` below it.
  init(_ value: YAMLValue, log: inout DiagnosticLog) {
    self.init()
    guard case .mapping(let entries) = value.content else {
      isRequired = value.string(log: &log) == Key.required.rawValue
      if !isRequired {
        log.error(
          "invalid-value", at: value.position, length: value.length, "'sandbox' is 'required', or has keys",
          help: "write 'sandbox: required', or 'sandbox: {read: [/usr/share/dict]}'")
      }
      return
    }
    for entry in entries {
      switch Key(rawValue: entry.key) {
      case .read: readable = entry.value.values.compactMap { Self.path($0, log: &log) }
      case .required: isRequired = entry.value.bool(log: &log) ?? false
      case nil: log.unknownKey(entry, among: Key.allCases.map(\.rawValue))
      }
    }
  }

  private static func path(_ value: YAMLValue, log: inout DiagnosticLog) -> String? {
    guard let path = value.string(log: &log) else { return nil }
    let isClear = path.hasPrefix("/") && !path.split(separator: "/").contains("..")
    if !isClear {
      log.error(
        "invalid-value", at: value.position, length: value.length, "'\(path)' is no absolute path",
        help:
          "write the whole path of a folder or file, as in /usr/share/dict; what lies in the lessons folder is "
          + "named by `needs` instead")
    }
    return isClear ? path : nil
  }
}
