namespace Comity.Protocols.Language;

/// <summary>A word of a line: what it says (of a text, without its quotation marks) and the column at which it begins.</summary>
internal readonly record struct LineWord(string Text, int Column, LineWordKind Kind)
{
    /// <summary>The column after its last character.</summary>
    public int End =>
        Column
        + Text.Length
        + Kind switch
        {
            LineWordKind.Text => 2,
            LineWordKind.OpenText => 1,
            _ => 0,
        };

    public static IReadOnlyList<LineWord> Split(string text)
    {
        var words = new List<LineWord>();
        var i = 0;
        while (i < text.Length)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
            }
            else if (text[i] == '"')
            {
                var end = text.IndexOf('"', i + 1);
                var closed = end >= 0;
                words.Add(
                    new LineWord(closed ? text[(i + 1)..end] : text[(i + 1)..], i + 1, closed ? LineWordKind.Text : LineWordKind.OpenText)
                );
                i = closed ? end + 1 : text.Length;
            }
            else if (IsSign(text[i]))
            {
                words.Add(new LineWord(text[i].ToString(), i + 1, LineWordKind.Sign));
                i++;
            }
            else
            {
                var start = i;
                while (i < text.Length && !char.IsWhiteSpace(text[i]) && !IsSign(text[i]) && text[i] != '"')
                {
                    i++;
                }

                words.Add(new LineWord(text[start..i], start + 1, LineWordKind.Word));
            }
        }

        return words;
    }

    private static bool IsSign(char character) => character is '(' or ')' or ',' or '=';
}
