import Testing

@testable import TerminalKit

struct VirtualListTests {
  struct Item: Identifiable, Hashable, Sendable {
    var id: Int
    var name: String { "row \(id)" }
  }

  /// Answers requests as a store of rows 0..<total would.
  private struct Source {
    var total: Int

    func answer(_ request: ListRequest<Item>, to list: inout VirtualList<Item>)
      -> ListRequest<Item>?
    {
      switch request.kind {
      case .after(let row):
        let end = min(total, row.id + 1 + request.count)
        let rows = ((row.id + 1)..<max(end, row.id + 1)).map(Item.init)
        return list.merge(rows, answering: request, reachedEnd: end == total)
      case .before(let row):
        let start = max(0, row.id - request.count)
        return list.merge(
          (start..<row.id).map(Item.init), answering: request, reachedEnd: start == 0)
      case .start:
        let end = min(total, request.count)
        return list.merge(
          (0..<end).map(Item.init), answering: request, reachedEnd: true, isWholeList: end == total)
      case .end:
        let start = max(0, total - request.count)
        return list.merge(
          (start..<total).map(Item.init), answering: request, reachedEnd: true,
          isWholeList: start == 0)
      }
    }

    func settle(_ request: ListRequest<Item>?, _ list: inout VirtualList<Item>) {
      var request = request
      while let next = request { request = answer(next, to: &list) }
    }
  }

  private func window(_ range: Range<Int>, of total: Int, height: Int = 10) -> VirtualList<Item> {
    VirtualList(
      range.map(Item.init), atStart: range.lowerBound == 0, atEnd: range.upperBound == total,
      height: height)
  }

  @Test func `keys move by row, half page, page and to the ends`() {
    var list = window(0..<40, of: 40)
    _ = list.move(.down)
    #expect(list.selectedID == 1)
    _ = list.move(.halfPageDown)
    #expect(list.selectedID == 6)
    _ = list.move(.pageDown)
    #expect(list.selectedID == 15)
    #expect(list.top == 6)
    _ = list.move(.end)
    #expect(list.selectedID == 39)
    #expect(list.top == 30)
    _ = list.move(.down)
    #expect(list.selectedID == 39)
    _ = list.move(.home)
    #expect(list.selectedID == 0)
    #expect(list.top == 0)
  }

  @Test func `a move beyond what is held is completed when the rows come`() throws {
    var list = window(0..<15, of: 1000)
    let asked = list.move(.pageDown)
    let request = try #require(asked)
    #expect(list.selectedID == 9)
    #expect(list.move(.pageDown) == nil)
    #expect(list.move(.pageDown) == nil)
    #expect(list.selectedID == 14)
    #expect(list.isWaiting)
    Source(total: 1000).settle(request, &list)
    #expect(list.selectedID == 27)
    #expect(!list.isWaiting)
    #expect(list.visible.contains { $0.id == 27 })
  }

  @Test func `keys pressed while waiting take back what is owed`() throws {
    var list = window(0..<15, of: 1000)
    let asked = list.move(.pageDown)
    let request = try #require(asked)
    _ = list.move(.pageDown)
    _ = list.move(.up)
    _ = list.move(.up)
    _ = list.move(.up)
    _ = list.move(.up)
    _ = list.move(.up)
    #expect(list.selectedID == 13)
    #expect(!list.isWaiting)
    Source(total: 1000).settle(request, &list)
    #expect(list.selectedID == 13)
  }

  @Test func `to the end of a long list and back fetches only the ends`() throws {
    let source = Source(total: 640_000)
    var list = window(0..<50, of: 640_000)
    let asked = list.move(.end)
    let request = try #require(asked)
    #expect(request.kind == .end)
    _ = list.move(.up)
    source.settle(request, &list)
    #expect(list.selectedID == 639_998)
    source.settle(list.move(.pageUp), &list)
    #expect(list.selectedID == 639_989)
    source.settle(list.move(.home), &list)
    #expect(list.selectedID == 0)
    #expect(list.atStart)
    #expect(list.rows.count < 300)
  }

  @Test func `holding a page key walks the whole list in a bounded window`() {
    let source = Source(total: 5000)
    var list = window(0..<50, of: 5000)
    for _ in 0..<600 {
      source.settle(list.move(.pageDown), &list)
      #expect(list.rows.count <= 300)
      #expect(list.visible.contains { $0.id == list.selectedID })
    }
    #expect(list.selectedID == 4999)
    #expect(zip(list.rows, list.rows.dropFirst()).allSatisfy { $1.id == $0.id + 1 })
    for _ in 0..<600 { source.settle(list.move(.pageUp), &list) }
    #expect(list.selectedID == 0)
    #expect(list.atStart)
  }

  @Test func `a reload keeps the selection and its place on the screen`() {
    var list = window(0..<40, of: 40)
    for _ in 0..<20 { _ = list.move(.down) }
    #expect(list.top == 11)
    list.replace(rows: (10..<30).map(Item.init), atStart: true, atEnd: true)
    #expect(list.selectedID == 20)
    #expect(list.top == 1)
    list.replace(rows: [5, 18, 22, 30].map(Item.init), atStart: true, atEnd: true)
    #expect(list.selectedID == 22)
    list.replace(rows: [], atStart: true, atEnd: true)
    #expect(list.selectedID == nil)
    #expect(list.move(.down) == nil)
  }

  @Test func `an answer to a question of before the reload is dropped`() throws {
    var list = window(0..<15, of: 1000)
    let asked = list.move(.pageDown)
    let request = try #require(asked)
    list.replace(rows: [Item(id: 9), Item(id: 11)], atStart: true, atEnd: true)
    #expect(list.merge([Item(id: 15)], answering: request, reachedEnd: true) == nil)
    #expect(list.rows.map(\.id) == [9, 11])
  }

  @Test func `a reload in the midst of a move carries the move on`() throws {
    var list = window(0..<15, of: 1000)
    _ = list.move(.pageDown)
    _ = list.move(.pageDown)
    #expect(list.isWaiting)
    let more = list.replace(rows: (0..<15).map(Item.init), atStart: true, atEnd: false)
    Source(total: 1000).settle(more, &list)
    #expect(list.selectedID == 18)
    _ = list.move(.end)
    let end = list.replace(rows: (0..<50).map(Item.init), atStart: true, atEnd: false)
    #expect(end?.kind == .end)
    Source(total: 1000).settle(end, &list)
    #expect(list.selectedID == 999)
  }

  @Test func `a failed request gives up the move and the next key asks again`() throws {
    var list = window(0..<15, of: 1000)
    let asked = list.move(.pageDown)
    let request = try #require(asked)
    _ = list.move(.pageDown)
    list.failed(request)
    #expect(!list.isWaiting)
    #expect(list.move(.down) != nil)
  }

  @Test func `resizing keeps the selected row in view`() {
    var list = window(0..<300, of: 300, height: 20)
    list.select(200)
    for height in [60, 3, 1, 20] {
      list.resize(height: height)
      #expect(list.selectedID == 200)
      #expect(list.visible.contains { $0.id == 200 })
    }
  }

  @Test func `marks and the marker are drawn, and the cursor is on the focus`() {
    var list = window(0..<5, of: 5, height: 4)
    list.toggleMark()
    _ = list.move(.down)
    _ = list.move(.down)
    list.toggleMark()
    var canvas = Canvas(size: Size(width: 12, height: 4))
    let cursor = list.draw(on: &canvas, in: canvas.bounds) { canvas, row, area, state in
      canvas.write(row.name, at: area.origin, width: area.width, style: state.style())
    }
    #expect(canvas.text == [" *row 0", "  row 1", ">*row 2", "  row 3"])
    #expect(cursor == Point(x: 0, y: 2))
    #expect(canvas.styleRuns.contains("2:0-11 selected \">*row 2\""))
  }

  @Test func `an empty list says why`() {
    let list = VirtualList<Item>()
    var canvas = Canvas(size: Size(width: 30, height: 3))
    list.draw(on: &canvas, in: canvas.bounds, emptyLines: ["Nothing is late.", "F changes that."]) {
      _, _, _, _ in
    }
    #expect(canvas.text == ["  Nothing is late.", "  F changes that.", ""])
  }

  @Test func `columns go by priority and never grow beyond their ideal`() {
    let layout = ColumnLayout([
      Column("due", "Due", minimum: 7),
      Column("child", "Child", minimum: 12, ideal: 20),
      Column("setting", "Setting", minimum: 10, ideal: 16, priority: 2),
      Column("officer", "Officer", minimum: 8, priority: 1, align: .right),
    ])
    #expect(layout.placed(in: 78).map(\.width) == [7, 20, 16, 8])
    #expect(layout.placed(in: 42).map(\.width) == [7, 14, 10, 8])
    #expect(layout.placed(in: 35).map(\.id) == ["due", "child", "officer"])
    #expect(layout.placed(in: 35).map(\.x) == [0, 8, 27])
    #expect(layout.placed(in: 10).map(\.id) == ["due", "child"])
    var canvas = Canvas(size: Size(width: 44, height: 1))
    layout.drawHeader(on: &canvas, in: canvas.bounds, sort: ("child", true))
    #expect(canvas.text == ["  Due     Child↑         Setting     Officer"])
  }

  @Test func `where every column has its ideal, a name goes on growing to what it can use`() {
    let layout = ColumnLayout([
      Column("child", "Child", minimum: 12, ideal: 20, most: 60),
      Column("setting", "Setting", minimum: 10, ideal: 16, most: 30, priority: 2),
      Column("officer", "Officer", minimum: 8, priority: 1),
    ])
    #expect(layout.placed(in: 46).map(\.width) == [20, 16, 8])
    #expect(layout.placed(in: 70).map(\.width) == [44, 16, 8])
    #expect(layout.placed(in: 300).map(\.width) == [60, 30, 8])
  }
}
