extension Figure {
  /// The figure with every text in it replaced: titles, labels, captions, notes and the cells of tables.
  ///
  /// Numbers, and all that is drawn, stay as they are; so does what a program printed (`text`).
  public func mapTexts(_ transform: (String) -> String) -> Figure {
    switch self {
    case .text: self
    case .plot(let plot): .plot(plot.mapTexts(transform))
    case .table(let table): .table(table.mapTexts(transform))
    case .check(let check): .check(check.mapTexts(transform))
    case .group(let parts): .group(parts.map { $0.mapTexts(transform) })
    case .smallMultiples(let multiples): .smallMultiples(multiples.mapTexts(transform))
    case .imageGrid(let grid): .imageGrid(grid.mapTexts(transform))
    case .diagram(let diagram): .diagram(diagram.mapTexts(transform))
    }
  }
}

extension Plot {
  fileprivate func mapTexts(_ transform: (String) -> String) -> Plot {
    var plot = self
    plot.title = transform(title)
    plot.layers = layers.map { $0.mapTexts(transform) }
    plot.x = x.mapTexts(transform)
    plot.y = y.mapTexts(transform)
    for index in series.indices { plot.series[index].label = transform(series[index].label) }
    for index in marks.indices { plot.marks[index].label = transform(marks[index].label) }
    for index in annotations.indices { plot.annotations[index].text = transform(annotations[index].text) }
    return plot
  }
}

extension Axis {
  fileprivate func mapTexts(_ transform: (String) -> String) -> Axis {
    var axis = self
    axis.label = transform(label)
    axis.categories = categories.map(transform)
    return axis
  }
}

extension Plot.Layer {
  fileprivate func mapTexts(_ transform: (String) -> String) -> Plot.Layer {
    switch self {
    case .heatMap(var map):
      map.color = map.color.mapTexts(transform)
      return .heatMap(map)
    case .contour(var contour):
      contour.label = transform(contour.label)
      return .contour(contour)
    case .vectorField(var field):
      field.label = transform(field.label)
      return .vectorField(field)
    }
  }
}

extension Table {
  fileprivate func mapTexts(_ transform: (String) -> String) -> Table {
    var table = self
    table.header = header.map(transform)
    table.rows = rows.map { $0.map(transform) }
    table.caption = transform(caption)
    return table
  }
}

extension Check {
  fileprivate func mapTexts(_ transform: (String) -> String) -> Check {
    var check = self
    check.name = transform(name)
    check.comparison = transform(comparison)
    check.notes = notes.map(transform)
    check.figures = figures.map { $0.mapTexts(transform) }
    return check
  }
}

extension SmallMultiples {
  fileprivate func mapTexts(_ transform: (String) -> String) -> SmallMultiples {
    var multiples = self
    multiples.title = transform(title)
    multiples.panels = panels.map { $0.mapTexts(transform) }
    return multiples
  }
}

extension ImageGrid {
  fileprivate func mapTexts(_ transform: (String) -> String) -> ImageGrid {
    var grid = self
    grid.title = transform(title)
    for index in images.indices { grid.images[index].caption = transform(images[index].caption) }
    return grid
  }
}

extension Diagram {
  fileprivate func mapTexts(_ transform: (String) -> String) -> Diagram {
    var diagram = self
    diagram.title = transform(title)
    for index in nodes.indices {
      diagram.nodes[index].label = transform(nodes[index].label)
      diagram.nodes[index].note = transform(nodes[index].note)
    }
    for index in edges.indices { diagram.edges[index].label = transform(edges[index].label) }
    return diagram
  }
}
