using System.Text.RegularExpressions;
using Comity.Service.Notifications;

namespace Comity.Service.Mail;

/// <summary>
/// Parts what somebody wrote from what their mail program repeated below it. Where it cannot be told, nothing is taken off: too much is shown rather than too
/// little, and the whole is kept either way.
/// </summary>
public static partial class QuotedText
{
    public static string Written(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = Array.FindIndex(lines, IsCut);
        if (end < 0)
        {
            // What stands between quoted lines was written there, and means nothing without them.
            end = lines.Length;
            while (end > 0 && (lines[end - 1].StartsWith('>') || string.IsNullOrWhiteSpace(lines[end - 1])))
            {
                end--;
            }
        }

        while (end > 0 && (string.IsNullOrWhiteSpace(lines[end - 1]) || IsLeadIn(lines, end - 1)))
        {
            end--;
        }

        var written = string.Join('\n', lines[..end]).Trim();
        return ReplyTokens.Without(written.Length == 0 ? text.Trim() : written);
    }

    private static bool IsCut(string line) =>
        line.Contains(Notices.Line, StringComparison.Ordinal) || OriginalMessage().IsMatch(line) || OutlookRule().IsMatch(line);

    /// <summary>"On Tuesday somebody wrote:", which mail programs break over two lines.</summary>
    private static bool IsLeadIn(string[] lines, int last) =>
        LeadIn().IsMatch(lines[last])
        || (
            last > 0
            && lines[last].TrimEnd().EndsWith("wrote:", StringComparison.Ordinal)
            && LeadIn().IsMatch($"{lines[last - 1]} {lines[last]}")
        )
        || (
            last + 1 < lines.Length
            && lines[last].TrimStart('>', ' ').StartsWith("On ", StringComparison.Ordinal)
            && LeadIn().IsMatch($"{lines[last]} {lines[last + 1]}".TrimStart('>', ' '))
        );

    [GeneratedRegex(@"^\s*-{2,}\s*(Original Message|Forwarded message)\s*-{2,}\s*$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex OriginalMessage();

    [GeneratedRegex(@"^\s*_{20,}\s*$", RegexOptions.None, 1000)]
    private static partial Regex OutlookRule();

    [GeneratedRegex(@"^[>\s]*On .{5,200} wrote:\s*$", RegexOptions.Singleline, 1000)]
    private static partial Regex LeadIn();
}
