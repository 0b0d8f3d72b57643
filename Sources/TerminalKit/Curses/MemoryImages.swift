import CNcurses

/// Core files and other looks into the process's memory, which holds names.
package enum MemoryImages {
  /// Forbids them for the rest of the process: no core file, no debugger of the same account.
  package static func forbid() { cn_forbid_cores() }
}
