import Glibc

/// The names under which the server is asked.
///
/// A page of another site can have its own name lead to this machine, and would then be let to read the answers; so
/// only those who ask for this machine by its own name or address are answered.
struct ServedNames: Sendable {
  private let names: Set<String>

  /// The names of a server that listens on `host`.
  init(host: String) {
    var names: Set<String> = ["localhost", "127.0.0.1", "[::1]"]
    if host != "0.0.0.0" {
      names.insert(host.lowercased())
    } else if let name = Self.machine {
      names.formUnion([name, name + ".local"])
    }
    self.names = names
  }

  /// Whether the field `Host` names this server; `address` is where the request arrived.
  func contain(_ authority: String, at address: String) -> Bool {
    guard let host = Self.host(in: authority) else { return false }
    return names.contains(host) || !address.isEmpty && host == address
  }

  /// Whether a page of this server asks, or the reader directly, as the browser says.
  static func isOwnRequest(_ fields: [String: String]) -> Bool {
    if let site = fields["sec-fetch-site"], !["same-origin", "none"].contains(site) { return false }
    guard let origin = fields["origin"]?.lowercased() else { return true }
    return origin == "http://" + (fields["host"] ?? "").lowercased()
  }

  /// The host without its port; nil if the text is no host.
  private static func host(in authority: String) -> String? {
    var host = authority.lowercased()[...]
    if let colon = host.lastIndex(of: ":"), host.last != "]" {
      guard host[colon...].dropFirst().allSatisfy(\.isNumber) else { return nil }
      host = host[..<colon]
    }
    return host.isEmpty ? nil : String(host)
  }

  private static var machine: String? {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return nil }
    let text = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      .lowercased()
    return text.isEmpty ? nil : text
  }
}
