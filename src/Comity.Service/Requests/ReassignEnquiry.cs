using System.Globalization;
using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Requests;

/// <param name="ToOfficeId">The office that owes the answer from now on.</param>
/// <param name="Reason">Kept on the record and shown to the member.</param>
public sealed record ReassignEnquiryRequest(EnquiryAt At, Guid ToOfficeId, string Reason);

/// <summary>Passes an enquiry to another office. The date stays: a member’s answer is not later because the council moved it about.</summary>
public sealed class ReassignEnquiry(
    ComityDb db,
    Enquiries enquiries,
    CouncilOnDate council,
    Library library,
    KeptOut keptOut,
    MatterParties parties,
    Audience audience,
    Messages messages,
    ViewerTokens tokens,
    Notices notices
)
{
    /// <summary>To whom it can go: every office of an officer in which somebody acts today, but not where nobody may answer this member.</summary>
    public async Task<IReadOnlyList<HeldOffice>> CandidatesAsync(Matter matter, DateOnly on, CancellationToken cancellationToken)
    {
        var read = await library.OnAsync(on, cancellationToken);
        var asker = await parties.InAsync(matter, MatterParties.RaisedBy, cancellationToken);
        var held = await council.HeldOffices(on).Where(office => office.WardId == null).ToListAsync(cancellationToken);
        return await keptOut.LeaveAsync(
            [.. held.Where(office => office.ServiceAreaId is not null || read.Vocabulary.RoleIs(office.Role, "officer"))],
            asker!.PersonId,
            on,
            cancellationToken
        );
    }

    public Task<EnquiryActResult> ExecuteAsync(ReassignEnquiryRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.MaySee(Parts.Notes),
            opened => PassOnAsync(request, opened.Matter, opened.Write, cancellationToken),
            cancellationToken
        );

    private async Task<EnquiryActResult.Refused?> PassOnAsync(
        ReassignEnquiryRequest request,
        Matter matter,
        CouncilWrite write,
        CancellationToken cancellationToken
    )
    {
        if (matter.State is MatterState.Closed)
        {
            return new EnquiryActResult.Refused("It is closed.", Audience.SafeguardSource);
        }

        var (before, asker) = (
            await parties.InAsync(matter, MatterParties.Owner, cancellationToken),
            await parties.InAsync(matter, MatterParties.RaisedBy, cancellationToken)
        );
        if (before!.OfficeId == request.ToOfficeId)
        {
            return new EnquiryActResult.Refused("It is with that office already.", Audience.SafeguardSource);
        }

        // A vacant office, the member's own and one that may not have it are answered alike: a declared relationship is not to be read out of it.
        var candidates = await CandidatesAsync(matter, write.Today, cancellationToken);
        if (candidates.FirstOrDefault(office => office.OfficeId == request.ToOfficeId) is not { } to)
        {
            return new EnquiryActResult.Refused("Nobody in that office can answer it. Choose another.", Audience.SafeguardSource);
        }

        var oldToken = tokens.Office(before.OfficeId!.Value, matter.Class);
        await parties.EndAsync(write, matter, MatterParties.Owner, cancellationToken);
        await audience.EndAsync(write, matter, oldToken, "It was passed to somebody else.", cancellationToken);
        var owner = await parties.PlaceAsync(write, matter, MatterParties.Owner, to.PersonId, to.OfficeId, cancellationToken);
        var hasConstituent = await db.Messages.AnyAsync(
            row => row.MatterId == matter.Id && row.Part == Parts.Constituent,
            cancellationToken
        );
        audience.Give(
            write,
            matter,
            owner.Token,
            hasConstituent ? [Parts.Matter, Parts.Content, Parts.Constituent, Parts.Notes] : [Parts.Matter, Parts.Content, Parts.Notes],
            "Has it to answer.",
            Audience.SafeguardSource
        );
        foreach (
            var duty in await db
                .Duties.Where(row => row.MatterId == matter.Id && row.State == DutyState.Owed && row.DebtorToken == oldToken)
                .ToListAsync(cancellationToken)
        )
        {
            duty.DebtorToken = owner.Token;
            duty.EscalationStep = 0;
        }

        write.Record(
            "enquiry-reassigned",
            matter,
            Parts.Content,
            new JsonObject
            {
                ["from"] = before.OfficeId?.ToString("D", CultureInfo.InvariantCulture),
                ["to"] = to.OfficeId.ToString("D", CultureInfo.InvariantCulture),
                ["reason"] = request.Reason,
            }
        );
        await messages.PostAsync(
            write,
            matter,
            "reassignment",
            Parts.Content,
            $"Passed to {to.PersonName} ({to.Title}). {request.Reason}",
            [],
            cancellationToken
        );
        await notices.TellAsync(write, to.PersonId, matter, "It has been passed to you to answer.", cancellationToken);
        await notices.TellAsync(
            write,
            asker!.PersonId,
            matter,
            $"It is now with {to.PersonName}. The date has not changed.",
            cancellationToken
        );
        return null;
    }
}
