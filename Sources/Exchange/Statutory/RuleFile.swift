import SENDDomain

/// A file of rules: one rule set as YAML text.
///
/// - Specification: The fields are those of ``SENDDomain/RuleSet/tree``; the comment at the head
///   of a written file lists every shape of a limit.
package enum RuleFile {
  /// Reads a rule set.
  ///
  /// - Throws: Why the file is refused, with its line and column. Nothing of it applies then.
  package static func read(_ file: NamedBytes) throws(FileProblem) -> RuleSet {
    try readPlaced(file).set
  }

  /// The rule set with its tree, by which later checks place what they find.
  static func readPlaced(
    _ file: NamedBytes
  ) throws(FileProblem) -> (set: RuleSet, tree: YAMLTree) {
    let tree = try YAMLTree(file)
    do throws(DataTree.Problem) {
      return (try RuleSet(tree.tree), tree)
    } catch {
      throw FileProblem(file.name, error, in: tree)
    }
  }

  /// The set as a file for people to read and edit: the same set gives the same text.
  package static func text(_ set: RuleSet) -> String {
    var writer = YAMLWriter()
    if case .fields(let fields) = set.tree { writer.write(fields) }
    return header + "\n" + writer.text
  }

  /// What stands above the rules, every line a comment.
  package static let header = """
    # A rule set of Waymark: rules that came into force together, each with its source.
    #
    # Waymark reads this file and works out dates by it. A file that does not hold is refused whole,
    # with the line, and the copy built into the program stands in for it. Days are written
    # YYYY-MM-DD. The days in force decide which version of a rule a case keeps: the one in force on
    # the day that the rule counts from. A reform is a rule set of its own, in a file of its own: a
    # rule in it with the id of an earlier set's replaces that from the day it comes into force, and
    # "repeals" lists the rules that end with the day before.
    #
    # Each rule has id, title, limit, source, confidence (seen, second_hand, knowledge or derived) and
    # facts (all that it takes, those that are needed first). It may have topic (the part of the law
    # it stands in), kind (statutory where not said; else guidance, local or advisory), before (true:
    # the date itself is too late), only_where (the fact that there has to be a date at all; "assumed"
    # says what it is taken for where nobody gives it, "shown_by" which facts settle it), until (the
    # birthday at which it stops), exceptions (letters that lift the duty), met_by (one or more facts
    # that show it done), ended_by (those that show that nothing more is to be done), restarts (the
    # fact that its being done is for the next time), gives (the fact that its date is for other
    # rules), beside (the statutory rule that a local one is earlier than), in_force_from, in_force_to
    # and notes.
    #
    # "order" lists facts in the order in which they can happen: [earlier, later], or with more to say
    # {order: [earlier, later], unless: [a fact that makes the other order possible],
    # usually_within_months: 12, doubt_only: true where the other order is remarked on, not refused}.
    #
    # Each limit has one of these shapes. Units are days, weeks, months, working_days, tribunal_days
    # and school_days.
    #
    #   {after: review_meeting, weeks: 4}
    #   {before: review_meeting, weeks: 2}
    #   {beginning_with: [last_review_decision, plan_first_made], months: 12}
    #   {after: letter_given, days: 10, posted: letter_posted}
    #   {on: transfer_date}
    #   {earlier_of: [{after: review_meeting, weeks: 12}, {after: notice_sent, weeks: 8}]}
    #   {later_of: [{on: transfer_date}, {after: previous_review, months: 12}]}
    #   {appeal_window: [{after: decision_sent, months: 2}, {after: certificate_date, months: 1}]}
    #   {closure_window: start, closed: closed_from, reopens: reopens_on, least_days: 28, lead_days: 7}
    #   {move: move_date, aware: authority_aware, working_days: 15}
    #   {excluded_school_day: 6, in: exclusion_spans}
    #   {absent_school_day: 15, in: days_absent, in_a_row: false}
    #   {start_of_year_turning: 14, born: dob}
    #   {birthday: 18, born: dob}
    #   {school_leaving: 16, born: dob}
    #   {prescribed_day: 5, born: dob}
    #   {plan_age_limit: 25, born: dob}
    #   {weekday_of_month: thursday, nth: 3, month: 1, year: census_year}
    #   {transfer_day: [15, 2], transfers: [primary-secondary], last_safe: false}
    #   {no_date: true}
    #
    # Text with ": " or " #" in it stands in double quotation marks.

    """
}
