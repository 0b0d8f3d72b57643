import TerminalKit

/// Where the parts of the frame stand in a window.
struct Layout: Equatable {
  var tabs: Rect
  var summary: Rect
  /// All between the summary and the announcement line.
  var content: Rect
  var header: Rect
  var list: Rect
  /// Empty where no detail is shown.
  var detail: Rect
  var announcement: Rect
  var footer: Rect

  /// At 120 columns or more the detail stands to the right of the list, at fewer below it.
  init(_ size: Size, hasDetail: Bool) {
    let all = Rect(size)
    (tabs, self.content) = all.splitTop(1)
    (summary, self.content) = content.splitTop(1)
    let (upper, foot) = content.splitBottom(1)
    footer = foot
    (self.content, announcement) = upper.splitBottom(1)
    var body = content
    detail = Rect(x: 0, y: 0, width: 0, height: 0)
    if hasDetail, size.width >= 120 {
      let width = min(70, max(48, size.width * 2 / 5))
      let parts = body.splitRight(width)
      body = parts.rest.splitRight(1).rest
      detail = parts.right
    } else if hasDetail {
      let rows = size.height >= 24 ? DetailView.rows : min(6, body.height / 2)
      (body, detail) = body.splitBottom(rows)
    }
    (header, list) = body.splitTop(1)
  }
}
