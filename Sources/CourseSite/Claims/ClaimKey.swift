import ContentStore
import CourseModel

extension DigestBuilder {
  /// Adds a claim.
  mutating func add(_ claim: Claim) {
    add("claim", "\(claim.id) \(claim.section) \(claim.originalLanguage)")
    for (language, words) in claim.says.sorted(by: { $0.key < $1.key }) { add("says \(language)", words) }
  }
}
