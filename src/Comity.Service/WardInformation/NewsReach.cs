using System.Text.Json.Nodes;
using Comity.Protocols;
using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Storage;

namespace Comity.Service.WardInformation;

/// <summary>Brings a piece of news to those for whom it is, and opens it to nobody else.</summary>
public sealed class NewsReach(
    ComityDb db,
    CouncilOnDate council,
    MatterParties parties,
    Audience audience,
    ViewerTokens tokens,
    Notices notices
)
{
    /// <summary>The members of the executive, one of whom may have the portfolio that it touches.</summary>
    public Task<IReadOnlyList<HeldOffice>> PortfoliosAsync(DateOnly on, CancellationToken cancellationToken) =>
        council.HoldersOfRoleAsync("cabinet-member", on, cancellationToken);

    /// <summary>
    /// Each becomes a line of who was told. The leave is the office's, so that it goes with the seat and not with the person who held it.
    /// </summary>
    public async Task TellAsync(
        CouncilWrite write,
        Matter matter,
        News news,
        IEnumerable<NewsRecipient> recipients,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(recipients);
        var open = db
            .Grants.Where(grant => grant.MatterId == matter.Id && grant.Part == Parts.Content && grant.Until == null)
            .Select(grant => grant.Token)
            .ToHashSet();
        foreach (var recipient in recipients)
        {
            var (office, token) = (recipient.Office, tokens.Office(recipient.Office.OfficeId, matter.Class));
            await parties.PlaceAsync(write, matter, News.Told, office.PersonId, office.OfficeId, cancellationToken);
            if (open.Add(token))
            {
                audience.Give(write, matter, token, [Parts.Matter, Parts.Content], $"Was told. {recipient.Why}", recipient.Source);
            }

            write.Record(
                "member-told",
                matter,
                Parts.Content,
                new JsonObject
                {
                    ["member"] = $"{office.PersonId:D}",
                    ["office"] = $"{office.OfficeId:D}",
                    ["why"] = recipient.Why,
                    ["source"] = recipient.Source,
                    ["invited"] = news.Invites,
                }
            );
            await notices.TellAsync(
                write,
                office.PersonId,
                matter,
                news.Invites ? "There is news for you, and you are invited." : "There is news for you.",
                cancellationToken
            );
        }
    }

    /// <summary>Whoever manages the officer who wrote it sees it as well.</summary>
    public async Task ManagersAsync(CouncilWrite write, Matter matter, Guid officeId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(matter);
        foreach (
            var manager in (await council.LineManagersOfOfficeAsync(officeId, write.Today, cancellationToken))
                .Select(held => held.OfficeId)
                .Distinct()
        )
        {
            audience.Give(
                write,
                matter,
                tokens.Office(manager, matter.Class),
                [Parts.Matter, Parts.Content],
                "Manages whoever wrote it.",
                Audience.SafeguardSource
            );
        }
    }

    internal static void Check(FieldErrors errors, string? title, string? words, DateOnly? happensOn, TimeOnly? happensAt, string? place)
    {
        errors.Text(title, nameof(TellMembersRequest.Title), "Enter in a few words what it is", 200);
        errors.Text(words, nameof(TellMembersRequest.Words), "Enter what members should know", 10_000);
        errors.AtMost(place, nameof(TellMembersRequest.Place), 200);
        errors.When(
            happensAt is not null && happensOn is null,
            nameof(TellMembersRequest.HappensOn),
            "Enter the day as well as the time of day"
        );
    }

    /// <summary>Why an answer lets nobody go on, with its clause.</summary>
    internal static string Why(Decision answer)
    {
        var clause = answer.DecidedBy.Count > 0 ? $" (clause {answer.DecidedBy[0].Clause})" : "";
        var why = string.Join(' ', answer.Shows.Select(show => show.Text));
        return $"{(why.Length > 0 ? why : "The protocol does not let this be done.")}{clause}";
    }
}
