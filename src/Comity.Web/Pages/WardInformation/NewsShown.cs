using Comity.Service.People;
using Comity.Service.WardInformation;
using Comity.Web.Infrastructure;

namespace Comity.Web.Pages.WardInformation;

/// <summary>A piece of news in a list.</summary>
/// <param name="Mark">What is new about it for whoever looks: nothing, "New" or "Corrected".</param>
/// <param name="Seen">How many of those who were told have opened it as it reads now.</param>
public sealed record NewsShown(
    string Reference,
    string KindKey,
    string Title,
    DateTime WrittenAt,
    DateOnly? HappensOn,
    TimeOnly? HappensAt,
    bool Invites,
    bool IsCurrent,
    string? Mark,
    int Told,
    int Seen
)
{
    public string Kind => NewsKind.Find(KindKey)?.Label ?? KindKey;

    public string? Happens => HappensOn is { } day ? $"{day.InWords()}{(HappensAt is { } time ? $" at {time.InWords()}" : "")}" : null;
}
