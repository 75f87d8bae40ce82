import ContentStore
import CourseModel

extension Problem {
  /// What kept the first of the unit's needs that is not in `copied` from being given to it.
  init(_ fault: NeededFiles.Fault, of unit: Unit, copied: [String: Digest]) {
    let need = unit.needs.first { copied[$0] == nil } ?? ""
    let piece =
      unit.pieces.lastIndex { $0.cell?.options.needs.contains(need) ?? false } ?? unit.pieces.count - 1
    self.init(
      .error, fault.rule, fault.message, at: Place(piece: piece, line: 0, column: 0), help: fault.help)
  }
}

extension NeededFiles.Fault {
  fileprivate var rule: String {
    switch self {
    case .unreadable, .hidden, .uncopied: "missing-file"
    case .outside, .linkedFolder: "outside-folder"
    }
  }

  fileprivate var message: String {
    switch self {
    case .unreadable(let name): "the file '\(name)' that the block needs cannot be read"
    case .uncopied(let name): "the file '\(name)' that the block needs cannot be copied for its run"
    case .outside(let name): "'\(name)' is outside the lessons folder"
    case .hidden(let name): "'\(name)' is hidden: files and folders whose names begin with a dot do not count"
    case .linkedFolder(let name): "'\(name)' is a symbolic link to a folder, in a folder that the block needs"
    }
  }

  fileprivate var help: String {
    switch self {
    case .unreadable: "`needs` names files and folders by their paths in the lessons folder"
    case .uncopied: "look whether there is room in the folder for temporary files"
    case .outside: "copy what the block needs into the lessons folder"
    case .hidden: "name it without the dot"
    case .linkedFolder: "let `needs` name the folder that it leads to"
    }
  }
}
