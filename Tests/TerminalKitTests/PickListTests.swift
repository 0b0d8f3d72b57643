import Testing

@testable import TerminalKit

@Suite struct PickListTests {
  private func played(_ keys: [Key], _ list: PickList = PickList(["Elm", "Oak", "Yew"])) -> PickList
  {
    var list = list
    for key in keys { _ = list.handle(.key(key)) }
    return list
  }

  @Test func `space marks and goes on, and takes the mark away`() {
    #expect(played([.space, .space]).value == "Elm; Oak")
    #expect(played([.space, .up, .space]).value == "")
  }

  @Test func `letters narrow the list and Enter marks, then all are shown again`() {
    let list = played([.character("y"), .character("e"), .enter])
    #expect(list.value == "Yew")
    #expect(list.shown.count == 3)
  }

  @Test func `what is in no list is taken as typed, with its spaces`() {
    let list = played([.character("a"), .space, .character("b"), .enter])
    #expect(list.value == "a b")
    #expect(list.shown.first == "a b")
  }

  @Test func `Enter takes what is marked, and marks nothing by itself`() {
    var list = PickList(["Elm"])
    #expect(list.handle(.key(.enter)) == .taken)
    #expect(list.value.isEmpty)
  }

  @Test func `a separator inside a name is no separator`() {
    #expect(PickList(["A; B"], marked: ["A; B"]).value == "A, B")
    var list = PickList(["Elm", "Oak"])
    list.setValue("elm; Beech")
    #expect(list.marked == ["Elm", "Beech"])
  }

  @Test func `the end of the list is for the field after it`() {
    var list = PickList(["Elm"])
    #expect(list.handle(.key(.down)) == .ignored)
    #expect(list.handle(.key(.up)) == .ignored)
  }
}
