import SENDDomain
import Testing

@testable import Exchange

/// Texts as real feeds have them; nothing but words and line breaks comes out.
@Suite struct DirtyTextTests {
  private func check(_ raw: String, _ plain: String) throws {
    let found = try OfferSamples.description(raw)
    #expect(found == plain)
  }

  @Test func `tags become line breaks, items and nothing`() throws {
    try check(
      "<h2>Play</h2><p>For <b>all</b>.</p><ul><li>Sand</li><li>Water</li></ul>",
      "Play\n\nFor all.\n\n- Sand\n- Water")
    try check("One<br>two<br/>three", "One\ntwo\nthree")
    try check("<p>a\nline</p>\n\n\n<p>b</p>", "a line\n\nb")
    try check("Plain\r\nlines\r\n\r\n\r\nstay", "Plain\nlines\n\nstay")
    try check(
      "<table><tr><th>Day</th><th>Time</th></tr><tr><td>Mon</td><td>10&ndash;12</td></tr></table>"
        + "<button>Book</button><svg><path d='M0'/></svg><script>alert(1)</script>",
      "Day | Time\nMon | 10\u{2013}12")
    try check("<p>Talk <b>therapy <i>for teens<p>Call", "Talk therapy for teens\n\nCall")
    try check("<!-- note --><o:p></o:p>Words", "Words")
  }

  @Test func `what only looks like a tag stays`() throws {
    try check(
      "For children aged <5 and parents earning <£20k",
      "For children aged <5 and parents earning <£20k")
    try check("a <b", "a <b")
  }

  @Test func `a link's address is added where its words differ`() throws {
    try check(
      "<a href=\"https://x.example.org/a\">Book</a> now", "Book (https://x.example.org/a) now")
    try check("<a href='https://x.example.org/a'>x.example.org/a</a>", "x.example.org/a")
    try check("Call <a href=\"tel:02079460000\">us", "Call us (02079460000)")
    try check("<a href=\"javascript:alert(1)\">Go</a>", "Go")
    try check("See [our page](https://x.example.org)", "See our page (https://x.example.org)")
  }

  @Test func `entities are undone twice`() throws {
    try check(
      "Arts &amp;amp; crafts &lt;b&gt;for all&lt;/b&gt; &#8211; caf&eacute; &pound;3 &#x27;x&#39;",
      "Arts & crafts for all \u{2013} café £3 'x'")
    try check("R&D & more &unknown; ?a=1&copy=2", "R&D & more &unknown; ?a=1&copy=2")
  }

  @Test func `Markdown loses its marks and keeps its lists`() throws {
    try check("## Who\n**All** welcome\n* one\n- two", "Who\nAll welcome\n- one\n- two")
  }

  @Test func `pictures inside the text are taken out`() throws {
    let picture = String(repeating: "iVBORw0KGgo=", count: 20_000)
    try check(
      "<p>Before.</p><p><img src=\"data:image/png;base64,\(picture)\"></p><p>After.</p>",
      "Before.\n\nAfter.")
    try check("Before ![x](data:image/png;base64,\(picture)) after", "Before after")
  }

  @Test func `what is not seen is taken out`() throws {
    try check(
      "Respite\u{3} care\u{7} \u{1B}[31mred\u{1B}[0m \u{9B}1mtext\u{1B}", "Respite care red text")
    try check(
      "\u{200B}Zero\u{200B}width\u{A0}spaces\u{2028}and a line", "Zerowidth spaces\nand a line")
    try check("\u{202E}evil\u{202C} \u{2066}text\u{2069} שלום", "evil text שלום")
    try check("\u{F0B7}\u{A0}\u{A0}Portage", "- Portage")
    try check("tab\there &#27;[2J", "tab here")
    try check("cafe\u{301}", "caf\u{E9}")
    try check(
      "Fun 👩\u{200D}🦽 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
      "Fun 👩\u{200D}🦽 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}")
  }

  @Test func `markup without words is no description`() throws {
    let (service, kinds) = try OfferSamples.service(#""description": "<p><br></p>&nbsp;""#)
    #expect(service.description == "")
    #expect(kinds == ["no_words"])
  }

  @Test func `a text beyond its cap is cut, and that said`() throws {
    let long = String(repeating: "word ", count: 60_000)
    let (service, kinds) = try OfferSamples.service(#""description": "\#(long)""#)
    #expect(service.description.count <= 20_000)
    #expect(service.description.count > 19_990)
    #expect(kinds == ["text_cut"])
  }

  @Test func `no text of any field can reach a terminal's ears`() throws {
    let evil = #"\u001b]0;x\u0007\u009b31m\u202e"#
    let (service, _) = try OfferSamples.service(
      """
      "alert": "\(evil)a", "alternate_name": "\(evil)b", "email": "\(evil)c@x.example.org",
      "url": "\(evil)d.example.org", "fees": "\(evil)e", "organization": {"name": "\(evil)f"},
      "languages": [{"name": "\(evil)g"}], "service_areas": [{"name": "\(evil)h"}],
      "contacts": [{"phones": [{"number": "\(evil)020 7946 0001"}]}],
      "attributes": [{"taxonomy_term": {"id": "\(evil)", "name": "\(evil)i", "taxonomy": "\(evil)j"}}],
      "schedules": [{"byday": "\(evil)k", "description": "\(evil)l", "opens_at": "\(evil)"}],
      "wait_time": "\(evil)m", "locations": [{"name": "\(evil)n", "address_1": "\(evil)o"}]
      """)
    for scalar in "\(service)".unicodeScalars {
      #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
      #expect(scalar.value != 0x202E)
    }
  }

  @Test func `facts in prose are hints`() throws {
    let hints = HintScan.hints(
      in: "For ages 5 to 11, or 0-25 years. Under 5s go free, others £2.50. Call 020 7946 0001 or "
        + "07700 900001. We are at SE11 5AA since 20 years, room 3, 10am to 4pm, BS34 5LP.")
    #expect(hints.ages == ["ages 5 to 11", "0-25 years", "Under 5s"])
    #expect(hints.prices == ["£2.50"])
    #expect(hints.phones == ["020 7946 0001", "07700 900001"])
    #expect(hints.postcodes == ["SE11 5AA", "BS34 5LP"])
  }
}
