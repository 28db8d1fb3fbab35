namespace Comity.Protocols.Language;

/// <summary>The order in which people expect numbered things: 2 before 10, 4.2 before 4.10.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static NaturalOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        x ??= "";
        y ??= "";
        int i = 0,
            j = 0;
        while (i < x.Length && j < y.Length)
        {
            int difference;
            if (char.IsAsciiDigit(x[i]) && char.IsAsciiDigit(y[j]))
            {
                var left = Digits(x, ref i);
                var right = Digits(y, ref j);
                difference = left.Length != right.Length ? left.Length - right.Length : left.SequenceCompareTo(right);
            }
            else
            {
                difference = x[i++] - y[j++];
            }

            if (difference != 0)
            {
                return difference;
            }
        }

        var rest = x.Length - i - (y.Length - j);
        return rest != 0 ? rest : string.CompareOrdinal(x, y);
    }

    private static ReadOnlySpan<char> Digits(string text, ref int i)
    {
        while (i < text.Length && text[i] == '0')
        {
            i++;
        }

        var start = i;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
        {
            i++;
        }

        return text.AsSpan(start, i - start);
    }
}
