namespace Comity.Bench;

/// <summary>A drawn question as a hand-written switch takes it: who, up to two choices and six things that are so or not.</summary>
internal readonly record struct Drawn(byte Who, byte One, byte Two, bool A, bool B, bool C, bool D, bool E, bool F);
