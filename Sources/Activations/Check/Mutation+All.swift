extension Mutation {
  /// The mistakes that a check of derivatives has to find, the coarse ones first.
  public static let all: [Mutation] = wrongFormulas + wrongTerms + wrongPlaces + wrongConstants

  /// Another function in place of the derivative.
  private static let wrongFormulas = [
    Mutation("signFlipped", "The sign is wrong.") { f in { -f.derivative($0) } },
    Mutation("valueReturned", "The value is returned in place of the slope.") { $0.value },
    Mutation("productRuleForgotten", "Of the product x·g the term x·g′ is dropped.") { f in
      { x in x == 0 ? f.derivative(x) : f(x) / x }
    },
    Mutation("outputUsedAsInput", "The slope is taken at the output in place of the input.") { f in
      { f.derivative(f($0)) }
    },
    Mutation("squared", "The factor of the chain rule is applied twice.") { f in
      { f.derivative($0) * f.derivative($0) }
    },
    Mutation("magnitude", "A slope below 0 is returned without its sign.") { f in
      { f.derivative($0).magnitude }
    },
    Mutation("secondDerivative", "It is derived twice.") { f in
      f.secondDerivative ?? f.derivative
    },
    Mutation("straightThrough", "Between −1 and 1 the slope of the identity is passed through.") { f in
      { $0.magnitude <= 1 ? 1 : f.derivative($0) }
    },
    Mutation("surrogate", "The slope of the logistic function stands for the slope.") { _ in
      sigmoidDerivative
    },
  ]

  /// A term too many.
  private static let wrongTerms = [
    Mutation("oneAdded", "A constant 1 is left in the sum.") { f in { f.derivative($0) + 1 } },
    Mutation("oneSubtracted", "A constant 1 is missing in the sum.") { f in { f.derivative($0) - 1 } },
    Mutation("argumentAdded", "A term x is left in the sum.") { f in { f.derivative($0) + $0 } },
    Mutation("valueAdded", "The function itself is left in the sum.") { f in { f.derivative($0) + f($0) } },
    Mutation("guardAdded", "An ε of 1e-8, put in against a division by 0, stays in the slope.") { f in
      { f.derivative($0) + 1e-8 }
    },
    Mutation("leaked", "For x < 0 a hundredth is added, as if the function were a leaky one.") { f in
      { f.derivative($0) + ($0 < 0 ? 0.01 : 0) }
    },
    Mutation("argumentSubtracted", "A term −x is left in the sum.") { f in { f.derivative($0) - $0 } },
    Mutation("kinkMoved", "A unit step is added at 1, as if there were a kink.") { f in
      { f.derivative($0) + ($0 > 1 ? 1 : 0) }
    },
  ]

  /// The right derivative of the wrong argument.
  private static let wrongPlaces = [
    Mutation("argumentNegated", "The argument has the wrong sign.") { f in { f.derivative(-$0) } },
    Mutation("argumentShifted", "The argument is off by 0.01.") { f in { f.derivative($0 + 0.01) } },
    Mutation("leftBranchEverywhere", "The branch for x < 0 is used on both sides of 0.") { f in
      { f.derivative(-$0.magnitude) }
    },
    Mutation("rightBranchEverywhere", "The branch for x > 0 is used on both sides of 0.") { f in
      { f.derivative($0.magnitude) }
    },
    Mutation("parametersSwapped", "The slopes on both sides of the first kink are exchanged.") { f in
      guard let kink = f.kinks.first?.position else { return f.derivative }
      return { f.derivative(2 * kink - $0) }
    },
    Mutation("saturated", "Beyond ±3 the slope is cut off to 0.") { f in
      { $0.magnitude > 3 ? 0 : f.derivative($0) }
    },
    Mutation("tailScaled", "Below −2 the slope is too large by a thousandth.") { f in
      { f.derivative($0) * ($0 < -2 ? 1.001 : 1) }
    },
  ]

  /// A number that is not quite right.
  private static let wrongConstants = [
    Mutation("doubled", "A factor ½ is forgotten.") { f in { 2 * f.derivative($0) } },
    Mutation("percentOff", "A constant is off by one percent.") { f in { 1.01 * f.derivative($0) } },
    Mutation("millionthOff", "A constant is off by a millionth.") { f in { (1 + 1e-6) * f.derivative($0) } },
    Mutation("singleConstant", "A constant 1/6 went through single precision.") { f in
      let ratio = Double(Float(1.0 / 6)) / (1.0 / 6)
      return { ratio * f.derivative($0) }
    },
    Mutation("singleResult", "The slope went through single precision.") { f in
      { Double(Float(f.derivative($0))) }
    },
    Mutation("lastDigitsOff", "A constant with nine digits is given with eight.") { f in
      { (1 + 1e-9) * f.derivative($0) }
    },
    Mutation("differenceQuotient", "A forward difference with the step 2⁻¹⁰ stands for the slope.") { f in
      { x in (f(x + 0x1p-10) - f(x)) * 0x1p10 }
    },
  ]
}
