/// Plans of more than one kind: what a reform brings is another kind, not another table.
enum Schema002 {
  static let sql = "ALTER TABLE plan ADD COLUMN planKind TEXT NOT NULL DEFAULT 'ehcp'"
}
