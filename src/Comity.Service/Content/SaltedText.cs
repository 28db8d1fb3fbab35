namespace Comity.Service.Content;

/// <summary>A text with the salt of the record's commitment to it.</summary>
public sealed record SaltedText(string Text, byte[] Salt);
