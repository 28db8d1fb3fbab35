namespace Comity.Service.People;

/// <summary>Whether a text can be an address. Whether mail arrives there, only mail can tell.</summary>
public static class EmailAddress
{
    public static bool IsOne(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return text.Length <= 254
            && at > 0
            && at == text.LastIndexOf('@')
            && text.IndexOf('.', at) > at + 1
            && !text.EndsWith('.')
            && !text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is ',' or ';' or '<' or '>' or '"');
    }
}
