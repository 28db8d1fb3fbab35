namespace Comity.Protocols.Language;

/// <summary>A clause of a protocol.</summary>
/// <param name="Number">The printed number, or a key for what is printed without one (<c>preamble</c>).</param>
/// <param name="LastingId">The id that survives renumbering.</param>
/// <param name="Heading">The heading without number and id; may be empty.</param>
/// <param name="Level">The depth of the heading; 2 is the outermost.</param>
/// <param name="Prose">The statement of the clause, in paragraphs parted by a blank line; may be empty.</param>
/// <param name="At">Where the heading stands.</param>
public sealed record Clause(string Number, string LastingId, string Heading, int Level, string Prose, Location At);
