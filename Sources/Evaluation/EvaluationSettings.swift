import CourseModel
import Foundation

/// How lessons are evaluated.
public struct EvaluationSettings: Sendable, Hashable {
  /// The seconds a lesson's run may take, unless the lesson says otherwise.
  public var timeout: Double
  /// How many programs are compiled and run at the same time.
  public var jobs: Int
  /// Whether everything runs again, whatever is stored.
  public var refresh: Bool
  /// Whether nothing new is begun after the first error.
  public var failFast: Bool
  /// The address space of a run, in megabytes; 0 for no limit.
  public var memoryLimit: Int
  /// How much a run may print, in megabytes.
  public var outputLimit: Int
  /// Whether runs are watched while they train, so that `EvaluationEvent.training` is told.
  public var watchesTraining: Bool
  /// The folder in which `needs` are looked for.
  public var lessonsFolder: String
  /// What the course says of the confinement of its programs.
  public var sandbox: Sandbox
  /// The folder of the compiler's own modules; nil for one in the store.
  public var moduleCache: String?

  /// The defaults: 30 seconds, as many jobs as processors, 2 GB, 10 MB.
  public init(
    timeout: Double = 30, jobs: Int = ProcessInfo.processInfo.activeProcessorCount, refresh: Bool = false,
    failFast: Bool = false, memoryLimit: Int = 2048, outputLimit: Int = 10, watchesTraining: Bool = false,
    lessonsFolder: String = "lessons", sandbox: Sandbox = Sandbox(), moduleCache: String? = nil
  ) {
    self.timeout = min(max(timeout, Limits.seconds.lowerBound), Limits.seconds.upperBound)
    self.jobs = min(max(jobs, Limits.jobs.lowerBound), Limits.jobs.upperBound)
    self.refresh = refresh
    self.failFast = failFast
    self.memoryLimit = memoryLimit
    self.outputLimit = outputLimit
    self.watchesTraining = watchesTraining
    self.lessonsFolder = lessonsFolder
    self.sandbox = sandbox
    self.moduleCache = moduleCache
  }
}
