import SENDDomain
import TerminalKit
import Testing

@testable import Screens

@Suite struct RestrictedTests {
  private static let child = Child.ID(rawValue: 1)

  private func wanted() -> Root {
    var root = Stage().root
    _ = root.receive(.reasonWanted(RestrictedTests.child, .timeLine))
    return root
  }

  @Test func `a restricted record asks for a reason of a short list and for words`() throws {
    var root = wanted()
    #expect(root.handle(.key(.character("2"))).isEmpty)
    // Without words it is not opened.
    #expect(root.handle(.key(.enter)).isEmpty)
    #expect(root.handle(.paste("mother rang about the bus")).isEmpty)
    let effects = root.handle(.key(.enter))
    guard case .openWithReason(let child, .timeLine, let reason, let words)? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(child == RestrictedTests.child)
    #expect(reason == .dutyCall)
    #expect(words == "mother rang about the bus")
  }

  @Test func `leaving the question opens nothing`() {
    var root = wanted()
    #expect(root.handle(.key(.escape)).isEmpty)
    #expect(root.layers.isEmpty)
  }
}
