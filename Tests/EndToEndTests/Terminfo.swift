import Foundation
import TestSupport

extension Home {
  /// Terminals that Debian's smallest set of descriptions leaves out, as ncurses describes them.
  private static let descriptions = #"""
    putty|PuTTY, colors#8, pairs#64, smcup=\E[?47h, rmcup=\E[2J\E[?47l, use=xterm,
    xterm-16color|sixteen colours, colors#16, pairs#256,
    	setab=\E[%?%p1%{8}%<%t%p1%{40}%+%e%p1%{92}%+%;%dm,
    	setaf=\E[%?%p1%{8}%<%t%p1%{30}%+%e%p1%{82}%+%;%dm, use=xterm,
    xterm-direct|direct colour, RGB, colors#0x1000000, pairs#0x7FFF, ccc@, initc@,
    	setab=\E[%?%p1%{8}%<%t4%p1%d%e48\:2\:\:%p1%{65536}%/%d\:%p1%{256}%/%{255}%&%d\:%p1%{255}%&%d%;m,
    	setaf=\E[%?%p1%{8}%<%t3%p1%d%e38\:2\:\:%p1%{65536}%/%d\:%p1%{256}%/%{255}%&%d\:%p1%{255}%&%d%;m,
    	use=xterm,

    """#

  /// Puts them into the home, where ncurses looks first.
  func describeMoreTerminals() throws {
    let file = try write(Home.descriptions, to: "terminals.ti")
    let result = try Command.run(
      "tic", ["-x", "-o", path(".terminfo"), file], environment: environment, folder: folder)
    guard result.status == 0 else { throw Problem("tic refused: \(result.errors)") }
  }
}
