using Comity.Protocols;
using Comity.Service.Kept;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Requests;

namespace Comity.Service.Appointments;

/// <summary>Where talks and visits meet the rules: whether one has to be arranged first, through whom, and who is told beforehand.</summary>
public sealed class MeetingRules(Library library, CouncilOnDate council, DutyClocks clocks)
{
    public async Task<MeetingAnswer> AskAsync(
        WishToMeet wish,
        IReadOnlyList<string> roles,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(wish);
        var read = await library.OnAsync(on, cancellationToken);
        var calendars = await clocks.CalendarsAsync(read, on, cancellationToken);
        var members = roles
            .Where(role => read.Vocabulary.Roles.ContainsKey(role) && read.Vocabulary.RoleIs(role, "member"))
            .DefaultIfEmpty("member")
            .ToList();
        var arranged = read.Protocol.Decide(Of(isArranged: true), calendars);
        var register = await council.RegisterAsync(on, cancellationToken);
        var asked = arranged
            .Route.SelectMany(step => step.Who.Terms)
            .Where(term => term.Party is null)
            .Select(term => term.Role?.Text)
            .OfType<string>()
            .SelectMany(role => register.HoldersOfRole(role, on))
            .DistinctBy(held => held.OfficeId);
        return new MeetingAnswer(read.Protocol.Decide(Of(isArranged: false), calendars), arranged, [.. asked]);

        Situation Of(bool isArranged)
        {
            var so = members.Aggregate(
                Situation.In(read.Vocabulary).Act(ActOf(wish.Kind)).To("officer").On(on),
                (builder, role) => builder.By(role)
            );
            return FactsOf(wish, isArranged, on).Aggregate(so, (builder, fact) => builder.With(fact.Key, fact.Value)).Build();
        }
    }

    /// <summary>Whether somebody is chief officer over a service today, or over a council without services, and can be told.</summary>
    public async Task<bool> HasChiefOfficerAsync(
        CouncilRegister register,
        Guid? serviceAreaId,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(register);
        var read = await library.OnAsync(on, cancellationToken);
        var chiefs = register.RolesFor(EnquiryOwners.ChiefOfficer, on);
        var over = serviceAreaId is { } service
            ? register.Services(on).PathUp(service).SelectMany(one => register.HeldInService(one, on))
            : register.AllHeld(on);
        return over.Any(held =>
            chiefs.Contains(held.Role)
            || (read.Vocabulary.Roles.ContainsKey(held.Role) && read.Vocabulary.RoleIs(held.Role, EnquiryOwners.ChiefOfficer))
        );
    }

    public static string ActOf(MeetingKind kind) =>
        kind switch
        {
            MeetingKind.Talk => "discuss",
            MeetingKind.School => "visit-school",
            _ => "visit-office",
        };

    /// <summary>The facts of the vocabulary. What is arranged by the service is arranged, and whoever is to hear of it beforehand hears of it by that.</summary>
    public static Dictionary<string, string> FactsOf(WishToMeet wish, bool isArranged, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(wish);
        var facts = new Dictionary<string, string>
        {
            ["appointment-made"] = Word(isArranged),
            ["chief-officer-told"] = Word(isArranged),
            ["immediate-attention-wanted"] = Word(!isArranged),
            ["telephoned-first"] = Word(wish.Telephoned),
            ["urgent"] = Word(wish.Urgent),
            ["received-on"] = on.Iso(),
        };
        if (wish.Kind == MeetingKind.Talk)
        {
            facts["unforeseen"] = Word(wish.Unforeseen);
            facts["expected-minutes"] = (wish.Minutes ?? 0).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        else
        {
            facts["statutory-inspection"] = Word(wish.Kind == MeetingKind.Inspection);
            if (wish.On is { } day)
            {
                facts["visit-on"] = day.Iso();
            }
        }

        return facts;

        static string Word(bool so) => so ? "yes" : "no";
    }
}
