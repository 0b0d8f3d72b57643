import Foundation

/// Reads bytes as a stream without copying them whole, which `InputStream(data:)` does: a return
/// of all England is more than a gigabyte of XML.
final class MappedStream: InputStream {
  private let bytes: Data
  private var offset = 0
  private var status = Stream.Status.notOpen

  init(_ bytes: Data) {
    self.bytes = bytes
    super.init(data: Data())
  }

  override func open() { status = .open }
  override func close() { status = .closed }
  override var streamStatus: Stream.Status { status }
  override var streamError: (any Error)? { nil }
  override var hasBytesAvailable: Bool { offset < bytes.count }

  override func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength length: Int) -> Int {
    let count = min(length, bytes.count - offset)
    guard count > 0 else {
      status = .atEnd
      return 0
    }
    let start = bytes.startIndex + offset
    bytes.copyBytes(to: buffer, from: start..<(start + count))
    offset += count
    return count
  }
}
