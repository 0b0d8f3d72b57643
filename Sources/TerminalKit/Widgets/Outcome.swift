/// What a widget did with an event.
package enum Outcome: Hashable, Sendable {
  /// The widget dealt with it; nobody else should.
  case consumed
  /// The event means nothing to the widget; the next outer layer may have it.
  case ignored
}
