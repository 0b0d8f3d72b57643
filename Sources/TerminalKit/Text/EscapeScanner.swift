/// Recognises terminal control sequences, scalar by scalar, so that a reader can leave them out whole.
///
/// Covers CSI, OSC, DCS, SOS, PM and APC in their 7-bit and C1 forms, and the short escapes. A string
/// sequence ends at BEL, ST or the end of the line.
///
/// - Source: ECMA-48, 5th edition, 5.4 and 5.6.
struct EscapeScanner {
  private enum State { case text, escape, control, string, stringEscape }
  private var state = State.text

  /// Takes the next scalar; true when it is part of a sequence.
  mutating func swallows(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    switch state {
    case .text:
      return begins(value)
    case .escape:
      return continuesEscape(value)
    case .control:
      switch value {
      case 0x20...0x3F: return true
      case 0x40...0x7E:
        state = .text
        return true
      default:
        state = .text
        return begins(value)
      }
    case .string:
      switch value {
      case 0x07, 0x9C: state = .text
      case 0x1B: state = .stringEscape
      case 0x0A, 0x0D:
        state = .text
        return false
      default: break
      }
      return true
    case .stringEscape:
      if value == 0x5C {
        state = .text
        return true
      }
      state = .escape
      return continuesEscape(value)
    }
  }

  private mutating func begins(_ value: UInt32) -> Bool {
    switch value {
    case 0x1B: state = .escape
    case 0x9B: state = .control
    case 0x90, 0x98, 0x9D, 0x9E, 0x9F: state = .string
    default: return false
    }
    return true
  }

  private mutating func continuesEscape(_ value: UInt32) -> Bool {
    switch value {
    case 0x5B: state = .control
    case 0x50, 0x58, 0x5D, 0x5E, 0x5F: state = .string
    case 0x1B: state = .escape
    case 0x20...0x2F: state = .escape
    case 0x30...0x7E: state = .text
    default:
      state = .text
      return begins(value)
    }
    return true
  }
}
