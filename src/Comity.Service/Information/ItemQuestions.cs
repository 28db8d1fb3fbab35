using System.Text.Json.Nodes;
using Comity.Protocols;
using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Information;

/// <summary>Puts something about an item to an office and takes its answer: who is asked comes into the matter for it, and sees what was asked for and said.</summary>
public sealed class ItemQuestions(
    ComityDb db,
    InformationItems items,
    EnquiryOwners owners,
    KeptOut keptOut,
    WhomItConcerns whom,
    MatterParties parties,
    Audience audience,
    Notices notices
)
{
    /// <summary>The place of somebody who is asked about an item.</summary>
    public const string Consulted = "consulted";

    /// <summary>The place of somebody who looks at a decision again.</summary>
    public const string Reviewing = "reviewing";

    /// <summary>
    /// The office to which the protocol's answer leads, for somebody who asks; where it leads nowhere, to whom the protocol's file asks in its silence. Never one that
    /// may not have to do with the matter, and never the one who asks.
    /// </summary>
    internal async Task<EnquiryOwner?> FindAsync(
        Matter matter,
        Guid asker,
        Decision decision,
        ReadTogether read,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        var asking = new EnquiryCase(
            EnquiryKind.ProtocolQuestion,
            null,
            true,
            asker,
            ForConstituent: false,
            on,
            new Dictionary<string, string>()
        );
        var owner = await owners.FindAsync(asking, null, decision, read, cancellationToken);
        return owner.Office is { } office && await MayHaveAsync(matter, office.OfficeId, on, cancellationToken) ? owner : null;
    }

    internal async Task<bool> MayHaveAsync(Matter matter, Guid officeId, DateOnly on, CancellationToken cancellationToken) =>
        (await keptOut.LeaveAsync([officeId], await whom.OfAsync(matter, cancellationToken), on, cancellationToken)).Count > 0;

    internal async Task<ItemQuestion> PutAsync(
        CouncilWrite write,
        Matter matter,
        InformationItem item,
        ItemQuestionKind kind,
        HeldOffice to,
        string words,
        string source,
        CancellationToken cancellationToken,
        string? fact = null,
        string? stage = null
    )
    {
        var place = kind == ItemQuestionKind.Review ? Reviewing : Consulted;
        var party = await parties.PlaceAsync(write, matter, place, to.PersonId, to.OfficeId, cancellationToken);
        audience.Give(
            write,
            matter,
            party.Token,
            [Parts.Matter, Parts.Content],
            kind == ItemQuestionKind.Review ? "Looks at a decision again." : "Was asked about what may be let out.",
            source.Length <= 80 ? source : Audience.SafeguardSource
        );
        var question = new ItemQuestion
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(write.At)),
            MatterId = matter.Id,
            ItemId = item.Id,
            Kind = kind,
            AskedToken = write.ActorToken(matter),
            PartyId = party.Id,
            WordsContentId = await items.KeepAsync(
                write,
                matter,
                item,
                PartOf(kind),
                kind == ItemQuestionKind.Review ? "review-asked" : "doubt-raised",
                words,
                cancellationToken
            ),
            Fact = fact,
            Stage = stage,
            Source = source,
            AskedAt = write.At,
        };
        db.ItemQuestions.Add(question);
        write.Record(
            "item-question",
            matter,
            Parts.Matter,
            new JsonObject
            {
                ["item"] = item.Number,
                ["kind"] = kind.ToString(),
                ["to"] = party.Token,
                ["source"] = source,
            }
        );
        await notices.TellAsync(
            write,
            to.PersonId,
            matter,
            kind == ItemQuestionKind.Review
                ? "A member asks for a decision to be looked at again, and it has come to you."
                : "You are asked whether something may be let out.",
            cancellationToken
        );
        return question;
    }

    internal async Task AnswerAsync(
        CouncilWrite write,
        Matter matter,
        InformationItem item,
        ItemQuestion question,
        ItemAnswerWord answer,
        string words,
        CancellationToken cancellationToken
    )
    {
        question.Answer = answer;
        question.AnsweredAt = write.At;
        question.AnswerContentId = await items.KeepAsync(
            write,
            matter,
            item,
            PartOf(question.Kind),
            question.Kind == ItemQuestionKind.Review ? "review-answered" : "doubt-answered",
            words,
            cancellationToken
        );
        var party = await db.MatterParties.SingleAsync(row => row.Id == question.PartyId, cancellationToken);
        party.EndedAt = write.At;
    }

    /// <summary>What is put to another officer stays among officers; what the member asks and is told is the member's too.</summary>
    private static string PartOf(ItemQuestionKind kind) =>
        kind is ItemQuestionKind.Review or ItemQuestionKind.Use ? Parts.Content : Parts.Notes;
}
