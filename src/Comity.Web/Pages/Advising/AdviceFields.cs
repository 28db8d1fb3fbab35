using Comity.Service.Advising;
using Comity.Service.Matters;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.Advising;

/// <summary>What an officer writes as advice, as the form has it.</summary>
public sealed class AdviceFields
{
    public string? Analysis { get; set; }
    public string? Options { get; set; }
    public string? Views { get; set; }
    public string? Recommendation { get; set; }
    public string? Changed { get; set; }
    public string? About { get; set; }
    public bool IsOwn { get; set; }
    public string? Reason { get; set; }

    public static IReadOnlyList<SelectListItem> Subjects { get; } =
    [
        new("Council business", "council-business"),
        new("The business of a party or group", "party-business"),
        new("A private matter", "private"),
    ];

    public AdviceWords ToWords(IReadOnlyList<IncomingFile> files) =>
        new()
        {
            Analysis = Analysis,
            Options = Options,
            Views = Views,
            Recommendation = Recommendation,
            Changed = Changed,
            About = About,
            IsOwn = IsOwn,
            Reason = Reason,
            Files = files,
        };
}
