/// A page about the whole course.
struct CoursePageLink {
  /// The page's name.
  let name: String
  /// What the link says.
  let title: String
  /// The page's address.
  let address: String

  /// The pages that this course has.
  static func all(of context: CourseContext, in language: String) -> [CoursePageLink] {
    let words = Words.of(language)
    let pages = [
      context.course.claims == nil ? nil : (PageName.claims, words.claims.claims),
      context.course.glossary == nil ? nil : (PageName.glossary, words.glossary.glossary),
      context.course.configuration.reference == nil
        ? nil : (PageName.activations, words.reference.activations),
      (PageName.print, words.print.title),
    ]
    return pages.compactMap { $0 }.map { name, title in
      let address = context.map.address(of: context.map.path(name, in: language), from: language)
      return CoursePageLink(name: name, title: title, address: address)
    }
  }
}
