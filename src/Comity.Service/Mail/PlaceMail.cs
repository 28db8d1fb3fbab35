using System.Globalization;
using System.Text.Json.Nodes;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Mail;

/// <summary>
/// Reads an email that was kept and finds its place: it joins the matter whose notice it answers, opens an enquiry, or is held for somebody to decide. It acts by
/// the same use cases as the pages, so that the same rules, walls and entries hold; and only for a sender who is proved, known and alone.
/// </summary>
public sealed class PlaceMail(
    ComityDb db,
    CouncilWrites writes,
    MailContents contents,
    MailIn incoming,
    Viewers viewers,
    MailIntoMatter matters,
    AskOfficer ask,
    HoldMail hold,
    TimeProvider clock
)
{
    private const int LongestSubject = 150;
    private const int LongestText = 20_000;

    public async Task ExecuteAsync(Guid mailId, CancellationToken cancellationToken)
    {
        var mail = await db.IncomingMail.SingleAsync(row => row.Id == mailId, cancellationToken);
        if (mail.State != MailState.Kept)
        {
            return;
        }

        var read = await contents.ReadAsync(mail, cancellationToken);
        await contents.NoteAsync(mail, read, cancellationToken);
        if (read.Unreadable is not null)
        {
            await HoldAsync(mail, read, HeldBecause.Unreadable, null, cancellationToken);
        }
        else if (read.Returned is not null)
        {
            await ReturnedAsync(mail, read.Returned, cancellationToken);
        }
        else if (read.IsAutomatic)
        {
            await EndAsync(mail, MailState.Automatic, "mail-automatic", cancellationToken);
        }
        else if (await WasActedOnAsync(mail, cancellationToken))
        {
            await EndAsync(mail, MailState.Again, "mail-again", cancellationToken);
        }
        else
        {
            await BySenderAsync(mail, read, cancellationToken);
        }
    }

    /// <summary>Something went wrong when it was placed; a person looks at it.</summary>
    public async Task GiveUpAsync(Guid mailId, CancellationToken cancellationToken)
    {
        var mail = await db.IncomingMail.SingleAsync(row => row.Id == mailId, cancellationToken);
        if (mail.State != MailState.Kept)
        {
            return;
        }

        ReadMail read;
        try
        {
            read = await contents.ReadAsync(mail, cancellationToken);
            await contents.NoteAsync(mail, read, cancellationToken);
        }
        catch (SealedContentException)
        {
            read = new ReadMail { Unreadable = "Its seal does not open." };
        }

        await HoldAsync(mail, read, HeldBecause.Failed, null, cancellationToken);
    }

    private async Task BySenderAsync(IncomingMail mail, ReadMail read, CancellationToken cancellationToken)
    {
        if (read.From is not [var from] || read.FromLines != 1)
        {
            await HoldAsync(mail, read, HeldBecause.SeveralSenders, null, cancellationToken);
            return;
        }

        var key = Person.KeyOf(from.Address);
        var known = await db
            .People.AsNoTracking()
            .Where(person => person.EmailKey == key)
            .Select(person => (Guid?)person.Id)
            .SingleOrDefaultAsync(cancellationToken);
        var proof = SenderProof.Of(read, from.Address, incoming.Trusted);
        if (known is not { } sender || proof != Proof.Passed)
        {
            await HoldAsync(
                mail,
                read,
                known is null ? HeldBecause.UnknownSender
                    : proof == Proof.Failed ? HeldBecause.FailedProof
                    : HeldBecause.Unproved,
                null,
                cancellationToken
            );
            return;
        }

        var viewer = await viewers.OfAsync(sender, writes.Today, cancellationToken);
        if (Unfit(read, viewer) is { } unfit)
        {
            await HoldAsync(mail, read, unfit, sender, cancellationToken);
            return;
        }

        await ByAddressAsync(mail, read, sender, viewer, cancellationToken);
    }

    private static HeldBecause? Unfit(ReadMail read, Viewer viewer)
    {
        var (_, left) = MailContents.Sorted(read);
        return viewer.OfficeIds.Count == 0 ? HeldBecause.NoOffice
            : read.Problems.Count > 0 ? HeldBecause.Broken
            : read.Text.Length > LongestText || left.Any(file => file.Size > AttachmentPolicy.MostBytesEach) ? HeldBecause.TooLarge
            : left.Count > 0 ? HeldBecause.Files
            : read.Text.Trim().Length == 0 ? HeldBecause.Empty
            : null;
    }

    private async Task ByAddressAsync(IncomingMail mail, ReadMail read, Guid sender, Viewer viewer, CancellationToken cancellationToken)
    {
        var (named, tokens) = Addressed(read.To.Concat(read.Cc).Select(mailbox => mailbox.Address));
        var (_, delivered) = Addressed(read.DeliveredTo);
        var all = tokens.Concat(delivered).Distinct(StringComparer.Ordinal).ToList();
        var because =
            !named ? HeldBecause.BlindCopy
            : all.Count > 1 ? HeldBecause.NotTheirAddress
            : all.Count == 1 ? await matters.JoinAsync(mail, read, all[0], sender, viewer, cancellationToken)
            : HoldMail.References(read) is { Count: > 0 } references
            && await db.Matters.AnyAsync(matter => references.Contains(matter.Reference), cancellationToken)
                ? HeldBecause.NamesMatter
            : !viewer.Holds("member") ? HeldBecause.FromAnOfficer
            : await OpenAsync(mail, read, viewer, cancellationToken);
        if (because is { } held)
        {
            await HoldAsync(mail, read, held, sender, cancellationToken);
        }
        else
        {
            await NotePlacedAsync(mail, read, cancellationToken);
        }
    }

    /// <summary>Whether one of the addresses is the council's, and what answers a notice among them.</summary>
    private (bool Named, IReadOnlyList<string> Tokens) Addressed(IEnumerable<string> addresses)
    {
        var (named, tokens) = (false, new List<string>());
        foreach (var address in addresses)
        {
            if (incoming.IsOurs(address, out var token))
            {
                named = true;
                tokens.AddRange(token is null ? [] : [token]);
            }
        }

        return (named, tokens);
    }

    /// <summary>
    /// A member's letter to the council is an enquiry. It is for the ward or for a resident where the member has a ward: then it stays the member's own record, and
    /// is not released as the council's before somebody has looked (FOIA s.3(2)).
    /// </summary>
    private async Task<HeldBecause?> OpenAsync(IncomingMail mail, ReadMail read, Viewer viewer, CancellationToken cancellationToken)
    {
        var (files, _) = MailContents.Sorted(read);
        var hasWard = await db.Offices.AnyAsync(office => viewer.OfficeIds.Contains(office.Id) && office.WardId != null, cancellationToken);
        Decide(mail, MailState.Opened, clock.GetUtcNow().UtcDateTime);
        var result = await ask.ExecuteAsync(
            new AskOfficerRequest
            {
                Kind = EnquiryKind.Enquiry,
                Subject = SubjectOf(read),
                Question = QuotedText.Written(read.Text),
                Capacity = hasWard ? Capacity.WardRepresentative : Capacity.Council,
                MemberId = viewer.PersonId,
                Files = files,
            },
            viewer,
            cancellationToken
        );
        if (result is not AskOfficerResult.Asked asked)
        {
            return HeldBecause.ByTheRules;
        }

        mail.MatterId = asked.MatterId;
        return null;
    }

    /// <summary>Who else had it is a line of the matter's record: nobody is copied in unseen. It gives none of them a right to see the matter.</summary>
    private async Task NotePlacedAsync(IncomingMail mail, ReadMail read, CancellationToken cancellationToken)
    {
        await using var write = await writes.BeginAsync(Acting.Service, cancellationToken);
        var matter = await db.Matters.SingleAsync(row => row.Id == mail.MatterId, cancellationToken);
        write.Record(
            "mail-placed",
            matter,
            Parts.Content,
            new JsonObject
            {
                ["mail"] = mail.Id.ToString("D", CultureInfo.InvariantCulture),
                ["from"] = Lines(read.From),
                ["to"] = Lines(read.To),
                ["cc"] = Lines(read.Cc),
                ["bcc"] = Lines(read.Bcc),
            }
        );
        await write.CommitAsync(cancellationToken);

        static JsonArray Lines(IEnumerable<Mailbox> mailboxes) =>
            new([.. mailboxes.Select(mailbox => (JsonNode)ReplyTokens.Without(mailbox.Address))]);
    }

    internal static string SubjectOf(ReadMail read)
    {
        var subject = read.Subject.Length == 0 ? "An email without a subject" : read.Subject;
        return subject.Length <= LongestSubject ? subject : $"{subject[..(LongestSubject - 2)]} …";
    }

    /// <summary>What is saved with the change that comes of the email, in one transaction: it is acted on once or not at all.</summary>
    internal static void Decide(IncomingMail mail, MailState state, DateTime at)
    {
        (mail.State, mail.Because, mail.DecidedAt) = (state, null, at);
        mail.Version++;
    }

    private Task HoldAsync(IncomingMail mail, ReadMail read, HeldBecause because, Guid? sender, CancellationToken cancellationToken) =>
        hold.ExecuteAsync(
            mail,
            read,
            because,
            because == HeldBecause.WhatIsIt ? null : sender,
            because == HeldBecause.WhatIsIt ? sender : null,
            cancellationToken
        );

    /// <summary>A forged letter with the same id, which lies in the holding place, does not keep the true one out.</summary>
    private Task<bool> WasActedOnAsync(IncomingMail mail, CancellationToken cancellationToken)
    {
        var key = mail.MessageKey;
        return db.IncomingMail.AnyAsync(
            other =>
                key != null
                && other.MessageKey == key
                && other.Id != mail.Id
                && (
                    other.State == MailState.Joined
                    || other.State == MailState.Opened
                    || (other.State == MailState.Held && other.Because == HeldBecause.WhatIsIt)
                ),
            cancellationToken
        );
    }

    private async Task ReturnedAsync(IncomingMail mail, ReturnedMail returned, CancellationToken cancellationToken)
    {
        await using var write = await writes.BeginAsync(Acting.Service, cancellationToken);
        var isFinal = returned.Action.Equals("failed", StringComparison.OrdinalIgnoreCase);
        var notice = isFinal && IdIn(returned.Original) is { } id ? await db.Outbox.FindAsync([id], cancellationToken) : null;
        if (notice is not null)
        {
            notice.ReturnedAt = write.At;
            notice.ReturnedCode = returned.Status.Length > 20 ? returned.Status[..20] : returned.Status;
        }

        (mail.State, mail.DecidedAt) = (MailState.Returned, write.At);
        mail.Version++;
        write.Record(
            "notice-returned",
            new JsonObject
            {
                ["mail"] = mail.Id.ToString("D", CultureInfo.InvariantCulture),
                ["notice"] = notice?.Id.ToString("D", CultureInfo.InvariantCulture),
                ["status"] = notice?.ReturnedCode,
            }
        );
        await write.CommitAsync(cancellationToken);
    }

    /// <summary>The id of a notice, out of the Message-ID that it left with. Nobody who has not had the notice can name it.</summary>
    private static Guid? IdIn(string? messageId) =>
        messageId is { Length: > 33 }
        && messageId[0] == '<'
        && messageId[33] == '@'
        && Guid.TryParseExact(messageId[1..33], "N", out var id)
            ? id
            : null;

    private async Task EndAsync(IncomingMail mail, MailState state, string record, CancellationToken cancellationToken)
    {
        await using var write = await writes.BeginAsync(Acting.Service, cancellationToken);
        (mail.State, mail.DecidedAt) = (state, write.At);
        mail.Version++;
        write.Record(record, new JsonObject { ["mail"] = mail.Id.ToString("D", CultureInfo.InvariantCulture) });
        await write.CommitAsync(cancellationToken);
    }
}
