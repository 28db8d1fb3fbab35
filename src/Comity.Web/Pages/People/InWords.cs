using System.Globalization;
using Comity.Service.People;

namespace Comity.Web.Pages.People;

/// <summary>Days and places of the register as a reader says them.</summary>
public static class InWords
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", British);

    public static string Days(DateOnly from, DateOnly? until) => until is { } end ? $"{Day(from)} to {Day(end)}" : $"since {Day(from)}";

    public static string Days(DatedFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return Days(fact.From, fact.Until);
    }

    /// <summary>When the record learnt of something, in the council's own time.</summary>
    public static string Recorded(DateTime utc) => LondonTime.Local(utc).ToString("d MMMM yyyy, HH:mm", British);

    public static string Place(string place) =>
        place switch
        {
            Places.Member => "Member",
            Places.Leader => "Leader",
            Places.DeputyLeader => "Deputy leader",
            Places.Spokesperson => "Spokesperson",
            Places.Contact => "Contact for problems with officers",
            Places.Chairman => "Chairman",
            Places.ViceChairman => "Vice-chairman",
            _ => place.Replace('-', ' '),
        };

    public static string Kind(BodyKind kind) =>
        kind switch
        {
            BodyKind.PoliticalGroup => "Political group",
            BodyKind.Committee => "Committee",
            BodyKind.ScrutinyCommittee => "Overview and scrutiny committee",
            BodyKind.JointCommittee => "Joint committee",
            _ => "Body outside the council",
        };
}
