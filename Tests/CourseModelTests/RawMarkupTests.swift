import CourseModel
import Testing

@Suite struct RawMarkupTests {
  @Test(arguments: [
    ("<a href=javascript:b>", ["javascript:b"]), ("<A HREF='x'>", ["x"]), ("<a\nhref = \"x\"\n>", ["x"]),
    ("<a/href=x>", ["x"]), ("<a title='>' href=x>", ["x"]),
    ("<a href=\"&#106;&#x61;&#118a&Tab;&colon;\">", ["java\t:"]),
    ("<svg><a xlink:href=x></a></svg>", ["x"]),
    ("<img src=x srcset=\"y 1x, z 2x\">", ["x", "y", "1x,", "z", "2x"]),
    ("<p style=\"background: URL( 'x' ), url(y)\">", ["x", "y"]), ("<style>a{b:url(x)}</style>", ["x"]),
    ("<set attributeName=xlink:href to=x>", ["x"]),
    ("<animate attributename=href values='x;y'>", ["x", "y"]),
    ("<set attributeName=fill to=red>", []), ("<!-- <a href=x> --><a href=y>", ["y"]),
    ("<!--><a href=y>-->", ["y"]),
    ("<script>'<a href=x>'</script><a href=y>", ["y"]), ("</a href=x>", []), ("a < b <a href=y>", ["y"]),
    ("<form action=x><button formaction=y>", ["x", "y"]), ("<video poster=x src=y>", ["x", "y"]),
    ("<a ping=x href=y>", ["x", "y"]), ("<object data=x>", ["x"]), ("<math href=x>", ["x"]),
    ("<? a><a href=y>", ["y"]),
    ("<textarea><a href=x></textarea>", []), ("<STYLE></style ><a href=y>", ["y"]),
  ])
  func `addresses are found as browsers find them`(markup: String, addresses: [String]) {
    #expect(RawMarkup(markup).addresses.map(\.text) == addresses)
  }

  @Test func `a tag that does not end is found`() {
    #expect(RawMarkup("a <b").unclosed == 2)
    #expect(RawMarkup("<a title=\"").unclosed == 0)
    #expect(RawMarkup("a < b <i>").unclosed == nil)
  }

  @Test func `tags know where they stand, and style sheets what they say`() {
    let raw = RawMarkup("a<STYLE>\nb\n</style><i>")
    #expect(raw.tags.map(\.name) == ["style", "i"])
    #expect(raw.tags.map(\.offset) == [1, 19])
    #expect(raw.tags[0].content == Array("\nb\n".utf8))
  }

  @Test func `a value without quotes keeps its bounds when it is written again`() throws {
    let tag = try #require(HTMLTag(Array("<a title=x\"onclick=y>".utf8)[...]))
    #expect(String(decoding: tag.bytes, as: UTF8.self) == "<a title=\"x&quot;onclick=y\">")
  }

  @Test(arguments: [
    "<!---->", "<a href=x>\n", "<a ", "<script>", "<set to=a ", "</", "<!", "&#x", "url(", "<p style=url(",
  ])
  func `what repeats very often is read to its end`(piece: String) {
    let many = String(repeating: piece, count: 80_000)
    let markup = RawMarkup("<p style='" + many + "'>" + many)
    #expect(markup.tags.first?.name == "p", "\(piece)")
    #expect(markup.addresses.count <= 160_000, "\(piece)")
  }
}
