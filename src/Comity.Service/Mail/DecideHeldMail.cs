using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Mail;

/// <summary>An email in the holding place as the person saw it.</summary>
public sealed record HeldAt(Guid Id, int Version);

/// <summary>What became of a decision about it.</summary>
public abstract record HeldResult
{
    private HeldResult() { }

    /// <param name="Reference">The matter that it is part of now; null where it is part of none.</param>
    public sealed record Done(string? Reference) : HeldResult;

    /// <summary>For this person there is no such email.</summary>
    public sealed record NotThere : HeldResult;

    public sealed record Refused(string Field, string Why) : HeldResult;
}

/// <summary>
/// Decides about an email in the holding place: joins it to a matter, opens an enquiry for the member whose it is, turns it away, or leaves it to somebody whom it
/// does not concern. Whoever decides acts in their own name, and may do no more in a matter than on its own pages.
/// </summary>
public sealed class DecideHeldMail(
    ComityDb db,
    CouncilWrites writes,
    HeldMail held,
    HoldMail hold,
    MailContents contents,
    ContentStore store,
    Enquiries enquiries,
    Messages messages,
    EnquiryNotices notices,
    AskOfficer ask,
    ReplyToEnquiry reply,
    ReportProgress progress,
    AddNote note,
    TimeProvider clock
)
{
    public const string MessageKind = "email";

    /// <summary>What an officer may say that the own email is.</summary>
    public const string IsReply = "reply";
    public const string IsProgress = "progress";
    public const string IsNote = "note";

    private const int MostReason = 1_000;

    public async Task<HeldResult> JoinAsync(HeldAt at, string? reference, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(at);
        if (await held.OpenAsync(at.Id, at.Version, viewer, cancellationToken) is not { } mail)
        {
            return new HeldResult.NotThere();
        }

        // A walled matter and one that does not exist are the same here too.
        if (
            !PublicReference.TryParse(reference, out var wanted)
            || await enquiries.FindAsync(wanted.Value, viewer, cancellationToken) is not { } standing
            || !standing.MaySee(Parts.Content)
        )
        {
            return new HeldResult.Refused("Reference", "Enter the reference of a matter that you can see");
        }

        var read = await contents.ReadAsync(mail, cancellationToken);
        var (files, left) = MailContents.Sorted(read);
        var words = WithSender(mail, read, left);
        mail.MatterId = standing.Matter.Id;
        PlaceMail.Decide(mail, MailState.Joined, Now);
        var result = await enquiries.ActAsync(
            new MatterAt(wanted.Value, standing.Matter.Version),
            viewer,
            stands => stands.MaySee(Parts.Content),
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                if (matter.State == MatterState.Closed)
                {
                    return new("It is closed.", Audience.SafeguardSource);
                }

                await messages.PostAsync(write, matter, MessageKind, Parts.Content, words, files, cancellationToken);
                await notices.TellOwnerAsync(write, matter, "An email has been added to it.", cancellationToken);
                return null;
            },
            cancellationToken
        );
        return result switch
        {
            ActResult.Done => new HeldResult.Done(wanted.Value),
            ActResult.Refused refused => new HeldResult.Refused("Reference", refused.Why),
            _ => new HeldResult.NotThere(),
        };
    }

    public async Task<HeldResult> AskAsync(
        HeldAt at,
        Guid? memberId,
        Guid? serviceAreaId,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(at);
        if (
            !viewer.MayKeepRegister()
            || await held.OpenAsync(at.Id, at.Version, viewer, cancellationToken) is not { ForPersonId: null } mail
        )
        {
            return new HeldResult.NotThere();
        }

        if (memberId is not { } member)
        {
            return new HeldResult.Refused("Member", "Choose the member whose email it is");
        }

        var read = await contents.ReadAsync(mail, cancellationToken);
        var (files, left) = MailContents.Sorted(read);
        var words = WithSender(mail, read, left);
        PlaceMail.Decide(mail, MailState.Opened, Now);
        var result = await ask.ExecuteAsync(
            new AskOfficerRequest
            {
                Kind = EnquiryKind.Enquiry,
                Subject = PlaceMail.SubjectOf(read),
                Question = words,
                ServiceAreaId = serviceAreaId,
                Capacity = Capacity.WardRepresentative,
                MemberId = member,
                Files = files,
                ReceivedOn = LondonTime.DateOf(mail.ReceivedAt),
            },
            viewer,
            cancellationToken
        );
        if (result is not AskOfficerResult.Asked asked)
        {
            return new HeldResult.Refused(
                "Member",
                result switch
                {
                    AskOfficerResult.NotEntitled => "This person may not ask today",
                    AskOfficerResult.NobodyToAsk => "Nobody is entered who could answer it",
                    _ => "The protocol does not let it be asked like this. Ask the member to sign in and ask there",
                }
            );
        }

        mail.MatterId = asked.MatterId;
        await db.SaveChangesAsync(cancellationToken);
        return new HeldResult.Done(asked.Reference);
    }

    public async Task<HeldResult> TurnAwayAsync(HeldAt at, string? reason, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(at);
        if (await held.OpenAsync(at.Id, at.Version, viewer, cancellationToken) is not { } mail)
        {
            return new HeldResult.NotThere();
        }

        var why = reason?.Trim() ?? "";
        if (why.Length is 0 or > MostReason)
        {
            return new HeldResult.Refused("Reason", why.Length == 0 ? "Enter why it is turned away" : "Use 1,000 characters or fewer");
        }

        await using var write = await writes.BeginAsync(viewer.ToActing(), cancellationToken);
        PlaceMail.Decide(mail, MailState.TurnedAway, write.At);

        // The reason may say who wrote, and what: it lies where the email does.
        var said = JsonSerializer.Serialize(new TurnedAway(viewer.PersonId, why));
        await store.AddTextAsync(mail.Id, KeepMail.WhyPart, ContentClass.Sealed, said, cancellationToken);
        write.Record("mail-turned-away", Line(mail));
        await write.CommitAsync(cancellationToken);
        return new HeldResult.Done(null);
    }

    /// <summary>It concerns whoever looks at it: from now on it is for the others.</summary>
    public async Task<HeldResult> LeaveToOthersAsync(HeldAt at, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(at);
        if (await held.OpenAsync(at.Id, at.Version, viewer, cancellationToken) is not { ForPersonId: null } mail)
        {
            return new HeldResult.NotThere();
        }

        await using var write = await writes.BeginAsync(viewer.ToActing(), cancellationToken);
        mail.Version++;
        await hold.ShutAsync(write, mail, viewer.PersonId, cancellationToken);
        write.Record("mail-left-to-others", Line(mail));
        await write.CommitAsync(cancellationToken);
        return new HeldResult.Done(null);
    }

    /// <summary>An officer says what the own email is.</summary>
    public async Task<HeldResult> SayAsync(HeldAt at, string? what, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(at);
        ArgumentNullException.ThrowIfNull(viewer);
        if (
            await held.OpenAsync(at.Id, at.Version, viewer, cancellationToken) is not { MatterId: { } matterId } mail
            || mail.ForPersonId != viewer.PersonId
        )
        {
            return new HeldResult.NotThere();
        }

        if (what is not (IsReply or IsProgress or IsNote))
        {
            return new HeldResult.Refused("What", "Say what your email is");
        }

        var matter = await db.Matters.AsNoTracking().SingleAsync(row => row.Id == matterId, cancellationToken);
        var read = await contents.ReadAsync(mail, cancellationToken);
        var words = QuotedText.Written(read.Text);
        var (files, _) = MailContents.Sorted(read);
        if (files.Count > 0 && what != IsReply)
        {
            return new HeldResult.Refused("What", "Only a full reply can bring files. Sign in to send these some other way");
        }

        var enquiry = new MatterAt(matter.Reference, matter.Version);
        PlaceMail.Decide(mail, MailState.Joined, Now);
        var result = what switch
        {
            IsReply => await reply.ExecuteAsync(new ReplyToEnquiryRequest(enquiry, words, files), viewer, cancellationToken),
            IsProgress => await progress.ExecuteAsync(new ReportProgressRequest(enquiry, words), viewer, cancellationToken),
            _ => await note.ExecuteAsync(new AddNoteRequest(enquiry, words), viewer, cancellationToken),
        };
        return result switch
        {
            ActResult.Done => new HeldResult.Done(matter.Reference),
            ActResult.Refused refused => new HeldResult.Refused("What", refused.Why),
            _ => new HeldResult.NotThere(),
        };
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private static JsonObject Line(IncomingMail mail) => new() { ["mail"] = mail.Id.ToString("D", CultureInfo.InvariantCulture) };

    /// <summary>The words with whose they claim to be: whoever placed it says nothing in the sender's name.</summary>
    private static string WithSender(IncomingMail mail, ReadMail read, IReadOnlyList<MailFile> left)
    {
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.GetCultureInfo("en-GB"),
            $"Email from {string.Join(", ", read.From.Select(Name))}, received {LondonTime.Local(mail.ReceivedAt):d MMMM yyyy, HH:mm}. {HeldInWords.Of(mail.Because)}"
        );
        foreach (var (name, mailboxes) in new[] { ("To", read.To), ("Copied to", read.Cc), ("Copied in secretly", read.Bcc) })
        {
            foreach (var mailbox in mailboxes)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"{name}: {Name(mailbox)}");
            }
        }

        foreach (var file in left)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Not taken over: {AttachmentPolicy.CleanName(file.Name)}, {file.Size} bytes");
        }

        return ReplyTokens.Without(text.AppendLine().Append(QuotedText.Written(read.Text)).ToString().Trim());

        static string Name(Mailbox mailbox) => mailbox.Name.Length == 0 ? mailbox.Address : $"{mailbox.Name} <{mailbox.Address}>";
    }
}
