import Foundation
import SENDDomain
import Testing

@testable import Exchange

/// A day in a test; a text that is none fails the test.
func day(_ text: String) throws -> Day { try #require(Day(text)) }

func file(_ text: String, name: String = "made-up.yaml") -> NamedBytes {
  NamedBytes(name: name, bytes: Data(text.utf8))
}

/// Why a file is refused, as `line:column message`; empty where it is not.
func refusal(_ read: () throws(FileProblem) -> Void) -> String {
  do throws(FileProblem) {
    try read()
    return ""
  } catch {
    return error.asLine
  }
}

extension FileProblem {
  var asLine: String {
    "\(line.map(String.init) ?? "-"):\(column.map(String.init) ?? "-") \(message)"
  }
}

/// A file that the project ships.
func shipped(_ path: String) -> URL {
  URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(path)
}

func shippedFile(_ path: String) throws -> NamedBytes {
  let url = shipped(path)
  return NamedBytes(name: url.lastPathComponent, bytes: try Data(contentsOf: url))
}

/// A law that does not exist: another limit, and another kind of plan.
let reform = """
  rule_set: reform-2029
  title: A reform made up for a test
  in_force_from: 2029-09-01
  plan_kinds:
    isp:
      title: individual support plan
      first_review: isp-first-due
      next_review: isp-next-due
  repeals: [ar-report]
  rules:
    - id: ar-decision
      title: Decision after the review
      limit: {after: review_meeting, days: 15}
      source: Made up, s1
      confidence: seen
      facts: [review_meeting]
    - id: isp-first-due
      title: First support plan review
      limit: {beginning_with: plan_first_made, months: 12}
      source: Made up, s2
      confidence: seen
      facts: [plan_first_made]
    - id: isp-next-due
      title: Support plan review
      limit: {beginning_with: [last_review_decision, plan_first_made], months: 12}
      source: Made up, s2
      confidence: seen
      facts: [plan_first_made, last_review_decision]
  """

/// An area's own target, made up.
let targets = """
  rule_set: made-up-borough
  title: Our own targets
  in_force_from: 2025-09-01
  rules:
    - id: our-decision
      title: Decision by our own target
      limit: {after: review_meeting, weeks: 3}
      kind: local
      source: Made-up borough standard
      confidence: seen
      facts: [review_meeting]
      beside: ar-decision
  """

/// A review met on a day.
func met(_ text: String) throws -> RuleFacts {
  RuleFacts(days: [("review_meeting", try day(text))])
}
