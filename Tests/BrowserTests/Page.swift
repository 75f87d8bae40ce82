import Foundation

/// A page in a real browser, looked at as a reader's program would.
final class Page {
  /// What happened since the last `open`: messages of the console, exceptions, and addresses asked for.
  private(set) var complaints: [String] = []
  /// The addresses that were asked for since the last `open`.
  private(set) var requests: [String] = []

  private let browser: ChildBrowser
  private var session: String?
  private var lastCall = 0
  private var hasLoaded = false

  /// A new page in a new browser.
  init(program: String) throws {
    browser = try ChildBrowser(program: program)
    let target = try call("Target.createTarget", ["url": "about:blank"])["targetId"] as? String ?? ""
    let attached = try call("Target.attachToTarget", ["targetId": target, "flatten": true])
    session = attached["sessionId"] as? String
    for domain in ["Page", "Runtime", "Log", "Network"] { try call("\(domain).enable") }
  }

  /// Loads the file at `path` and waits until it is there.
  func open(_ path: String, anchor: String = "") throws {
    try open(address: URL(fileURLWithPath: path).absoluteString + (anchor.isEmpty ? "" : "#" + anchor))
  }

  /// Loads the page at `address` and waits until it is there.
  func open(address: String) throws {
    (complaints, requests, hasLoaded) = ([], [], false)
    try call("Page.navigate", ["url": address])
    while !hasLoaded { try note(message()) }
  }

  /// Waits until an expression is true, at most five minutes; meanwhile the page may load itself again.
  func wait(until expression: String) throws {
    for _ in 0..<6000 {
      if (try? holds(expression)) == true { return }
      usleep(50_000)
    }
    throw BrowserError("never true: \(expression)")
  }

  /// Waits for the page that an action loads.
  func wait(for action: () throws -> Void) throws {
    hasLoaded = false
    try action()
    while !hasLoaded { try note(message()) }
  }

  /// The value of a JavaScript expression; a promise is waited for.
  @discardableResult
  func evaluate(_ expression: String) throws -> Any? {
    let answer = try call(
      "Runtime.evaluate", ["expression": expression, "returnByValue": true, "awaitPromise": true])
    if let exception = answer["exceptionDetails"] as? [String: Any] {
      throw BrowserError("\(expression.prefix(80)): \(exception)")
    }
    return (answer["result"] as? [String: Any])?["value"]
  }

  /// The text that an expression gives.
  func text(_ expression: String) throws -> String { try evaluate(expression) as? String ?? "" }

  /// The number that an expression gives.
  func number(_ expression: String) throws -> Int { (try evaluate(expression) as? NSNumber)?.intValue ?? -1 }

  /// Whether an expression is true.
  func holds(_ expression: String) throws -> Bool { (try evaluate("!!(\(expression))") as? Bool) ?? false }

  /// Sets the size of the window; narrow ones are phones.
  func resize(_ width: Int, _ height: Int) throws {
    try call(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600])
  }

  /// Makes the system prefer light or dark.
  func prefer(_ scheme: String) throws {
    try call(
      "Emulation.setEmulatedMedia", ["features": [["name": "prefers-color-scheme", "value": scheme]]])
  }

  /// Shows pages as on a `screen`, or in `print`.
  func show(on medium: String) throws { try call("Emulation.setEmulatedMedia", ["media": medium]) }

  /// Switches JavaScript off or on, for pages opened from now on.
  func setScripts(_ isOn: Bool) throws {
    try call("Emulation.setScriptExecutionDisabled", ["value": !isOn])
  }

  /// Presses and releases a key.
  func press(_ key: String, code: Int, text: String = "") throws {
    var event: [String: Any] = ["type": "keyDown", "key": key, "windowsVirtualKeyCode": code]
    if !text.isEmpty { event["text"] = text }
    try call("Input.dispatchKeyEvent", event)
    try call("Input.dispatchKeyEvent", ["type": "keyUp", "key": key, "windowsVirtualKeyCode": code])
  }

  /// Types a text into what has the focus.
  func type(_ text: String) throws { try call("Input.insertText", ["text": text]) }

  @discardableResult
  private func call(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    lastCall += 1
    let id = lastCall
    var request: [String: Any] = ["id": id, "method": method, "params": parameters]
    request["sessionId"] = session
    try browser.write(JSONSerialization.data(withJSONObject: request))
    while true {
      let answer = try message()
      guard answer["id"] as? Int == id else {
        note(answer)
        continue
      }
      if let error = answer["error"] { throw BrowserError("\(method): \(error)") }
      return answer["result"] as? [String: Any] ?? [:]
    }
  }

  private func message() throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: browser.read()) as? [String: Any] ?? [:]
  }

  /// Keeps what an event tells.
  private func note(_ event: [String: Any]) {
    guard let method = event["method"] as? String, let details = event["params"] as? [String: Any] else {
      return
    }
    switch method {
    case "Page.loadEventFired": hasLoaded = true
    case "Runtime.exceptionThrown": complaints.append("exception: \(details["exceptionDetails"] ?? "")")
    case "Runtime.consoleAPICalled": complaints.append("console: \(details["args"] ?? "")")
    case "Log.entryAdded": complaints.append("log: \((details["entry"] as? [String: Any])?["text"] ?? "")")
    case "Network.requestWillBeSent":
      if let url = (details["request"] as? [String: Any])?["url"] as? String { requests.append(url) }
    default: break
    }
  }
}
