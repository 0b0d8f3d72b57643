import SENDDomain
import Testing

@Suite struct `A pupil number` {
  @Test(arguments: [
    "B801200005001", "D208123425001", "C20812342501A", "A950000178301", "H243278544154",
    "P207000016049",
  ])
  func `is valid where its check letter fits`(number: String) throws {
    #expect(try UPN.check(number) == number)
    #expect(try UPN.check(" \(number.lowercased()) ") == number)
  }

  @Test(arguments: [
    ("A801200005001", UPN.Fault.checkLetter("B")), ("Q207000016049", .checkLetter("P")),
    ("A20812342501A", .checkLetter("C")), ("B801200005002", .checkLetter("Q")), ("", .form),
    ("B80120000500", .form), ("B8012000050011", .form), ("I801200005001", .form),
    ("O801200005001", .form), ("S801200005001", .form), ("1801200005001", .form),
    ("C20812342501S", .form), ("BA01200005001", .form), ("B8012 0005001", .form),
    ("B80120000500é", .form),
  ])
  func `is faulted otherwise`(number: String, fault: UPN.Fault) {
    #expect(throws: fault) { try UPN.check(number) }
  }

  @Test func `is temporary where it ends in a letter`() {
    #expect(UPN.isTemporary("C20812342501A"))
    #expect(!UPN.isTemporary("D208123425001"))
    #expect(!UPN.isTemporary(""))
    #expect(UPN.checkLetter(for: "801200005001") == "B")
    #expect(UPN.checkLetter(for: "208123425001") == "D")
  }
}

@Suite struct `A learner number` {
  @Test(arguments: ["9276308686", "9000000040"])
  func `is valid`(number: String) { #expect(ULN.isValid(number)) }

  @Test(arguments: [
    "9276308687", "0276308686", "927630868", "92763086860", "", "927630868A", "９２７６３０８６８６",
  ])
  func `is not valid`(number: String) { #expect(!ULN.isValid(number)) }

  @Test func `can never begin with 900000013`() {
    for last in 0...9 { #expect(!ULN.isValid("900000013\(last)")) }
  }
}

@Suite struct `An NHS number` {
  @Test(arguments: ["9434765919", "9434765870", "9990000018", "943 476 5919"])
  func `is valid`(number: String) { #expect(NHSNumber.isValid(number)) }

  @Test(arguments: ["9434765918", "1111111111", "943476591", "94347659190", "", "943-476-591"])
  func `is not valid`(number: String) { #expect(!NHSNumber.isValid(number)) }

  @Test func `can never begin with 999000000`() {
    for last in 0...9 { #expect(!NHSNumber.isValid("999000000\(last)")) }
  }
}
