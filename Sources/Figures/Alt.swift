extension SmallMultiples { func alternativeText(language: String) -> String { title } }
extension ImageGrid { func alternativeText(language: String) -> String { title } }
extension Diagram { func alternativeText(language: String) -> String { text } }
