import Synchronization

/// Messages from background work to the loop that owns the screen.
///
/// Any thread may put one in; the loop takes them all when it is woken.
package final class Mailbox<Message: Sendable>: Sendable {
  private let messages = Mutex<[Message]>([])
  private let wake: @Sendable () -> Void

  /// A mailbox.
  ///
  /// - Parameter wake: Called, from whichever thread, when a message comes into an empty mailbox: the
  ///   driver's `wake`.
  package init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

  /// Leaves a message.
  package func put(_ message: Message) {
    let wasEmpty = messages.withLock { messages in
      messages.append(message)
      return messages.count == 1
    }
    if wasEmpty { wake() }
  }

  /// Takes all messages, the oldest first.
  package func takeAll() -> [Message] {
    messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}
