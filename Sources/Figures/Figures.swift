/// Something that a run can show.
public indirect enum Figure: Sendable, Hashable {
  case text(String)
}
