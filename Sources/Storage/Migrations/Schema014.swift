/// What leads from a birthday to the children who have it.
enum Schema014 {
  static let sql = """
    CREATE INDEX childByBirthday ON child (born) WHERE born IS NOT NULL;
    """
}
