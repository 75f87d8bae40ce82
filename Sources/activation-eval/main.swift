#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

let help = """
  USAGE: activation-eval < QUESTIONS > ANSWERS

  Evaluates activations. Each line of standard input asks for one value:

    name  f64|f32  x

  and is answered by

    name  f64|f32  x  f(x)  f′(x)  f″(x)

  Numbers are bit patterns of IEEE 754 in hexadecimal, big-endian: 16 digits for f64, 8 for f32. An f32 answer
  is computed in double precision and rounded once. Upper and lower case and underscores in a name do not
  count: leaky_relu is leakyReLU. Empty lines and those that begin with # are passed over.

  A line that cannot be read is reported on standard error; all others are answered. The exit status is then 1.

  """

switch CommandLine.arguments.dropFirst().first {
case nil:
  exit(Evaluation().answerStandardInput())
case "--help", "-h":
  var output = Output(STDOUT_FILENO)
  output.write(help.utf8)
  output.flush()
case let argument?:
  Output.report("error: unknown argument '\(argument)'; the questions come on standard input, see --help\n")
  exit(2)
}
