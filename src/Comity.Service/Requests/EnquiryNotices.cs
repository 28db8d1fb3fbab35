using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.People;
using Comity.Service.Record;

namespace Comity.Service.Requests;

/// <summary>Tells the two sides of an enquiry that something has happened: the member who asked, and whoever acts today in the office that owes the answer.</summary>
public sealed class EnquiryNotices(MatterParties parties, CouncilOnDate council, Notices notices)
{
    public async Task TellMemberAsync(
        CouncilWrite write,
        Matter matter,
        string happened,
        CancellationToken cancellationToken,
        string? calendar = null
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        var asker = await parties.InAsync(matter, MatterParties.RaisedBy, cancellationToken);
        await notices.TellAsync(write, asker!.PersonId, matter, happened, cancellationToken, calendar);
    }

    /// <summary>
    /// The office owes the answer and not the person: while its holder is away, whoever acts for them is told. Of what nobody has, whoever has to say
    /// who does.
    /// </summary>
    /// <returns>How many were told.</returns>
    public async Task<int> TellOwnerAsync(
        CouncilWrite write,
        Matter matter,
        string happened,
        CancellationToken cancellationToken,
        string? calendar = null
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        var people = await parties.AnsweringAsync(matter, cancellationToken) is { } answering
            ? await ActingAsync(answering, write.Today, cancellationToken)
            : [];
        foreach (var person in people)
        {
            await notices.TellAsync(write, person, matter, happened, cancellationToken, calendar);
        }

        return people.Count;
    }

    /// <summary>Who acts for a party on a day: the deputies of its office, else its holders; where nobody does, the person who stood there last.</summary>
    public async Task<IReadOnlyList<Guid>> ActingAsync(PartyIdentity party, DateOnly on, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(party);
        if (party.OfficeId is not { } office)
        {
            return [party.PersonId];
        }

        var acting = await council.ActingInAsync([office], on, cancellationToken);
        return acting.Count == 0 ? [party.PersonId] : [.. acting.Select(held => held.PersonId).Distinct()];
    }
}
