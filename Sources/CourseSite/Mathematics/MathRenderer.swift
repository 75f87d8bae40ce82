import Synchronization

/// Draws formulas with KaTeX, in a JavaScript heap inside this process.
///
/// The heap starts with the first formula (a tenth of a second) and serves one thread at a time; who wants to
/// draw on two threads at once keeps two renderers. The same formula always gives the same bytes. Nothing is
/// remembered: a caller that caches uses formula, display and ``version`` as its key.
public final class MathRenderer: Sendable {
  private let folder: KaTeXFolder
  private let state = Mutex(State())

  private struct State {
    var script: Result<KaTeXScript, MathError>?
    var heap: Result<ScriptHeap, MathError>?
  }

  /// A renderer for the KaTeX in a folder.
  ///
  /// - Parameter katexPath: The folder that holds `katex.js`; by default where the system keeps it.
  public init(katexPath: String? = nil) {
    folder = KaTeXFolder(path: katexPath ?? KaTeXFolder.found)
  }

  /// Names everything the HTML of a formula depends on besides the formula; costs no heap.
  public var version: String {
    switch state.withLock({ Self.script(in: &$0, from: folder) }) {
    case .success(let script): "katex-\(script.version)-\(String(script.fingerprint, radix: 16))-1"
    case .failure: "katex-missing"
    }
  }

  /// The version KaTeX states of itself, or why it cannot be read.
  public var katexVersion: Result<String, MathError> {
    state.withLock { Self.script(in: &$0, from: folder) }.map(\.version)
  }

  /// A formula as HTML, with a MathML copy for screen readers.
  ///
  /// - Parameters:
  ///   - tex: The formula, without dollar signs.
  ///   - display: Whether it stands in a line of its own.
  public func html(_ tex: String, display: Bool) -> Result<String, MathError> {
    if let refused = MathRefusals.check(tex) { return .failure(refused) }
    return state.withLock { state in
      Self.heap(in: &state, from: folder).flatMap { Self.draw(tex, display: display, in: $0) }
    }
  }
}

// MARK: - Starting

extension MathRenderer {
  private static func script(in state: inout State, from folder: KaTeXFolder) -> Result<
    KaTeXScript, MathError
  > {
    if let script = state.script { return script }
    let script = folder.bytes(of: "katex.js").map(KaTeXScript.init)
    state.script = script
    return script
  }

  private static func heap(in state: inout State, from folder: KaTeXFolder) -> Result<ScriptHeap, MathError> {
    if let heap = state.heap { return heap }
    let heap = script(in: &state, from: folder).flatMap(start)
    state.heap = heap
    return heap
  }

  private static func start(_ script: KaTeXScript) -> Result<ScriptHeap, MathError> {
    guard let heap = ScriptHeap(), heap.evaluate(Array(prelude.utf8)), heap.evaluate(script.bytes),
      heap.evaluate(Array(guardian.utf8)), heap.evaluate(Array(entry.utf8))
    else {
      return .failure(
        MathError(
          "KaTeX \(script.version) does not start in Duktape",
          help: "Debian's build of KaTeX does: \(MathError.installation)"))
    }
    return .success(heap)
  }

  /// Duktape has no `Array.prototype.fill`, which KaTeX uses for matrices.
  private static let prelude = """
    if (!Array.prototype.fill) Object.defineProperty(Array.prototype, 'fill', {
      value: function (value, from, to) {
        to = to === undefined ? this.length : to
        for (var i = from || 0; i < to; i++) this[i] = value
        return this
      }
    })
    """

  /// Counts the tokens that definitions are replaced by, and refuses when they are too many: KaTeX counts the
  /// replacements, each of which may double the formula.
  ///
  /// KaTeX does not show the class that replaces, but hands its object to a macro that is a function. It pushes
  /// tokens for arguments, too: only those that follow an expansion count.
  private static let guardian = """
    (function () {
      var most = \(mostTokens), count = 0, length = 0, expands = false, expander
      katex.renderToString('\\\\probe', { macros: { '\\\\probe': function (context) {
        expander = Object.getPrototypeOf(context)
        return ''
      } } })
      var find = expander._getExpansion, consume = expander.consumeArgs, push = expander.pushTokens
      function add(tokens) {
        count += tokens
        if (count > most) throw new katex.ParseError('definitions make the formula longer than ' + most + ' tokens')
      }
      expander._getExpansion = function (name) {
        length = 0
        expands = false
        var expansion = find.call(this, name)
        expands = !!expansion
        length = expansion && expansion.numArgs ? expansion.tokens.length : 0
        return expansion
      }
      expander.consumeArgs = function (count, delimiters) {
        var body = length, longest = 0
        length = 0
        var given = consume.call(this, count, delimiters)
        for (var i = 0; i < given.length; i++) longest = Math.max(longest, given[i].length)
        if (body * longest > 4 * most) add(most)
        return given
      }
      expander.pushTokens = function (tokens) {
        if (expands) add(tokens.length)
        expands = false
        return push.call(this, tokens)
      }
      this.forgetTokens = function () { count = 0; length = 0 }
    })()
    """

  /// As many tokens as the definitions of one formula may be replaced by.
  private static let mostTokens = 6000

  /// Answers `=HTML`, or `!POSITION!MESSAGE` with the position in UTF-16 units or -1.
  private static let entry = """
    function draw(tex, display) {
      try {
        forgetTokens()
        return '=' + katex.renderToString(tex, {
          displayMode: display, output: 'htmlAndMathml', throwOnError: true, strict: 'ignore',
          trust: false, maxExpand: 1000
        })
      } catch (error) {
        var position = typeof error.position === 'number' ? error.position : -1
        return '!' + position + '!' + error.message
      }
    }
    """
}

// MARK: - Drawing

extension MathRenderer {
  private static func draw(_ tex: String, display: Bool, in heap: ScriptHeap) -> Result<String, MathError> {
    switch heap.call("draw", tex, display) {
    case .failure(let failure):
      return .failure(MathError("the formula cannot be drawn: \(failure.text)"))
    case .success(let answer) where answer.first == UInt8(ascii: "="):
      return .success(String(decoding: MathMarkup.tidy(Array(answer.dropFirst())), as: UTF8.self))
    case .success(let answer):
      return .failure(error(in: answer, of: tex))
    }
  }

  private static func error(in answer: [UInt8], of tex: String) -> MathError {
    let parts = answer.split(separator: UInt8(ascii: "!"), maxSplits: 1)
    let words = parts.map { String(decoding: $0, as: UTF8.self) }
    guard words.count == 2, let position = Int(words[0]) else {
      return MathError(String(decoding: answer, as: UTF8.self))
    }
    return MathError(
      message(words[1], position: position), offset: utf8Offset(ofUTF16: position, in: tex))
  }

  /// KaTeX's sentence without its prefix and without the excerpt, which the caller shows better.
  private static func message(_ text: String, position: Int) -> String {
    let prefix = "KaTeX parse error: "
    let sentence = text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text
    for excerpt in [" at position \(position + 1): ", " at end of input: "] {
      if let range = sentence.firstRange(of: excerpt) { return String(sentence[..<range.lowerBound]) }
    }
    return sentence
  }

  private static func utf8Offset(ofUTF16 position: Int, in tex: String) -> Int? {
    guard position >= 0 else { return nil }
    let units = tex.utf16
    let index = units.index(units.startIndex, offsetBy: position, limitedBy: units.endIndex) ?? units.endIndex
    let whole = index.samePosition(in: tex.unicodeScalars) ?? tex.unicodeScalars.index(before: index)
    return tex.utf8.distance(from: tex.startIndex, to: whole)
  }
}
