import CourseModel
import LessonMarkdown

extension CourseFolder {
  /// The course that the files make, and what is wrong with it.
  func parse() -> Parsed<Course> {
    parseCourse(configuration: configuration, references: references, lessons: lessons)
  }
}
