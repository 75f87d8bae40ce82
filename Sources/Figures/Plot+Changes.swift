extension Plot {
  /// The same plot under a title.
  public func titled(_ title: String) -> Plot {
    changed { $0.title = title }
  }

  /// The same plot with words at its axes; an axis that is given none keeps its own.
  public func labeled(x: String = "", y: String = "") -> Plot {
    changed {
      if !x.isEmpty { $0.x.label = x }
      if !y.isEmpty { $0.y.label = y }
    }
  }

  /// The same plot with more lines that point at something: `plot(.relu).marking(.vertical(at: 0, "kink"))`.
  public func marking(_ marks: Mark...) -> Plot {
    changed { $0.marks += marks }
  }

  /// The same plot with more curves or points.
  public func adding(_ series: Series...) -> Plot {
    changed { $0.series += series }
  }

  /// The same plot with words at points of it: `plot(.gelu).annotating(Annotation("minimum", x: -0.75, y: -0.17))`.
  public func annotating(_ annotations: Annotation...) -> Plot {
    changed { $0.annotations += annotations }
  }

  /// The same plot over more fields: heat maps, contours, vectors.
  public func layering(_ layers: Layer...) -> Plot {
    changed { $0.layers += layers }
  }

  /// The same plot with other scales: equal ratios equally far apart where an axis is logarithmic.
  ///
  /// An axis that is given none keeps its own.
  public func scaled(x: Axis.Scale? = nil, y: Axis.Scale? = nil) -> Plot {
    changed {
      $0.x.scale = x ?? $0.x.scale
      $0.y.scale = y ?? $0.y.scale
    }
  }

  private func changed(_ change: (inout Plot) -> Void) -> Plot {
    var plot = self
    change(&plot)
    return plot
  }
}
