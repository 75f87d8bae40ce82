import ContentStore
import CourseModel

extension Glossary {
  /// Equal digests mean equal glossaries.
  var digest: Digest {
    var builder = DigestBuilder()
    for term in terms {
      builder.add("term", "\(term.id) \(term.pinyin ?? "") \(term.related.joined(separator: " "))")
      for (language, name) in term.names.sorted(by: { $0.key < $1.key }) {
        builder.add("name \(language)", name)
      }
      for (language, names) in term.otherNames.sorted(by: { $0.key < $1.key }) {
        for name in names { builder.add("also \(language)", name) }
      }
      for (language, text) in term.definitions.sorted(by: { $0.key < $1.key }) {
        builder.add("definition \(language)", text)
      }
    }
    return builder.digest()
  }
}
