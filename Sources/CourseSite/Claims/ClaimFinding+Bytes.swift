import CourseModel

extension ByteWriter {
  /// Adds what a lesson finds a claim to be.
  mutating func add(_ finding: ClaimFinding) {
    add(finding.claim)
    add(finding.verdict?.rawValue ?? "")
    add(finding.fact)
    add(finding.shown) { writer, witness in
      writer.add(witness.name)
      writer.add(witness.anchor)
    }
  }
}

extension ByteReader {
  /// What a lesson finds a claim to be.
  mutating func finding() -> ClaimFinding {
    ClaimFinding(
      claim: string(), verdict: ClaimVerdict(rawValue: string()), fact: content(),
      shown: array { ClaimFinding.Witness(name: $0.string(), anchor: $0.string()) })
  }
}
