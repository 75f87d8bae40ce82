import ArgumentParser
import DataSets
import Foundation
import Neural

/// The command line of `train-gpt`.
@main
struct TrainGPT: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-gpt",
    abstract: "Trains a small GPT on a text, character by character, and lets it write.",
    discussion: """
      Ctrl-C finishes the step and writes the checkpoint; --resume goes on from there, and comes to the same bits \
      as a training that was not stopped.

      Examples:
        train-gpt --text novel.txt --steps 2000 --sample 300
        train-gpt --text novel.txt --resume
        train-gpt --text plays.txt --from model.safetensors --lora 8 --checkpoint tuned.safetensors
      """)

  @Option(
    help: ArgumentHelp("The text to learn from, in UTF-8; its last tenth is kept back.", valueName: "file"))
  var text: String

  @Option(help: ArgumentHelp("Where the model is kept, as safetensors.", valueName: "file"))
  var checkpoint = "model.safetensors"

  @Option(
    help: ArgumentHelp(
      "How many steps in all; default 2000, or what the checkpoint was to have.", valueName: "n"))
  var steps: Int?

  @Flag(help: "Go on with the training in the checkpoint.")
  var resume = false

  @Option(help: ArgumentHelp("Begin with the model in this checkpoint: fine-tuning.", valueName: "file"))
  var from: String?

  @Option(help: ArgumentHelp("Train adapters of this rank, not the model's own weights.", valueName: "rank"))
  var lora: Int?

  @Option(help: ArgumentHelp("Blocks; default 4.", valueName: "n"))
  var layers: Int?

  @Option(help: ArgumentHelp("Heads of the attention; default 4.", valueName: "n"))
  var heads: Int?

  @Option(help: ArgumentHelp("Numbers for a token; default 128.", valueName: "n"))
  var width: Int?

  @Option(help: ArgumentHelp("Tokens the model sees; default 64.", valueName: "n"))
  var context: Int?

  @Option(help: ArgumentHelp("Texts a step learns from; default 16.", valueName: "n"))
  var batch: Int?

  @Option(help: ArgumentHelp("The largest learning rate; default 0.001.", valueName: "x"))
  var rate: Double?

  @Option(help: ArgumentHelp("Which random weights and batches; default 1.", valueName: "n"))
  var seed: Int?

  @Option(help: ArgumentHelp("Measure and save after so many steps.", valueName: "n"))
  var every = 100

  @Option(help: ArgumentHelp("Write so many characters at the end.", valueName: "n"))
  var sample = 0

  @Option(help: ArgumentHelp("What the writing goes on from; default a line's end.", valueName: "text"))
  var prompt = "\n"

  @Option(
    help: ArgumentHelp(
      "By what the logits are divided before a choice; 0 takes the likeliest.", valueName: "x"))
  var temperature = 0.8

  @Option(help: ArgumentHelp("Choose among so many characters; default all.", valueName: "k"))
  var top: Int?

  func validate() throws {
    if resume && from != nil { throw ValidationError("--resume goes on by itself: leave --from out") }
    if lora != nil && from == nil && !resume {
      throw ValidationError("--lora adapts a model: name it by --from")
    }
    let numbers = [
      ("steps", steps), ("lora", lora), ("every", every), ("top", top), ("sample", sample), ("seed", seed),
      ("layers", layers), ("heads", heads), ("width", width), ("context", context), ("batch", batch),
    ]
    for (name, number) in numbers {
      if let problem = Ranges.problem(name, number) { throw ValidationError(problem) }
    }
    if !Ranges.temperature.contains(temperature) {
      throw ValidationError("--temperature must lie between 0 and 100, but is \(temperature)")
    }
  }

  func run() throws {
    Interrupt.listen()
    let start = try TrainingStart(self, TextFile(path: text))
    let session = TrainingSession(start, every: every, target: steps ?? start.settings.fallsUntil)
    try session.train()
    if session.isStopped {
      Console.line("resume with: train-gpt --text \(text) --checkpoint \(checkpoint) --resume")
      throw ExitCode(130)
    }
    if sample > 0 { try write(start) }
  }

  /// Writes a sample to standard output.
  private func write(_ start: TrainingStart) throws {
    let vocabulary = start.settings.vocabulary
    let tokens = vocabulary.encode(prompt)
    // A text without line ends has none to go on from.
    let first = tokens.isEmpty ? [0] : tokens
    var generator = SeededGenerator(seed: UInt64(start.settings.seed))
    let sampling = Sampling(temperature: temperature, top: top)
    let text = start.model.generate(sample, after: first, sampling: sampling, using: &generator)
    print(vocabulary.decode(text))
  }
}
