using Comity.Protocols;
using Comity.Protocols.Language;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Requests;

/// <summary>
/// Finds the office that an enquiry goes to: where the protocol routes it, there; else to the contact that the service has named for members;
/// else to the service's chief officer. Never to the member who asks.
/// </summary>
public sealed class EnquiryOwners(CouncilOnDate council)
{
    public const string RegularContact = "regular-senior-officer";

    public async Task<EnquiryOwner> FindAsync(
        Guid serviceAreaId,
        Decision decision,
        ReadTogether read,
        Guid memberId,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        var services = await council.ServicesAsync(on, cancellationToken);
        var path = services.PathUp(serviceAreaId);
        var name = services.Find(serviceAreaId)?.Name ?? "";
        var held = council
            .HeldOffices(on)
            .Where(office => office.ServiceAreaId != null && path.Contains(office.ServiceAreaId.Value) && office.PersonId != memberId);
        var officers = CouncilOnDate.Acting(await held.ToListAsync(cancellationToken));

        HeldOffice? Nearest(string role) =>
            path.Select(service =>
                    officers.FirstOrDefault(office => office.ServiceAreaId == service && read.Vocabulary.RoleIs(office.Role, role))
                )
                .FirstOrDefault(office => office is not null);

        if (decision.Route is [var step, ..])
        {
            foreach (var role in step.Who.Terms.Select(term => term.Role?.Text).OfType<string>())
            {
                if (Nearest(role) is { } routed)
                {
                    return new EnquiryOwner(name, routed, step.Citations[0].Norm, []);
                }
            }
        }

        var named = (await council.NamedContactsAsync(serviceAreaId, RegularContact, on, cancellationToken)).FirstOrDefault(office =>
            office.PersonId != memberId
        );
        var owner = named ?? Nearest("chief-officer");
        if (owner is null)
        {
            return new EnquiryOwner(name, null, null, []);
        }

        var copying = Situation
            .In(read.Vocabulary)
            .Act("copy-correspondence")
            .By("member")
            .To(owner.Junior ? "junior-officer" : owner.Role)
            .On(on)
            .Build();
        var copies = read
            .Protocol.Decide(copying)
            .Conditions.Where(condition => condition is { Kind: RequirementKind.Copy, IsMet: false })
            .SelectMany(condition =>
                condition.Who!.Terms.Select(term =>
                    (Office: term.Role is { } role ? Nearest(role.Text) : null, condition.Citations[0].Norm)
                )
            )
            .Where(copy => copy.Office is not null && copy.Office.PersonId != owner.PersonId)
            .Select(copy => (copy.Office!, copy.Norm))
            .ToList();
        return new EnquiryOwner(name, owner, named is null ? "chief-officer" : RegularContact, copies);
    }
}
