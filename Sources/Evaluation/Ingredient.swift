import ContentStore
import CourseModel

/// One of the things that the result of a run depends on.
public struct Ingredient: Sendable, Hashable {
  /// What it is, for people: "block 'softsign'", "the compiler".
  public let name: String
  /// Its content; equal digests mean equal ingredients.
  let digest: Digest
}

extension Digest {
  /// The digest of all ingredients in their order, by which a result is found; their names do not matter.
  init(_ ingredients: [Ingredient]) {
    var builder = DigestBuilder()
    for ingredient in ingredients { builder.add("ingredient", ingredient.digest) }
    self = builder.digest()
  }
}

/// What a run was made from, kept under the run's name, to tell later why it is or is not run again.
struct RunRecord {
  /// What a run was made from, by name; of names that occur twice, the later one.
  var ingredients: [String: [UInt8]]
  /// Whether it failed, so that its result was not kept.
  var hasFailed: Bool

  /// The record of a run of `ingredients`.
  init(_ ingredients: [Ingredient], hasFailed: Bool) {
    self.ingredients = Dictionary(ingredients.map { ($0.name, $0.digest.bytes) }) { $1 }
    self.hasFailed = hasFailed
  }

  /// The record of the last run of that name, if it is known.
  init?(of run: String, in store: ContentStore) {
    guard let content = store.content("record", Self.key(run)) else { return nil }
    var wire = WireDecoder(content)
    do throws(WireDamage) {
      hasFailed = try wire.flag()
      let pairs = try wire.list { wire throws(WireDamage) in (try wire.text(), Array(try wire.slice())) }
      ingredients = Dictionary(pairs) { $1 }
    } catch {
      return nil
    }
  }

  /// Keeps the record.
  func save(of run: String, in store: ContentStore) {
    var wire = WireEncoder()
    wire.write(hasFailed ? 1 : 0)
    wire.write(ingredients.sorted { $0.key < $1.key }) { wire, ingredient in
      wire.write(ingredient.key)
      wire.write(ingredient.value)
    }
    store.store("record", Self.key(run), wire.bytes)
  }

  private static func key(_ run: String) -> Digest { Digest(["run": Array(run.utf8)]) }
}
