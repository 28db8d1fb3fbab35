using System.Globalization;
using Comity.Protocols;
using Comity.Protocols.Language;
using Comity.Protocols.Routes;
using Comity.Service.Arrangements;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Parties = Comity.Protocols.Routes.Parties;

namespace Comity.Service.Requests;

/// <summary>
/// Finds the office that an enquiry goes to: where the protocol routes it, there; else to the contact that the service has named for members;
/// else to the service's chief officer. What belongs to no service goes to the clerk. What is for no service to answer goes to whom the protocol
/// names for it; where that leads to nobody, to whom Comity asks in a silence, to the clerk and to the Monitoring Officer. Never to whoever asks or
/// to somebody who has declared a relationship with them: then to the next in line, and to the council's stated substitute.
/// </summary>
public sealed class EnquiryOwners(CouncilOnDate council, RouteHolders holders, KeptOut keptOut)
{
    public const string RegularContact = NamedContact.RegularSeniorOfficer;
    public const string ChiefOfficer = "chief-officer";

    /// <summary>The office that has whatever belongs to no service.</summary>
    public const string Clerk = "clerk";

    /// <summary>The protocol leads to nobody who can take it: Comity's own safeguard says who does.</summary>
    public const string LedToNobody = "comity/led-to-nobody";

    /// <summary>The office that the council itself names for it, whatever its protocol says; null where there is none.</summary>
    public async Task<EnquiryOwner?> NamedAsync(EnquiryCase enquiry, ReadTogether read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(enquiry);
        ArgumentNullException.ThrowIfNull(read);
        if (!enquiry.Kind.OfService)
        {
            return null;
        }

        var (on, concerned) = (enquiry.On, Concerned.In(enquiry));
        var found = enquiry.ServiceAreaId is { } service
            ? await OfServiceAsync(
                service,
                await LineAsync(service, read, concerned, on, cancellationToken),
                concerned,
                on,
                cancellationToken
            )
            : await ResolvedAsync(Office(Clerk), Clerk, null, concerned, on, cancellationToken);
        return found is var (office, source, minute) ? new EnquiryOwner("", office, source, minute, []) : null;
    }

    /// <param name="named">What <see cref="NamedAsync"/> gives.</param>
    /// <param name="decision">What the protocol says of the asking.</param>
    public async Task<EnquiryOwner> FindAsync(
        EnquiryCase enquiry,
        EnquiryOwner? named,
        Decision decision,
        ReadTogether read,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(enquiry);
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(read);
        var (serviceAreaId, on, concerned) = (enquiry.ServiceAreaId, enquiry.On, Concerned.In(enquiry));
        var line = await LineAsync(serviceAreaId, read, concerned, on, cancellationToken);
        var (office, source, minute) =
            await RoutedAsync(decision, line, named?.Office, concerned, on, cancellationToken)
            ?? (
                !enquiry.Kind.OfService ? await WhereNobodyIsNamedAsync(decision, concerned, on, cancellationToken)
                : named is null ? null
                : (named.Office!, named.Source!, named.Minute)
            )
            ?? default;
        var name = serviceAreaId is { } id ? (await council.RegisterAsync(on, cancellationToken)).Services(on).Find(id)?.Name ?? "" : "";
        return office is null
            ? EnquiryOwner.None with
            {
                ServiceName = name,
            }
            : new EnquiryOwner(
                name,
                office,
                source,
                minute,
                [.. Copies(office, line, concerned.AskerId, read, on), .. ToldBeforehand(decision, office, line, concerned.AskerId)]
            );
    }

    /// <summary>
    /// Whether a junior officer may have it: where the protocol sends the member by way of somebody else, to that one; and who the senior one is in any case.
    /// </summary>
    public async Task<JuniorContact> JuniorAsync(
        EnquiryCase enquiry,
        HeldOffice junior,
        Decision decision,
        ReadTogether read,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(enquiry);
        ArgumentNullException.ThrowIfNull(junior);
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(read);
        var (on, concerned) = (enquiry.On, Concerned.In(enquiry));
        var line = await LineAsync(junior.ServiceAreaId, read, concerned, on, cancellationToken);
        var isSentOn = decision is { Outcome: Outcome.ShouldNot or Outcome.Forbidden, Route.Count: > 0 };
        if (isSentOn && await RoutedAsync(decision, line, junior, concerned, on, cancellationToken) is var (office, norm, _))
        {
            return new JuniorContact(junior, decision, office, norm, decision.ToKeep(read));
        }

        var above = (await council.RegisterAsync(on, cancellationToken)).ManagementAbove([junior.OfficeId], on);
        var free = await keptOut.LeaveAsync([.. above.Select(step => step.OfficeId)], concerned, on, cancellationToken);
        var senior =
            line.Nearest(ChiefOfficer)
            ?? above
                .Select(step => free.FirstOrDefault(one => one.OfficeId == step.OfficeId))
                .OfType<HeldOffice>()
                .FirstOrDefault(one => !one.Junior);
        return new JuniorContact(junior, decision, senior, null, decision.ToKeep(read));
    }

    private async Task<Line> LineAsync(
        Guid? serviceAreaId,
        ReadTogether read,
        Concerned concerned,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        var register = await council.RegisterAsync(on, cancellationToken);
        var path = serviceAreaId is { } asked ? register.Services(on).PathUp(asked) : [];
        List<HeldOffice> held = [.. path.SelectMany(service => register.HeldInService(service, on))];
        var free = await keptOut.LeaveAsync(held, concerned, on, cancellationToken);
        return new Line(path, held, free, read, register.RolesFor(ChiefOfficer, on));
    }

    /// <summary>The protocol's own door: the nearest of the role in the service, or else whoever the route leads to in the whole council.</summary>
    private async Task<(HeldOffice, string, string?)?> RoutedAsync(
        Decision decision,
        Line line,
        HeldOffice? named,
        Concerned concerned,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        if (decision.Route is not [var step, ..])
        {
            return null;
        }

        var norm = step.Citations[0].AsSource();
        foreach (var role in step.Who.Terms.Select(term => term.Role?.Text).OfType<string>())
        {
            if (line.Nearest(role) is { } routed)
            {
                return (routed, norm, null);
            }
        }

        return await ResolvedAsync(step.Who, norm, named, concerned, on, cancellationToken)
            // Whoever has no manager answers to the clerk: a manager's decision is asked for, and nobody is asked past it.
            ?? (
                named is not null && step.Who.Terms.Any(term => term is { Role.Text: "line-manager", Party: Party.Recipient })
                    ? await ResolvedAsync(Office(Clerk), norm, null, concerned, on, cancellationToken)
                    : null
            );
    }

    /// <param name="named">The office that is asked, where the step is seen from there.</param>
    private async Task<(HeldOffice, string, string?)?> ResolvedAsync(
        Who who,
        string source,
        HeldOffice? named,
        Concerned concerned,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        var parties = new Parties([Id(concerned.AskerId)], named is null ? [] : [Id(named.PersonId)], []);
        var above = named is null ? [] : (await council.RegisterAsync(on, cancellationToken)).ManagementAbove([named.OfficeId], on);
        var register = await holders.ForAsync([who], parties, on, cancellationToken);
        var shut = new HashSet<string>(StringComparer.Ordinal);
        while (RouteResolver.Find(who, parties, new HoldersWithout(register, shut), on) is [var assigned, ..] && shut.Add(assigned.Person))
        {
            var person = Guid.ParseExact(assigned.Person, "N");
            var own = await council.OfficesOfAsync(person, on, cancellationToken);
            var free = await keptOut.LeaveAsync([.. own.Select(office => office.OfficeId)], concerned, on, cancellationToken);
            var stoodIn = assigned.Found == Found.Substitute ? register.SubstituteIn(assigned.Person) : null;
            var roles = (await council.RegisterAsync(on, cancellationToken)).RolesFor(assigned.Office, on);
            var office = free.Where(one => one.PersonId == person)
                .OrderByDescending(one => stoodIn is null ? roles.Contains(one.Role) : one.Title == stoodIn.Title)
                .ThenByDescending(one => above.Any(step => step.OfficeId == one.OfficeId))
                .FirstOrDefault();
            if (office is not null)
            {
                return (office, source, stoodIn?.Minute);
            }
        }

        return null;
    }

    // The order in which a question goes on whom the protocol sends to nobody: whom Comity asks where a text is silent, the officer who runs the council's
    // business, and the guardian of lawful conduct (Local Government and Housing Act 1989, s.5).
    private async Task<(HeldOffice, string, string?)?> WhereNobodyIsNamedAsync(
        Decision decision,
        Concerned concerned,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        foreach (var who in new[] { decision.Ask, Office(Clerk), Office("monitoring-officer") }.OfType<Who>())
        {
            if (await ResolvedAsync(who, LedToNobody, null, concerned, on, cancellationToken) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private async Task<(HeldOffice, string, string?)?> OfServiceAsync(
        Guid serviceAreaId,
        Line line,
        Concerned concerned,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        var register = await council.RegisterAsync(on, cancellationToken);
        var named = register.NamedContacts(serviceAreaId, RegularContact, on);
        var free = await keptOut.LeaveAsync([.. named.Select(office => office.OfficeId)], concerned, on, cancellationToken);
        if (named.FirstOrDefault(office => free.Contains(office)) is { } contact)
        {
            return (contact, RegularContact, null);
        }

        if (line.Nearest(ChiefOfficer) is { } chief)
        {
            return (chief, ChiefOfficer, null);
        }

        // The council says who stands in for either; what it says of this service or a larger one goes before what it says of all.
        List<StatedSubstitute> stated =
        [
            .. register
                .SubstitutesFor(RegularContact, on)
                .Concat(register.SubstitutesFor(ChiefOfficer, on))
                .OrderBy(fact => fact.From)
                .ThenBy(fact => fact.Id),
        ];
        var may = await keptOut.LeaveAsync([.. stated.Select(fact => fact.OfficeId)], concerned, on, cancellationToken);
        return stated
            .Where(fact => fact.ServiceAreaId is not { } service || line.Path.Contains(service))
            .OrderBy(fact => fact.ServiceAreaId is null)
            .Select(fact => (Office: may.FirstOrDefault(office => office.OfficeId == fact.OfficeId), fact.Role, fact.Minute))
            .Where(found => found.Office is not null)
            .Select(found => ((HeldOffice, string, string?)?)(found.Office!, found.Role, found.Minute))
            .FirstOrDefault();
    }

    private static string Id(Guid person) => person.ToString("N", CultureInfo.InvariantCulture);

    // Section 270(3) of the Local Government Act 1972 knows the officer whom a council appoints for a purpose; a parish calls that one its clerk.
    private static Who Office(string role) =>
        new(
            [new WhoTerm(new Name(role, new Location("", 1, 1)), null)],
            AnyOne: false,
            OrElse: role == Clerk ? Office("proper-officer") : null
        );

    private static List<(HeldOffice, string)> Copies(HeldOffice owner, Line line, Guid memberId, ReadTogether read, DateOnly on)
    {
        var copying = Situation
            .In(read.Vocabulary)
            .Act("copy-correspondence")
            .By("member")
            .To(owner.Junior ? "junior-officer" : owner.Role)
            .On(on)
            .Build();
        return
        [
            .. read
                .Protocol.Decide(copying)
                .Conditions.Where(condition => condition is { Kind: RequirementKind.Copy, IsMet: false })
                .SelectMany(condition =>
                    condition.Who!.Terms.Select(term =>
                        (Office: term.Role is { } role ? line.NearestOfAll(role.Text) : null, condition.Citations[0].Norm)
                    )
                )
                .Where(copy => copy.Office is not null && copy.Office.PersonId != owner.PersonId && copy.Office.PersonId != memberId)
                .Select(copy => (copy.Office!, copy.Norm)),
        ];
    }

    /// <summary>Whoever is to hear of it beforehand hears of it by a copy.</summary>
    private static IEnumerable<(HeldOffice, string)> ToldBeforehand(Decision decision, HeldOffice owner, Line line, Guid memberId) =>
        decision
            .Conditions.Where(condition => condition.Kind == RequirementKind.Notice)
            .SelectMany(condition =>
                (condition.Who?.Terms ?? []).Select(term =>
                    (Office: term.Role is { } role ? line.NearestOfAll(role.Text) : null, condition.Citations[0].Norm)
                )
            )
            .Where(told => told.Office is not null && told.Office.PersonId != owner.PersonId && told.Office.PersonId != memberId)
            .Select(told => (told.Office!, told.Norm));

    /// <summary>The offices of a service and of the larger ones it is part of, nearest first.</summary>
    private sealed class Line(
        IReadOnlyList<Guid> path,
        IReadOnlyCollection<HeldOffice> held,
        IReadOnlyList<HeldOffice> free,
        ReadTogether read,
        IReadOnlyList<string> chiefs
    )
    {
        public IReadOnlyList<Guid> Path => path;

        /// <summary>The nearest of a role that may have it.</summary>
        public HeldOffice? Nearest(string role) => Nearest(free, role);

        /// <summary>The nearest of a role: a copy is for whoever is in charge, and decides nothing.</summary>
        public HeldOffice? NearestOfAll(string role) => Nearest(CouncilOnDate.Acting(held), role);

        private HeldOffice? Nearest(IReadOnlyList<HeldOffice> among, string role) =>
            path.Select(service => among.FirstOrDefault(office => office.ServiceAreaId == service && Is(office.Role, role)))
                .FirstOrDefault(office => office is not null);

        private bool Is(string held, string role) => read.Vocabulary.RoleIs(held, role) || (role == ChiefOfficer && chiefs.Contains(held));
    }
}
