import CourseModel
import CourseSite
import Foundation
import Testing

@Suite struct SiteTests {
  @Test func `the sample is written`() throws {
    let sample = try SiteSample()
    let parsed = sample.site().files()
    #expect(parsed.diagnostics.isEmpty)
    let outcome = try SiteWriter(output: "/tmp/site-sample/out", store: sample.store).write(parsed.value)
    print(outcome, sample.folder.path)
  }
}
