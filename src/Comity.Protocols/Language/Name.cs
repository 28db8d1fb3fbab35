namespace Comity.Protocols.Language;

/// <summary>A name as it stands in a text, with its place.</summary>
/// <param name="Text">The name.</param>
/// <param name="At">Where it stands.</param>
public sealed record Name(string Text, Location At)
{
    /// <summary>The name alone.</summary>
    public override string ToString() => Text;
}
