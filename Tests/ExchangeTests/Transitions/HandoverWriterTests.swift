import SENDDomain
import Testing

@testable import Exchange

@Suite struct `Handover files` {
  private static let hostile =
    "<script>alert(\"1\")</script> & [x](javascript:y) `z` **b** \u{1B}[31mred\u{7} \u{202E}abc\nnext"

  private func page(_ text: String) -> HandoverPage {
    HandoverPage(
      title: text, head: [text],
      sections: [HandoverPage.Section(title: text, lines: [text, "- one", "1. two", "+ three"])],
      foot: [text])
  }

  @Test func `are pages that a browser shows and nothing runs in`() {
    let html = HandoverWriter.html(page(Self.hostile))
    #expect(!html.contains("<script"))
    #expect(html.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; [x]"))
    #expect(html.contains("default-src 'none'"))
    #expect(html.components(of: "<li>") == 5)
    #expect(html.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isUnfitForFiles })
  }

  @Test func `are Markdown in which no text is markup`() {
    let markdown = HandoverWriter.markdown(page(Self.hostile))
    let safe =
      "\\<script\\>alert(\"1\")\\</script\\> &amp; \\[x\\](javascript:y) \\`z\\` \\*\\*b\\*\\* red "
      + "abc next"
    #expect(
      markdown == """
        # \(safe)

        - \(safe)

        ## \(safe)

        - \(safe)
        - \\- one
        - 1\\. two
        - \\+ three

        ---

        \(safe)

        """)
    #expect(markdown.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isUnfitForFiles })
  }

  @Test func `show a name as it is, in other scripts too`() {
    let html = HandoverWriter.html(page("Zoë O'Brien-Łaski 王"))
    #expect(html.contains("<h1>Zoë O'Brien-Łaski 王</h1>"))
  }
}

extension String {
  fileprivate func components(of mark: String) -> Int { ranges(of: mark).count }
}
