/// The words of the pages about the course as a whole: its parts, its figures, its experiments.
struct SiteWords: Sendable {
  /// `#` stands for a number.
  let minutes, lessonCount, lessonRange: String
  let promise, figuresDrawn, objectives, prerequisites: String
  let figures, figuresLead, experiments, experimentsLead: String

  static let english = SiteWords(
    minutes: "about # min", lessonCount: "lessons: #", lessonRange: "lessons #",
    promise: "What the last build of this course did", figuresDrawn: "figures drawn",
    objectives: "After this part you can", prerequisites: "Read before",
    figures: "Figures and tables", figuresLead: "Every numbered figure and table of the course, by lesson.",
    experiments: "Experiments",
    experimentsLead: "The named runs of the course, each with the lessons that refer to it.")

  static let chinese = SiteWords(
    minutes: "约 # 分钟", lessonCount: "共 # 课", lessonRange: "第 # 课",
    promise: "本课程最近一次构建所做的事", figuresDrawn: "绘制的图",
    objectives: "学完这一部分，你能够", prerequisites: "先读",
    figures: "图表目录", figuresLead: "全课程所有编号的图和表，按课排列。",
    experiments: "实验目录", experimentsLead: "课程中所有有名称的实验，以及引用它们的课。")
}

extension Words {
  /// The words of the pages about the course as a whole.
  var site: SiteWords { self[dynamicMember: \.language] == "zh" ? .chinese : .english }
}
