extension Tensor {
  /// The mean of (x − target)² over all numbers: the loss of a regression, and of PyTorch's `mse_loss`.
  ///
  /// The targets have this very shape: [n, 1] and [n] would be broadcast to n² differences. The gradient is
  /// 2·(x − target)/count.
  public func meanSquaredError(_ targets: Tensor) -> Tensor {
    require(targets.shape == shape, "targets of shape \(targets.shape) for numbers of shape \(shape)")
    let difference = self - targets
    return (difference * difference).mean()
  }

  /// The share of rows whose largest number is at the place of their class: 1 where all are classified rightly.
  ///
  /// [rows…, classes] with one class for each row; of several largest numbers the first counts.
  public func accuracy(_ classes: [Int]) -> Double {
    require(classes.count == rows.count, "\(classes.count) classes for rows of shape \(shape)")
    require(!classes.isEmpty, "the accuracy of no rows is not defined")
    return Double(zip(largestPlaces(), classes).count { $0 == $1 }) / Double(classes.count)
  }
}
