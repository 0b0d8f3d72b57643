import Testing

@testable import TerminalKit

/// The test vectors of RFC 4648, section 10, and text that is not ASCII.
@Suite struct Base64Tests {
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("é王", "w6nnjos="),
  ])
  func `writes the bytes of a text`(text: String, base64: String) {
    #expect(text.base64 == base64)
  }
}
