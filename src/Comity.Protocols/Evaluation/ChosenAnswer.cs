using System.Runtime.InteropServices;

namespace Comity.Protocols.Evaluation;

/// <summary>What is known of one fact, as numbers alone.</summary>
/// <param name="Fact">The fact's index in the vocabulary.</param>
/// <param name="Choice">The index of the choice; -1 for a number, a date or a stage.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct ChosenAnswer(short Fact, short Choice);
