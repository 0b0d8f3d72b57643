import ArgumentParser
import Exchange

/// `waymark demo`: a workspace of the generated borough.
struct DemoCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Make a workspace of a generated borough, for trying out and for tests.",
    discussion: """
      Every person and school in it is invented; the shape follows published statistics. The \
      same day, plans and seed give the same borough. Look at it with --workspace FILE.
      """)

  @Option(
    help: ArgumentHelp("The file to make; it must not exist.", valueName: "file"),
    completion: .file())
  var out: String

  @Option(help: ArgumentHelp("How many active plans, up to 640000.", valueName: "n"))
  var plans = 3332

  @Option(help: ArgumentHelp("Another number gives another borough.", valueName: "n"))
  var seed: UInt64 = 1

  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func validate() throws {
    guard (1...640_000).contains(plans) else {
      throw ValidationError("--plans is a number from 1 to 640000.")
    }
  }

  func perform(_ context: CommandContext) throws -> Int32 {
    context.tellWarnings()
    let path = context.surroundings.absolute(out)
    try DemoMaker(context, plans: plans, seed: seed).make(at: path)
    try context.surroundings.print(
      "\(DemoBorough.name), \(plans.of("active plan", "active plans")), made for "
        + "\(context.today.long): \(path.forMessage)\n")
    return 0
  }
}
