import Neural

/// The lesson's source of random numbers: the same ones in every run.
///
/// A block's `seed` option starts them anew; without one they go on from the block before.
///
///     let draw = Double.random(in: 0..<1, using: &generator)
///
/// Blocks run one after the other on one thread; tasks that a block starts must each have a generator of their own.
public nonisolated(unsafe) var generator = SeededGenerator(seed: 0)
