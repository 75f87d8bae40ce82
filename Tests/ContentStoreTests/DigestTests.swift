import ContentStore
import Testing

@Suite struct DigestTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `the digests of the standard's examples are the standard's`(text: String, expected: String) {
    #expect(Digest(of: Array(text.utf8)).description == expected)
  }

  @Test func `a million letters have the standard's digest`() {
    let letters = [UInt8](repeating: 0x61, count: 1_000_000)
    let expected = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    #expect(Digest(of: letters).description == expected)
  }

  @Test func `a digest does not depend on how its content was cut into updates`() {
    let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let whole = Digest(["x": bytes])
    var builder = DigestBuilder()
    builder.add("x", bytes)
    #expect(builder.digest() == whole)
  }

  @Test func `named parts cannot run into each other`() {
    #expect(Digest(["a": [1, 2], "b": [3]]) != Digest(["a": [1], "b": [2, 3]]))
    #expect(Digest(["ab": [], "c": []]) != Digest(["a": [], "bc": []]))
  }
}
