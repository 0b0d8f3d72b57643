import SENDDomain
import Testing

/// An academic year in a test; a text that is none fails the test.
func academic(_ text: String) throws -> AcademicYear { try #require(AcademicYear(text)) }
