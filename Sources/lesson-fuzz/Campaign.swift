import Foundation
import Neural

/// Inputs without end, each a function of the seed and its number.
struct Campaign {
  let subjects: [Subject]
  let seeds: Seeds
  let seed: UInt64

  /// The processor's seconds that one input may take; a slow build and a busy machine are no reason.
  private static let limit = 20

  /// What reads the input of that number: of the slow ones each has its turn in every twentieth round alone.
  func subject(of number: UInt64) -> Subject {
    let (round, turn) = number.quotientAndRemainder(dividingBy: UInt64(subjects.count))
    let subject = subjects[Int(turn)]
    let quick = subjects.filter { !$0.isSlow }
    guard subject.isSlow, !round.isMultiple(of: 20), !quick.isEmpty else { return subject }
    return quick[Int((round + turn) % UInt64(quick.count))]
  }

  /// The input of that number.
  func input(_ number: UInt64) -> [UInt8] {
    let subject = subject(of: number)
    var numbers = SeededGenerator(seed: seed &* 0x9E37_79B9_7F4A_7C15 ^ number &* 0xD134_2543_DE82_EF95)
    var mutation = Mutation(of: seeds[subject.food], words: subject.words, using: &numbers)
    return mutation.bytes(using: &numbers)
  }

  /// Reads inputs until the time is over, noting the number of each before it is begun.
  func read(from first: UInt64, seconds: Int, note: String) {
    let end = DispatchTime.now() + .seconds(seconds)
    let descriptor = open(note, O_WRONLY | O_CREAT, 0o644)
    var memory = rlimit(rlim_cur: 8 << 30, rlim_max: 8 << 30)
    setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &memory)
    var number = first
    while DispatchTime.now() < end {
      withUnsafeBytes(of: number) { _ = pwrite(descriptor, $0.baseAddress, $0.count, 0) }
      limitTime()
      subject(of: number).read(input(number))
      number += 1
    }
    withUnsafeBytes(of: number) { _ = pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  /// Lets the input that begins now end this process where it takes too long: by the processor's clock, or where it
  /// waits for something, by the wall's.
  private func limitTime() {
    var timer = itimerval()
    timer.it_value.tv_sec = Self.limit
    setitimer(__itimer_which_t(2), &timer, nil)
    alarm(UInt32(Self.limit * 6))
  }
}
