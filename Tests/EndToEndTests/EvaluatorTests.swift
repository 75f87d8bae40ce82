import Activations
import Foundation
import Testing

/// The answers of `activation-eval`.
///
/// `GoldenTests` score the functions themselves.
@Suite struct EvaluatorTests {
  @Test func `the evaluator answers with the very bits of the catalogue, in both precisions`() throws {
    let xs = [-800, -7.25, -0x1p-1030, -0.0, 0, 0.5, 1, 3, 1e300, -Double.infinity, .infinity]
    var questions = ""
    var answers = ""
    for activation in Activation.catalog {
      for x in xs {
        let results = [activation.value, activation.derivative, try #require(activation.secondDerivative)]
        let double = "\(activation.name) f64 \(hexadecimal(x.bitPattern, 16))"
        let single = "\(activation.name) f32 \(hexadecimal(UInt64(Float(x).bitPattern), 8))"
        questions += double + "\n" + single + "\n"
        answers +=
          ([double] + results.map { hexadecimal($0(x).bitPattern, 16) }).joined(separator: " ") + "\n"
        let narrow = results.map { hexadecimal(UInt64(Float($0(Double(Float(x)))).bitPattern), 8) }
        answers += ([single] + narrow).joined(separator: " ") + "\n"
      }
    }
    let result = try TemporaryCourse().run(executable: "activation-eval", input: questions)
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
    #expect(result.output == answers)
  }

  @Test func `a line that cannot be read is reported by its number, and all others are answered`() throws {
    let questions =
      "# remark\n\nleaky_relu f64 3ff0000000000000\nnothing f64 0\nrelu f16 0\nRELU f32 0\nrelu f64\n"
    let result = try TemporaryCourse().run(executable: "activation-eval", input: questions)
    #expect(result.status == 1)
    #expect(
      result.output == """
        leaky_relu f64 3ff0000000000000 3ff0000000000000 3ff0000000000000 0000000000000000
        RELU f32 00000000 00000000 00000000 00000000

        """)
    #expect(
      result.errors == """
        error: line 4: no activation is called 'nothing'; see the catalogue
        error: line 5: write f64 or f32 instead of 'f16'
        error: line 7: expected a name, f64 or f32, and a bit pattern, but found 2 words

        """)
  }

  private func hexadecimal(_ bits: UInt64, _ digits: Int) -> String {
    let text = String(bits, radix: 16)
    return String(repeating: "0", count: digits - text.count) + text
  }
}
