import ArgumentParser
import SENDDomain
import Storage

/// `waymark user allocate`.
struct UserAllocateCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "allocate", abstract: "Allocate a child's family to a person, or end it.",
    discussion: "A child is named by the number that lists have as child_id.")

  @Argument(help: "The login.") var login: String
  @Argument(help: "The child's number.") var child: Int64
  @Option(help: ArgumentHelp("Until the end of this day.", valueName: "day")) var until: String?
  @Flag(help: "End the allocation today.") var end = false
  @Flag(help: "Print one JSON document.") var json = false
  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func perform(_ context: CommandContext) throws -> Int32 {
    let until = try UserRun.day(until)
    let id = Child.ID(rawValue: child)
    return try UserRun(context: context, asJSON: json).run(
      end
        ? "Child \(child) is no longer allocated to \(login.forMessage)."
        : "Child \(child) is allocated to \(login.forMessage)"
          + (until.map { " until \($0.long)." } ?? ".")
    ) {
      if end {
        try $0.endAllocation(of: id, to: login, on: context.today)
      } else {
        try $0.allocate(id, to: login, since: context.today, until: until)
      }
    }
  }
}

/// `waymark user restrict`.
struct UserRestrictCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "restrict", abstract: "Restrict a child's record: a reason opens it for an hour.",
    discussion: """
      Lists keep the name and the day, so that nothing is missed, and say no more. Each opening \
      waits for somebody's look: see "waymark user review".
      """)

  @Argument(help: "The child's number.") var child: Int64
  @Option(help: ArgumentHelp("Why, in a few words without names.", valueName: "words"))
  var reason: String
  @Option(help: ArgumentHelp("Whoever looks at each opening: a login.", valueName: "login"))
  var reviewer: String?
  @Flag(help: "Print one JSON document.") var json = false
  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func perform(_ context: CommandContext) throws -> Int32 {
    try UserRun(context: context, asJSON: json).run("The record of child \(child) is restricted.") {
      try $0.restrict(
        Child.ID(rawValue: child), reason: reason, reviewer: reviewer, today: context.today)
    }
  }
}

/// `waymark user unrestrict`.
struct UserUnrestrictCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "unrestrict", abstract: "Lift the restriction of a child's record.")

  @Argument(help: "The child's number.") var child: Int64
  @Flag(help: "Print one JSON document.") var json = false
  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func perform(_ context: CommandContext) throws -> Int32 {
    try UserRun(context: context, asJSON: json).run(
      "The record of child \(child) is no longer restricted."
    ) { try $0.unrestrict(Child.ID(rawValue: child)) }
  }
}

/// `waymark user review`.
struct UserReviewCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "List openings of restricted records that wait for a look.",
    discussion: """
      Within five working days somebody looks at each, and not whoever opened it. A manager and an \
      administrator see all, a person who was named as the reviewer theirs.
      """)

  @Option(help: ArgumentHelp("Say that this opening was looked at.", valueName: "id"))
  var done: Int64?
  @Flag(help: "Print one JSON document.") var json = false
  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func perform(_ context: CommandContext) throws -> Int32 {
    if let done {
      return try UserRun(context: context, asJSON: json).run("Opening \(done) was looked at.") {
        try $0.review(grant: done, today: context.today)
      }
    }
    context.tellWarnings()
    let grants = try context.openForReading().grantsToReview()
    if json {
      var rows = JSONDocument.Rows()
      for grant in grants {
        rows.append([
          "id": .number(Int(grant.id)), "child_id": .number(Int(grant.child.rawValue)),
          "by": .text(grant.practitioner), "role": JSONValue(grant.role?.rawValue),
          "reason": .text(grant.reason.rawValue), "words": .orNull(grant.words),
          "granted": JSONValue(grant.day), "reviewer": .orNull(grant.reviewer),
        ])
      }
      try context.surroundings.print(
        JSONDocument(
          [("today", JSONValue(context.today)), ("count", .number(grants.count))], "results", rows))
      return 0
    }
    guard !grants.isEmpty else {
      try context.surroundings.print("No opening of a restricted record waits for a look.\n")
      return 0
    }
    var table = TextTable(["id", "day", "child", "by", "role", "reason", "words"])
    for grant in grants {
      table.add([
        String(grant.id), grant.day.long, "ref \(grant.child.rawValue)", grant.practitioner,
        grant.role?.words ?? "", grant.reason.words, grant.words,
      ])
    }
    try context.surroundings.print(table.text(context.glyphs))
    return 0
  }
}

extension AccessGrant {
  fileprivate var day: Day { Day(number: Int(granted / 86_400_000)) }
}
