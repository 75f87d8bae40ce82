import Activations

/// The precision of a tensor's numbers, with the field's name for it.
public enum DType: String, Sendable, CaseIterable {
  /// 24 bits: for training.
  case float32
  /// 53 bits: for checking gradients.
  case float64

  var byteCount: Int { self == .float32 ? 4 : 8 }
}

/// What the tensor operations are made of.
///
/// Every function has a plain version in Swift, which says what it means and computes float64; for float32 the vector
/// kernels do the same. The tests compare the two.
protocol Scalar: BinaryFloatingPoint {
  typealias Input = UnsafePointer<Self>
  typealias Output = UnsafeMutablePointer<Self>

  static var dtype: DType { get }

  /// result[i, j] = start[i, j] + Σₚ a[i, p]·b[p, j]; the rows of the result lie `step` apart.
  ///
  /// Without `start` the sums start at 0; it may be the result itself.
  static func matmul(
    _ sizes: ProductSizes, _ a: Matrix<Self>, _ b: Matrix<Self>, plus start: Matrix<Self>?,
    into result: Output,
    step: Int)

  /// y[i] = a[i·aStep] ∘ b[i·bStep], where the steps are 0 or 1.
  static func combine(
    _ operation: Arithmetic, _ a: Input, _ aStep: Int, _ b: Input, _ bStep: Int, _ y: Output, _ count: Int)
  /// y += scale·x.
  static func addScaled(_ scale: Self, _ x: Input, _ y: Output, _ count: Int)
  static func sum(_ x: Input, _ count: Int) -> Self
  static func dot(_ x: Input, _ y: Input, _ count: Int) -> Self
  /// y[j] += Σᵢ x[i, j].
  static func sumRows(_ x: Input, _ rows: Int, _ columns: Int, _ y: Output)

  static func map(_ activation: Activation, _ x: Input, _ y: Output, _ count: Int)
  /// dx = dy∘f′(x).
  static func pullback(_ activation: Activation, _ x: Input, _ dy: Input, _ dx: Output, _ count: Int)

  /// The shares of every row, its largest element and its sum of exponentials; see kernels_softmax.
  static func softmax(
    _ x: Input, _ y: Output, _ largest: Output, _ sums: Output, _ rows: Int, _ columns: Int, _ scale: Self,
    _ causal: Bool)
  static func softmaxPullback(
    _ y: Input, _ dy: Input, _ dx: Output, _ rows: Int, _ columns: Int, _ scale: Self)

  /// Layer normalization of every row, or RMS normalization without a bias; see kernels_normalize.
  static func normalize(
    _ x: Input, _ gain: Input, _ bias: Input?, _ y: Output, _ means: Output, _ scales: Output, _ rows: Int,
    _ columns: Int, _ epsilon: Self)
  static func normalizePullback(
    _ x: Input, _ gain: Input, _ dy: Input, _ means: Input, _ scales: Input, _ dx: Output, _ dgain: Output,
    _ dbias: Output?, _ rows: Int, _ columns: Int)

  static func lstm(
    _ gates: Output, _ cell: Input, _ nextCell: Output, _ nextHidden: Output, _ rows: Int, _ width: Int)
  static func lstmPullback(
    _ gates: Input, _ cell: Input, _ nextCell: Input, _ dhidden: Input, _ dcell: Output, _ dgates: Output,
    _ rows: Int, _ width: Int)
  static func gru(
    _ gates: Output, _ recurrent: Input, _ hidden: Input, _ nextHidden: Output, _ rows: Int, _ width: Int)
  static func gruPullback(
    _ gates: Input, _ recurrent: Input, _ hidden: Input, _ dhidden: Output, _ dgates: Output,
    _ drecurrent: Output, _ rows: Int, _ width: Int)

  /// What the windows of a convolution see of a padded image; see kernels_unfold.
  static func unfold(_ image: Input, _ columns: Output, _ windows: Windows)
  /// Adds every column back to where it was seen.
  static func fold(_ columns: Input, _ image: Output, _ windows: Windows)

  /// Copies rows that lie `fromStep` apart to where they lie `toStep` apart.
  static func copyRows(_ from: Input, _ fromStep: Int, _ to: Output, _ toStep: Int, _ rows: Int, _ width: Int)
  /// The largest number of every window of size×size, and its place among all; see kernels_max_pool.
  static func maxPool(
    _ images: Input, _ places: UnsafeMutablePointer<Int32>, _ largest: Output, _ count: Int, _ height: Int,
    _ width: Int, _ size: Int)

  /// One step of Adam; see kernels_adam.
  static func adam(_ w: Output, _ g: Input, _ m: Output, _ v: Output, _ count: Int, _ step: AdamStep)
}

/// The four operations.
enum Arithmetic {
  case add, subtract, multiply, divide
}

/// The sizes of a convolution, or of pooling, of one image.
struct Windows {
  var channels: Int
  /// Of the padded image.
  var rows: Int
  var width: Int
  /// Of the window.
  var kernel: (height: Int, width: Int)
  var stride: Int

  /// The sizes of the result.
  var outputHeight: Int { (rows - kernel.height) / stride + 1 }
  var outputWidth: Int { (width - kernel.width) / stride + 1 }
  /// How many numbers a window sees, and in how many places it stands.
  var terms: Int { channels * kernel.height * kernel.width }
  var places: Int { outputHeight * outputWidth }
}

/// The numbers of one step of Adam.
struct AdamStep {
  /// rate/(1 − β₁ᵗ).
  var step: Double
  /// 1 − rate·λ.
  var decay: Double
  var beta1: Double
  var beta2: Double
  /// √(1 − β₂ᵗ).
  var correction: Double
  var epsilon: Double
}
