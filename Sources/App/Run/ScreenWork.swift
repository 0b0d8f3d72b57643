import Foundation
import Screens
import SENDDomain
import Storage

/// Long work that the screens start: the same code that the commands run, with its progress
/// told to the screen and its end asked for by Esc.
enum ScreenWork {
  static func importReturn(
    _ path: String, into store: Store?, _ context: CommandContext,
    _ progress: @escaping Services.ImportProgress
  ) throws -> (Store, ImportReply) {
    throw ServiceFailure("Importing from the screens is not ready: use \"waymark import sen2\".")
  }

  static func makeDemo(
    _ context: CommandContext, _ progress: @escaping Services.ImportProgress
  ) throws -> Store {
    throw ServiceFailure("not yet")
  }
}
