/// What leads from a setting's name, and from a practitioner, to their assessments.
enum Schema011 {
  static let sql = """
    CREATE INDEX assessmentBySetting ON assessment (setting, childId) WHERE isOpen = 1;
    CREATE INDEX settingByName ON setting (name);
    CREATE INDEX assessmentByOwner ON assessment (ownerId, childId);
    """
}
