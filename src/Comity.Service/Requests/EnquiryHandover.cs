using System.Globalization;
using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Requests;

/// <summary>
/// Takes an enquiry out of one office’s hands: the place, what could be seen from it and what is owed go over together. The date stays: an answer is
/// not later because the council moved it about.
/// </summary>
public sealed class EnquiryHandover(
    ComityDb db,
    MatterParties parties,
    Audience audience,
    Messages messages,
    Notices notices,
    ViewerTokens tokens
)
{
    /// <param name="reason">Kept on the record and shown to whoever asked.</param>
    public async Task ToAsync(CouncilWrite write, Matter matter, HeldOffice to, string reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(matter);
        ArgumentNullException.ThrowIfNull(to);
        var before = await TakeAwayAsync(write, matter, cancellationToken);
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
        await OweAsync(matter, owner.Token, cancellationToken);
        Remember(write, matter, before, to.OfficeId, reason);
        await SayAsync(write, matter, $"Passed to {to.PersonName} ({to.Title}). {reason}", cancellationToken);
        await notices.TellAsync(write, to.PersonId, matter, "It has been passed to you to answer.", cancellationToken);
        await TellAskerAsync(write, matter, $"It is now with {to.PersonName}. The date has not changed.", cancellationToken);
    }

    /// <summary>Nobody is left who may have it: the first of those who may say who does learns of it, and of what was asked.</summary>
    /// <param name="keepers">Whoever acts in one office that can pass it on; empty where there is none either.</param>
    public async Task ToNobodyAsync(
        CouncilWrite write,
        Matter matter,
        IReadOnlyList<HeldOffice> keepers,
        string reason,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(matter);
        ArgumentNullException.ThrowIfNull(keepers);
        var before = await TakeAwayAsync(write, matter, cancellationToken);
        Remember(write, matter, before, null, reason);
        if (keepers is not [var first, ..])
        {
            await SayAsync(write, matter, $"{reason} Nobody could be asked to say who does.", cancellationToken);
            await TellAskerAsync(write, matter, "Nobody can answer it where it was, nor say who does.", cancellationToken);
            return;
        }

        var keeper = await parties.PlaceAsync(write, matter, MatterParties.NamesOwner, first.PersonId, first.OfficeId, cancellationToken);
        audience.Give(
            write,
            matter,
            keeper.Token,
            [Parts.Matter, Parts.Content, Parts.Notes],
            "Has to say who answers it.",
            Audience.SafeguardSource
        );
        await OweAsync(matter, keeper.Token, cancellationToken);
        await SayAsync(write, matter, $"{reason} {first.PersonName} ({first.Title}) says who does.", cancellationToken);
        foreach (var one in keepers)
        {
            await notices.TellAsync(write, one.PersonId, matter, "It has nobody to answer it. Say who does.", cancellationToken);
        }

        await TellAskerAsync(
            write,
            matter,
            $"Nobody can answer it where it was. {first.PersonName} says who does. The date has not changed.",
            cancellationToken
        );
    }

    private async Task<PartyIdentity?> TakeAwayAsync(CouncilWrite write, Matter matter, CancellationToken cancellationToken)
    {
        var before = await parties.AnsweringAsync(matter, cancellationToken);
        await parties.EndAsync(write, matter, MatterParties.Owner, cancellationToken);
        await parties.EndAsync(write, matter, MatterParties.NamesOwner, cancellationToken);
        if (before?.OfficeId is { } office)
        {
            var token = tokens.Office(office, matter.Class);
            await audience.EndAsync(write, matter, token, "It was passed to somebody else.", cancellationToken);
        }

        return before;
    }

    private async Task OweAsync(Matter matter, string office, CancellationToken cancellationToken)
    {
        foreach (
            var duty in await db
                .Duties.Where(row =>
                    row.MatterId == matter.Id && row.State == DutyState.Owed && EnquiryRules.OwedByOwner.Contains(row.Kind)
                )
                .ToListAsync(cancellationToken)
        )
        {
            duty.DebtorToken = office;
            duty.EscalationStep = 0;
        }

        // What the member was asked is answered to whoever has it now.
        foreach (
            var duty in await db
                .Duties.Where(row => row.MatterId == matter.Id && row.State == DutyState.Owed && row.Kind == MembersAnswer.Duty)
                .ToListAsync(cancellationToken)
        )
        {
            duty.CreditorToken = office;
        }
    }

    private static void Remember(CouncilWrite write, Matter matter, PartyIdentity? before, Guid? to, string reason) =>
        write.Record(
            "enquiry-reassigned",
            matter,
            Parts.Content,
            new JsonObject
            {
                ["from"] = before?.OfficeId?.ToString("D", CultureInfo.InvariantCulture),
                ["to"] = to?.ToString("D", CultureInfo.InvariantCulture),
                ["reason"] = reason,
            }
        );

    private async Task SayAsync(CouncilWrite write, Matter matter, string words, CancellationToken cancellationToken) =>
        await messages.PostAsync(write, matter, "reassignment", Parts.Content, words, [], cancellationToken);

    private async Task TellAskerAsync(CouncilWrite write, Matter matter, string happened, CancellationToken cancellationToken)
    {
        var asker = await parties.InAsync(matter, MatterParties.RaisedBy, cancellationToken);
        await notices.TellAsync(write, asker!.PersonId, matter, happened, cancellationToken);
    }
}
