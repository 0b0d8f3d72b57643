import Exchange
import Foundation
import Subprocess

/// The system's `curl`, which asks for one address at a time as a child of this process.
///
/// TLS, proxies and certificates are its own: what councils set up for it holds here too. The
/// address reaches it through standard input, so that no list of processes shows it.
struct Curl: Sendable {
  /// Where the program is.
  let path: String
  private let environment: [String: String]

  /// In bytes, of one answer as it is read.
  static let largestAnswer = 32 << 20

  /// The program on the person's path; nil where there is none.
  init?(_ surroundings: Surroundings) {
    let folders = surroundings.variable("PATH") ?? "/usr/local/bin:/usr/bin:/bin"
    let found = folders.split(separator: ":").lazy
      .filter { $0.hasPrefix("/") }.map { "\($0)/curl" }
      .first { NamedBytes.isFile($0) && access($0, X_OK) == 0 }
    guard let found else { return nil }
    path = found
    environment = surroundings.environment.filter { Curl.passedOn.contains($0.key) }
  }

  /// The variables that curl is given: how to get out of the building, and whom to trust there.
  static let passedOn: Set<String> = [
    "http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY",
    "SSL_CERT_FILE", "SSL_CERT_DIR", "CURL_CA_BUNDLE",
  ]

  /// What curl is told, always the same.
  static let arguments = [
    // No file of settings; has to stand first.
    "-q", "--silent", "--show-error",
    // Brackets and braces of an address are meant as they stand.
    "--globoff",
    "--proto", "=http,https", "--proto-redir", "=http,https", "--location", "--max-redirs", "5",
    "--connect-timeout", "20", "--max-time", "180", "--speed-limit", "100", "--speed-time", "30",
    "--max-filesize", String(largestAnswer), "--compressed",
    "--user-agent", "waymark/\(Program.version) (import of a Local Offer)",
    "--header", "Accept: application/json", "--output", "-", "--write-out", told,
    "--config", "-",
  ]

  /// What curl says of an answer, as the last lines of standard error. Before 7.84 it does not know
  /// the last of them, which is then no number and no date.
  private static let told =
    #"%{stderr}\n%{response_code}\n%{num_redirects}\n%header{retry-after}"#

  /// Asks for an address.
  ///
  /// - Parameters:
  ///   - address: Without spaces, quotation marks, backslashes and line ends.
  ///   - limit: In bytes; at most ``largestAnswer``.
  /// - Returns: What the server answered, whatever its status.
  /// - Throws: ``FeedFailure``, or `CancellationError`; the child has ended then too.
  func get(_ address: String, limit: Int) async throws -> FeedAnswer {
    let limit = min(limit, Curl.largestAnswer)
    let result: ExecutionResult<Data, SequenceOutput, BytesOutput>
    do {
      result = try await run(
        .path(.init(path)), arguments: Arguments(Curl.arguments),
        environment: .custom(environment.map { Array("\($0.key)=\($0.value)".utf8) }),
        input: .string("url = \"\(address)\"\n"), output: .sequence,
        error: .bytes(limit: 1 << 20)
      ) { child in
        var bytes = Data()
        for try await piece in child.standardOutput {
          // An answer in chunks has no length that curl could look at.
          guard bytes.count + piece.count <= limit else { throw FeedFailure.tooLarge }
          piece.withUnsafeBytes { bytes.append(contentsOf: $0) }
        }
        return bytes
      }
    } catch let failure as FeedFailure {
      throw failure
    } catch {
      try Task.checkCancellation()
      let isMissing = [.executableNotFound, .spawnFailed].contains(
        (error as? SubprocessError)?.code)
      throw isMissing ? FeedFailure.noCurl : .curl(-1, "")
    }
    try Task.checkCancellation()
    guard case .exited(let code) = result.terminationStatus else { throw FeedFailure.curl(-1, "") }
    let lines = String(decoding: result.standardError, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    guard code == 0 else {
      let words = lines.first { $0.hasPrefix("curl: (") }.map(String.init) ?? ""
      throw FeedFailure.curl(Int(code), words)
    }
    let last = lines.suffix(3).map(String.init)
    guard last.count == 3, let status = Int(last[0]) else {
      throw FeedFailure.curl(-1, "")
    }
    return FeedAnswer(status: status, bytes: result.closureResult, retryAfter: last[2])
  }
}

/// What a server answered.
struct FeedAnswer: Sendable {
  var status: Int
  var bytes: Data
  /// As it stands in the answer's head; empty where it does not.
  var retryAfter: String
}
