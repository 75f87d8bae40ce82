extension WordList {
  /// The pages speak Chinese.
  static let chinese = WordList(
    language: "zh", ownName: "中文",
    skip: "跳到正文", contents: "目录", onThisPage: "本页内容", lesson: "第 # 课",
    search: "搜索", searchHint: "输入关键词；多个词须同时出现。",
    searchNothing: "没有找到。", searchCount: "找到 # 节",
    theme: "配色", themeSystem: "跟随系统", themeLight: "浅色", themeDark: "深色",
    copy: "复制", copied: "已复制",
    objectives: "学完本课，你能够", prerequisites: "先读", previous: "上一课", next: "下一课",
    footnotes: "注释", references: "参考文献", sectionLink: "本节链接",
    checked: "本页是如何检验的", backToText: "回到正文",
    start: "开始阅读", notFound: "没有这个页面",
    notFoundAdvice: "页面可能已改名。目录中列有全部课程。", draft: "草稿",
    output: "输出", compilerSays: "编译器报告", trapSays: "程序中止",
    failsAsExpected: "如预期失败", failed: "失败", skipped: "未执行：前面的代码失败了",
    asStated: "与课文所述一致", comparedLines: "与课文比对的行数：#",
    computed: "构建页面时计算得出", notComputed: "未计算", notRun: "未运行",
    compiledOnly: "只编译，未运行", rejects: "无法编译", traps: "会使程序中止",
    showCode: "显示代码", experiment: "实验", dataTable: "以表格显示数据",
    leftOut: "……此处省略 # 行",
    agrees: "一致", disagrees: "不一致", points: "比较点数", worstAt: "最差处", stated: "所述值",
    measured: "测得值", difference: "差", allowed: "允许差", margin: "差 / 允许差",
    report: "本课程是如何检验的",
    reportLead: """
      下列每段代码都在构建课程时真正编译并运行过；课文中写出的每个输出、数值和导数都与运行结果作了比对，\
      一旦不符，构建即失败。
      """,
    compiler: "编译器", blocksRun: "运行的代码块", blocksRejected: "如所述被拒绝的代码块",
    blocksTrapped: "如所述中止的代码块", blocksCompiled: "只编译的代码块",
    blocksShown: "仅展示的代码块", outputsCompared: "已比对的输出", valuesComputed: "文中的计算值",
    checks: "检验", checksMade: "已完成的检验", experiments: "实验", experimentsRun: "已运行的实验",
    line: "第 # 行", place: "位置",
    verdict: "判定", parameters: "参数", none: "无", nothingRun: "没有要运行的代码",
    confined: "代码在隔离环境中运行：只能读写自己的文件，不能访问网络和其他进程，也不能启动其他程序。",
    unconfined: "代码至少有一部分未被隔离：构建本课程的机器不能禁止课文不该做的一切操作。",
    alsoReadable: "此外还可读取",
    failedLead: "本课未能构建成功。以下是失败之前各段代码的结果。",
    numbered: [
      .figure: "图", .table: "表", .listing: "代码", .equation: "式", .section: "节", .exercise: "练习", .quiz: "小测",
    ],
    callouts: [
      .note: "说明", .tip: "窍门", .hint: "提示", .important: "重点", .warning: "注意", .caution: "警告",
      .experiment: "实验",
    ],
    colon: "：", comma: "，", listComma: "、", and: " 和 ", andOthers: " 等", parentheses: ("（", "）"))
}
