import Foundation
import SENDDomain
import Storage

// Another process at work in a workspace, for the tests that kill, stop and starve it.
// Every write that returned is said on standard output at once, by a plain write(2).

signal(SIGPIPE, SIG_IGN)
signal(SIGXFSZ, SIG_IGN)

let arguments = CommandLine.arguments
guard arguments.count >= 4 else {
  say("usage: StoreWriter work|flat|hold|limit|look|peek PATH NAME [NUMBER]")
  exit(64)
}
let (command, path, name) = (arguments[1], arguments[2], arguments[3])
let number = arguments.count > 4 ? Int(arguments[4]) ?? 0 : 0

do {
  var work = Work(name: name, path: path, number: number)
  switch command {
  case "work": try work.mix()
  case "flat": try work.flatOut()
  case "hold": try work.hold()
  case "limit": try work.meetLimit()
  case "look": work.look()
  case "peek": work.peek()
  default: exit(64)
  }
} catch {
  say("stopped \(error)")
  exit(1)
}
