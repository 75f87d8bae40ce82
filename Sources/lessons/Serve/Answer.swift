/// An answer to a request.
struct Answer {
  /// What is sent after the head.
  enum Body {
    /// These bytes.
    case bytes([UInt8])
    /// A file, as it was when it was opened.
    case file(OpenFile)
  }

  /// The status.
  var status = 200
  /// The type of the body, as the field says it.
  var type = "text/plain; charset=utf-8"
  /// The content security policy.
  var policy = Self.strictPolicy
  /// Fields that only some answers have; no value holds a line end.
  var fields: [(name: String, value: String)] = []
  /// What is sent.
  var body = Body.bytes([])

  /// The policy of what is not a page: should it be opened by itself, nothing in it runs.
  static let strictPolicy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox"

  /// The length of the body.
  var count: Int {
    switch body {
    case .bytes(let bytes): bytes.count
    case .file(let file): file.count
    }
  }

  /// The head, up to the empty line.
  func head(keepsConnection: Bool) -> [UInt8] {
    let common = [
      ("Content-Type", type), ("Content-Length", "\(count)"), ("Content-Security-Policy", policy),
      ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"),
      ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Resource-Policy", "same-origin"),
      ("Cross-Origin-Opener-Policy", "same-origin"), ("Connection", keepsConnection ? "keep-alive" : "close"),
    ]
    let lines = (common + fields).map { "\($0.0): \(Self.plain($0.1))\r\n" }.joined()
    return Array("HTTP/1.1 \(status) \(Self.phrases[status] ?? "Status")\r\n\(lines)\r\n".utf8)
  }

  /// The value without what could end its line.
  private static func plain(_ value: String) -> String {
    String(String.UnicodeScalarView(value.unicodeScalars.filter { $0.value >= 0x20 && $0.value < 0x7F }))
  }

  private static let phrases = [
    200: "OK", 301: "Moved Permanently", 400: "Bad Request", 403: "Forbidden", 404: "Not Found",
    405: "Method Not Allowed", 408: "Request Timeout", 413: "Content Too Large", 414: "URI Too Long",
    421: "Misdirected Request", 431: "Request Header Fields Too Large", 503: "Service Unavailable",
    505: "HTTP Version Not Supported",
  ]
}

extension Answer {
  /// A refusal and its reason.
  init(_ refusal: RequestHead.Refusal) {
    self.init(status: refusal.status, body: .bytes(Array((refusal.reason + "\n").utf8)))
    if status == 405 { fields = [("Allow", "GET, HEAD")] }
    if status == 503 { fields = [("Retry-After", "5")] }
  }
}
