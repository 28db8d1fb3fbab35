using System.Text.RegularExpressions;

namespace Comity.Service.Mail;

/// <summary>Addresses that answer a notice, in text that others see: by what stands after the +, one person could be taken for another.</summary>
public static partial class ReplyTokens
{
    public static string Without(string text) => Token().Replace(text, "");

    [GeneratedRegex(@"\+[a-z2-9]{26}(?=@)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Token();
}
