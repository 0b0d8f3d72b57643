import SENDDomain

/// The dictionary of the Local Offer's search as a file that a local area may edit.
///
/// - Specification: The fields are those of ``SENDDomain/OfferDictionary/tree``.
package enum SynonymFile {
  /// - Throws: Why the file is refused, with its line and column. Nothing of it applies then.
  package static func read(_ file: NamedBytes) throws(FileProblem) -> OfferDictionary {
    try file.read { (tree) throws(DataTree.Problem) in try OfferDictionary(tree) }
  }

  /// The dictionary as a file for people to read and edit: the same one gives the same text.
  package static func text(_ dictionary: OfferDictionary) -> String {
    var writer = YAMLWriter()
    if case .fields(let fields) = dictionary.tree { writer.write(fields) }
    return header + "\n" + writer.text
  }

  private static let header = """
    # What people say, and what services call it: the dictionary of the Local Offer's search.
    #
    # Whoever types a word or phrase under "say" also finds services that hold those under "find", with
    # the weight given in hundredths of a word's own (80 where not said). With "both_ways" it holds the
    # other way round too. Direction matters: "statement" finds EHC plans, and "EHC plan" should not
    # find bank statements. A word in two to six capitals is an abbreviation: services must write it in
    # capitals. Plurals need no line of their own, nor do words with an ending such as "swimming".
    #
    # "families" lists words of one meaning that no ending joins. "common" words and phrases score
    # nothing beside others. A file that does not hold is refused whole, with the line, and the copy
    # built into the program stands in for it. Each new line wants a question in the relevance test.
    #
    # "own_areas" lists what this area calls itself (else it is the area that most services name): what
    # serves only other councils' areas comes after the rest. The "safeguarding"
    # words of harm put its "text" over the results, with its "number" or whom the directory names,
    # and what stands under "find" is looked for instead, likeliest first; words with strokes between
    # them, as in "hits/beats me/her", may each stand there. Nothing is kept.

    """
}
