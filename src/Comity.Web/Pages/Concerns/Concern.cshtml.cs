using Comity.Service.Concerns;
using Comity.Service.Concerns.Hearing;
using Comity.Service.Concerns.Raising;
using Comity.Service.Content;
using Comity.Service.Kept;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.Enquiries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Concerns;

/// <summary>One concern, as far as the viewer's parts go. Each opening is logged.</summary>
public sealed class ConcernModel(
    ConcernMatters concerns,
    ComityDb db,
    ContentStore contents,
    CouncilOnDate council,
    Library library,
    ReadLog reads,
    ConcernsBefore earlier,
    ViewerTokens tokens,
    CurrentViewer current
) : ConcernPage(concerns, current)
{
    private CouncilRegister _register = null!;

    public string Subject { get; private set; } = "";

    public string About { get; private set; } = "";

    /// <summary>Null where the viewer may not know who raised it.</summary>
    public string? RaisedBy { get; private set; }

    /// <summary>For whoever hears it: the names of those whom a reporter does not want to hear it, so that nobody asks them.</summary>
    public IReadOnlyList<string> AskedNotToHear =>
        Seen.IsHearer ? [.. Course.AskedNotToHear.Select(_register.NameOf).OfType<string>()] : [];

    public IReadOnlyList<ConcernGround> Grounds { get; private set; } = [];

    public IReadOnlyList<MessageShown> Said { get; private set; } = [];

    /// <summary>What is said against the person, for whoever hears it, beside <see cref="Answers"/>.</summary>
    public IReadOnlyList<MessageShown> Claims => [.. Said.Where(message => message.Kind == RaiseConcern.ConcernMessage)];

    /// <summary>What the person says to it; empty for everybody but whoever hears it.</summary>
    public IReadOnlyList<MessageShown> Answers => Seen.IsHearer ? [.. Said.Where(message => message.Kind == AnswerConcern.Message)] : [];

    public IReadOnlyList<Duty> Duties { get; private set; } = [];

    /// <summary>For whoever hears it: how many came before, of those that they may see; null for everybody else.</summary>
    public CountedBefore? Before { get; private set; }

    public IReadOnlyList<(string Text, string Path)> Actions => ConcernActions.For(Seen, AskAnotherHearer.IsLate(Duties, Today));

    public string StateInWords =>
        Matter.State switch
        {
            MatterState.Open when Course.Step.SaysWhoHears => "Waits for somebody to say who hears it",
            MatterState.Open => "Sent; not taken up yet",
            MatterState.Acknowledged => "Taken up",
            MatterState.Answered => "Has an outcome",
            _ => "Closed",
        };

    /// <summary>Who hears it, or has to say who does, for those who may know it: the two sides of the hearing.</summary>
    public string? With =>
        Seen.IsRaiser || Seen.IsHearer || Seen.SaysWhoHears || Seen.IsMediator || Seen.MaySee(Parts.Told)
            ? string.Join(" and ", Course.Step.Hearers.Select(hearer => $"{hearer.Name} ({hearer.Title})"))
            : null;

    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var result = await base.OnGetAsync(cancellationToken);
        _register = await council.RegisterAsync(Today, cancellationToken);
        About = _register.NameOf(Course.About) ?? "";
        RaisedBy =
            !Seen.MaySee(Parts.Raiser) ? null
            : Course.RaisedBy is { } raiser ? _register.NameOf(raiser)
            : "Somebody from outside the council";
        Subject = Matter.SubjectContentId is { } id ? await contents.ReadTextAsync(id, cancellationToken) ?? "" : "";
        await ReadWordsAsync(cancellationToken);
        var matter = Matter.Id;
        Duties = !(Seen.IsRaiser || Seen.IsHearer || Seen.SaysWhoHears)
            ? []
            : await db
                .Duties.AsNoTracking()
                .Where(duty => duty.MatterId == matter && duty.State == DutyState.Owed)
                .OrderBy(duty => duty.DueOrder)
                .ToListAsync(cancellationToken);
        Before = Seen.IsHearer ? await earlier.CountAsync(Viewer, Course.RaisedBy, Course.About, Matter.Id, cancellationToken) : null;
        await reads.NoteAsync(Matter, Seen.MaySee(Parts.Content) ? Parts.Content : Parts.Matter, Viewer, cancellationToken);
        return result;
    }

    private async Task ReadWordsAsync(CancellationToken cancellationToken)
    {
        if (Seen.MaySee(Parts.Content))
        {
            var read = await library.OnAsync(Course.RaisedOn, cancellationToken);
            Grounds =
            [
                .. ConcernGrounds
                    .Under(read, RolesOnDay.Of(_register, read.Vocabulary, Course.About, Course.RaisedOn))
                    .Where(ground => Course.Grounds.Contains(ground.Norm)),
            ];
        }

        var (matter, granted) = (Matter.Id, Seen.Granted.ToList());
        var messages = await db
            .Messages.AsNoTracking()
            .Include(message => message.Attachments)
            .Where(message => message.MatterId == matter && granted.Contains(message.Part))
            .ToListAsync(cancellationToken);

        // What was sent together has one instant: first what happened, then the rest.
        messages =
        [
            .. messages
                .OrderBy(message => message.SentAt)
                .ThenBy(message => message.Kind != RaiseConcern.ConcernMessage)
                .ThenBy(message => message.Kind),
        ];
        var texts = await contents.ReadTextsAsync(
            [
                .. messages.Select(message => message.ContentId),
                .. messages.SelectMany(message => message.Attachments).Select(file => file.NameContentId),
            ],
            cancellationToken
        );
        Said =
        [
            .. messages.Select(message => new MessageShown(
                message.Kind,
                AuthorOf(message),
                message.SentAt,
                TextOf(message.ContentId),
                [.. message.Attachments.Select(file => new FileShown(file.Id, TextOf(file.NameContentId), file.Size))]
            )),
        ];

        string TextOf(Guid id) => texts.TryGetValue(id, out var text) ? text.Text : "Erased. The record keeps its hash.";
    }

    /// <summary>Who wrote it, as far as the viewer may know: what whoever raised it wrote stays without a name where the name was not passed on.</summary>
    private string AuthorOf(Message message)
    {
        if (Seen.Parties.Any(party => party.Place == MatterParties.RaisedBy && party.Token == message.AuthorToken))
        {
            return RaisedBy ?? "Whoever raised it";
        }

        var known = Course
            .Steps.SelectMany(step => step.Hearers)
            .Select(hearer => hearer.PersonId)
            .Concat(Course.Mediations.Select(mediation => mediation.PersonId).OfType<Guid>())
            .Append(Course.About);
        return
            known.FirstOrDefault(person => tokens.Person(person, ContentClass.Sealed) == message.AuthorToken) is var person
            && person != Guid.Empty
            ? _register.NameOf(person) ?? ""
            : "Comity";
    }
}
