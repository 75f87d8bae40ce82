/// A task for the reader: a heading labelled `exr-…` and the blocks below it.
public struct Exercise: Sendable, Hashable {
  /// The heading.
  public var heading: Heading
  /// Where the heading stands.
  public var position: Position
  /// What stands below it, up to the next heading of its level or a higher one.
  public var blocks: [Block]

  /// A task.
  public init(heading: Heading, position: Position, blocks: [Block] = []) {
    self.heading = heading
    self.position = position
    self.blocks = blocks
  }
}

extension Heading {
  /// Whether the heading's label says that an exercise begins here.
  public var isExercise: Bool { isLabelled && anchor.hasPrefix(Numbered.Kind.exercise.rawValue + "-") }
}

extension Exercise {
  /// The indices of the cells that stand in it.
  public var cells: [Int] {
    var found: [Int] = []
    for block in blocks {
      block.forEachBlock { block in
        if case .cell(let index) = block.content { found.append(index) }
      }
    }
    return found
  }
}

extension Lesson {
  /// The anchors of the exercises and quizzes, in order.
  public var tasks: [String] {
    var found: [String] = []
    forEachBlock { block in
      switch block.content {
      case .heading(let heading) where heading.isExercise: found.append(heading.anchor)
      case .quiz(let quiz): found.append(quiz.numbered?.anchor ?? "")
      default: break
      }
    }
    return found
  }

  /// The exercises, in order.
  public var exercises: [Exercise] {
    var found: [Exercise] = []
    var isOpen = false
    for block in blocks {
      if case .heading(let heading) = block.content {
        if let last = found.last, heading.level <= last.heading.level { isOpen = false }
        if heading.isExercise {
          found.append(Exercise(heading: heading, position: block.position))
          isOpen = true
          continue
        }
      }
      if isOpen { found[found.count - 1].blocks.append(block) }
    }
    return found
  }
}
