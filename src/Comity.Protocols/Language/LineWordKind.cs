namespace Comity.Protocols.Language;

/// <summary>What a word of a line is.</summary>
internal enum LineWordKind
{
    Word,

    /// <summary>A parenthesis, a comma or an equals sign.</summary>
    Sign,

    /// <summary>A text in quotation marks.</summary>
    Text,

    /// <summary>A text whose closing quotation mark is missing.</summary>
    OpenText,
}
