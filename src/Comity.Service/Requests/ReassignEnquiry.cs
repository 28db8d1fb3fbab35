using System.Globalization;
using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.People;
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
    MatterParties parties,
    Audience audience,
    Messages messages,
    ViewerTokens tokens,
    Notices notices
)
{
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

        var holders = await council.ActingInAsync([request.ToOfficeId], write.Today, cancellationToken);
        if (holders.Count == 0)
        {
            return new EnquiryActResult.Refused("Nobody holds that office today, so nobody would answer.", Audience.SafeguardSource);
        }

        var (before, asker) = (
            await parties.InAsync(matter, MatterParties.Owner, cancellationToken),
            await parties.InAsync(matter, MatterParties.RaisedBy, cancellationToken)
        );
        if (holders[0].PersonId == asker!.PersonId)
        {
            return new EnquiryActResult.Refused("That is the member who asked. Nobody answers themselves.", Audience.SafeguardSource);
        }

        if (before!.OfficeId == request.ToOfficeId)
        {
            return new EnquiryActResult.Refused("It is with that office already.", Audience.SafeguardSource);
        }

        var to = holders[0];
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
            asker.PersonId,
            matter,
            $"It is now with {to.PersonName}. The date has not changed.",
            cancellationToken
        );
        return null;
    }
}
